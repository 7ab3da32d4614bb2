"""The list of links beside every indicator on the gaps page, which rooms above join."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.screens import address_of
from prongsai.people.queries import verbs_of


@dataclass(frozen=True, slots=True)
class GapAction:
    """Something that can be done about a weak indicator: start a measure, write about it."""

    name: str | Promise
    url_name: str  # takes the office's slug and the code of the rules; gets ?indicator=<code>
    verb: str = "edit"
    order: int = 100


GAP_ACTIONS: list[GapAction] = []


def register_gap_action(name: str | Promise, url_name: str, *, verb: str = "edit", order: int = 100) -> None:
    if url_name not in {known.url_name for known in GAP_ACTIONS}:
        GAP_ACTIONS.append(GapAction(name, url_name, verb, order))
        GAP_ACTIONS.sort(key=lambda known: known.order)


def gap_actions(request: HttpRequest, assessment: Assessment) -> list[tuple[GapAction, str]]:
    """Links that the user may follow, with their addresses up to the indicator's code."""
    verbs = verbs_of(request.user, assessment.office)
    query = urlencode({"indicator": ""})
    return [
        (action, f"{reverse(action.url_name, args=address_of(assessment))}?{query}")
        for action in GAP_ACTIONS
        if action.verb in verbs
    ]
