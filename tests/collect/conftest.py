from assessed import (  # noqa: F401  # fixtures
    _in_english,
    administrator,
    assessment,
    body,
    editor,
    looker,
    office,
    other_office,
    viewer,
)
