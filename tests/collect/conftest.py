from assessed import _in_english, administrator, assessment, body, office, other_office, viewer  # noqa: F401  # fixtures
