"""What is claimed, as commands that print it: run them from the project's root."""
