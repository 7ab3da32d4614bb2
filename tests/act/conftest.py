from one_office import (  # noqa: F401  # fixtures
    _in_english,
    administrator,
    assessment,
    body,
    executive,
    finance,
    last_year,
    office,
    other_office,
    planner,
    planning,
    stranger,
)
