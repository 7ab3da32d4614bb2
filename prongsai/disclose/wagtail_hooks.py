"""Publishing in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.disclose import screens

BELOW = "offices/<slug:office>/assessments/<slug:code>/publish/"

register_assessment_link(
    _("Publish"),
    "disclose_publish",
    order=900,
    icon="globe",
    description=_("What the public sees, and since when"),
)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [
        path(BELOW, screens.publish_result, name="disclose_publish"),
        path(f"{BELOW}preview/", screens.preview_result, name="disclose_preview"),
    ]
