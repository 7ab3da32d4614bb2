"""Assessments in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.collect.assessments import urls
from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.people.screens import register_office_link

register_office_link(
    _("Assessments"),
    "assessments_list",
    order=100,
    icon="list-ul",
    description=_("Results of each year: bring in, compute, look for gaps"),
)
register_assessment_link(_("Results brought in"), "assessments_show", order=10, icon="upload")


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/", include(urls))]
