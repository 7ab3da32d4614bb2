"""Measures in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.act import urls
from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.people import phrases

register_assessment_link(
    phrases.measures,
    "act_measures",
    order=50,
    icon="tasks",
    description=_("What is done about the result, by whom and by when"),
)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/<slug:code>/measures/", include(urls))]
