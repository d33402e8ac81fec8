"""Output formats, one a file, each given the whole outcome."""
