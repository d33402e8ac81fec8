"""The lowest floor: spans, edits, encodings, numerals, dates and tables."""
