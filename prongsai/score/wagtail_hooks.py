"""Results in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.people import phrases
from prongsai.score import urls

register_assessment_link(
    phrases.result,
    "score_result",
    order=20,
    icon="success",
    description=_("Total, grade and every figure with its working"),
)
register_assessment_link(
    phrases.gaps,
    "score_gaps",
    order=30,
    icon="minus",
    description=_("The weakest indicators, and what in them cost most"),
)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/<slug:code>/", include(urls))]
