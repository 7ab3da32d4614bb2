"""Items and their review in the workspace."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from prongsai.collect.assessments.screens import register_assessment_link
from prongsai.collect.evidence.reviewing import doors
from prongsai.collect.evidence.workspace import own, urls
from prongsai.people.screens import register_office_link

register_office_link(
    _("My items"),
    "evidence_own",
    order=90,
    verb="edit_own_unit",
    icon="list-ul",
    description=_("What my units still have to show, over all assessments"),
)
register_assessment_link(
    _("Items"),
    "evidence_list",
    order=6,
    icon="list-ul",
    description=_("Show each item, check it, have it approved"),
)


@hooks.register("register_admin_urls")
def register_office_urls() -> list[Any]:
    return [
        path("offices/<slug:office>/my-items/", own.list_own, name="evidence_own"),
        path("offices/<slug:office>/assessments/<slug:code>/evidence/", include(urls)),
    ]


AFTER_THE_OWN_MENU = 10
hooks.register("register_admin_urls", doors.review_urls)
hooks.register("construct_main_menu", doors.add_reviews, order=AFTER_THE_OWN_MENU)
hooks.register("construct_homepage_panels", doors.add_panel, order=AFTER_THE_OWN_MENU)
