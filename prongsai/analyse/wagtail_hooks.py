"""Texts, findings and books in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.analyse import urls
from prongsai.collect.assessments.screens import register_assessment_link

register_assessment_link(_("Texts"), "analyse_texts", order=40, icon="edit")
register_assessment_link(_("Findings"), "analyse_findings", order=60, icon="warning")
register_assessment_link(_("Books"), "analyse_books", order=70, icon="doc-full-inverse")


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("offices/<slug:office>/assessments/<slug:code>/", include(urls))]
