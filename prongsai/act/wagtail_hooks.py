"""Measures in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.act import urls
from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.people import phrases
from prongsai.score.screens import register_gap_action

register_assessment_link(
    phrases.measures,
    "act_measures",
    order=50,
    icon="tasks",
    description=_("What is done about the result, by whom and by when"),
)
register_gap_action(_("Plan a measure"), "act_measure_add", verb="edit_own_unit")


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/<slug:code>/measures/", include(urls))]
