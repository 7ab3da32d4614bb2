"""Kept results of both offices of the isolation walk; runs after the results were brought in."""

from world import register

from prongsai.collect.assessments.queries import assessments_of
from prongsai.score import actions


@register
def runs(
    *, office, marker, by
):  # a run has no text of its own: the marker stands in the remarks that it keeps
    actions.make_run(assessment=assessments_of(office).get(framework_code="obec-2565"), by=by)
    return {"part": "o1"}
