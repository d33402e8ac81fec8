"""Loaders: from the bytes of a file to its reading text, and back to its places."""
