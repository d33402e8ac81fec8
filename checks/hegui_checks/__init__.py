"""The built-in checks: one folder a family, one file a check; facts and kinds are data."""
