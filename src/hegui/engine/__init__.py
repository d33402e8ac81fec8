"""From a request to an outcome: plugins, settings, selection, ignores, linting."""
