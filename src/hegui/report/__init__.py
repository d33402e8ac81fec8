"""What a report says: read once, as plain values with spans of the reading text."""
