"""Surveys in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.collect.surveys import urls

register_assessment_link(
    _("Surveys"),
    "surveys_list",
    order=5,
    icon="form",
    description=_("Ask staff and the public, watch how many answer, seal"),
)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/<slug:code>/surveys/", include(urls))]
