"""Names of parts, figures and states: see `prongsai.score.naming`, where the result page needs them too."""

from prongsai.score.naming import (
    REASONS as REASONS,
    STATES as STATES,
    at_least as at_least,
    beside as beside,
    exact as exact,
    joined as joined,
    label as label,
    label_of as label_of,
    listed as listed,
    margin as margin,
    name as name,
    people as people,
    state as state,
    topics as topics,
    why as why,
)
