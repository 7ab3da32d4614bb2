"""The one place that knows every room: settings, addresses, base templates, static files, Thai strings."""
