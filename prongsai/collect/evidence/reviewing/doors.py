"""Doors to the reviews: the menu, the home, the addresses. The room's wagtail_hooks registers them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import include, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from prongsai.collect.evidence.models import Assessor
from prongsai.collect.evidence.reviewing import queries, urls
from prongsai.people.screens import actor


def review_urls() -> list[Any]:
    return [
        path("reviews/", include(urls.assessor)),
        path("bodies/<slug:body>/reviews/", include(urls.central)),
    ]


def add_reviews(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    user = actor(request)
    if Assessor.objects.filter(user=user).exists():
        url = reverse("evidence_reviews")
        menu_items.append(MenuItem(_("My reviews"), url, name="reviews", icon_name="check", order=5))
    menu_items.extend(
        MenuItem(
            _("Review of items"),
            reverse("evidence_board", args=[body.code]),
            name=f"reviews-{body.code}",
            icon_name="check",
            order=6,
        )
        for body in queries.bodies_of(user)
    )


class ReviewsPanel(Component):  # type: ignore[misc]  # Wagtail brings no types
    """What an assessor has to judge, at the home of the workspace."""

    order = 5

    def __init__(self, all_given: int, done: int) -> None:
        self.all, self.done = all_given, done

    def render_html(self, parent_context: Any = None) -> SafeString:
        context = {"all": self.all, "left": self.all - self.done}
        return SafeString(
            render_to_string("evidence/_review_panel.html", context, request=parent_context["request"])
        )


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    user = actor(request)
    if Assessor.objects.filter(user=user).exists():
        done = list(queries.queue_of(user).order_by().values_list("is_done", flat=True))
        panels.insert(0, ReviewsPanel(len(done), sum(done)))
