"""The workspace as our users meet it: own menu, own home, own screens; Wagtail's doors limited."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.search import admin_search_areas
from wagtail.admin.ui.components import Component

from prongsai.people import phrases, queries
from prongsai.people.models import Office
from prongsai.people.screens import links_for, register_office_link
from prongsai.people.viewsets import MemberViewSet, PostViewSet, UnitViewSet

OFFICES_IN_MENU = 5
OFFICES_AT_HOME = 20
TECHNICAL_MENU = {"settings", "images", "documents", "explorer"}

# Searching all pages of the site is a door of Wagtail's that stays closed: see doors.py.
admin_search_areas.registered_search_areas = []

register_office_link(
    phrases.settings,
    "people_office_edit",
    order=900,
    verb="administer",
    icon="cog",
    description=_("Names, province and kind of the office"),
)
register_office_link(
    phrases.units,
    "people_unit:index",
    order=910,
    verb="administer",
    icon="group",
    description=_("Groups that own items, texts and measures"),
)
register_office_link(
    _("Posts"),
    "people_post:index",
    order=920,
    verb="administer",
    icon="user",
    description=_("Who holds which post; who heads the office"),
)
register_office_link(
    _("Users and roles"),
    "people_member:index",
    order=930,
    verb="administer",
    icon="key",
    description=_("Who may sign in, and what each may do"),
)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    return [
        UnitViewSet("people_unit", url_prefix="offices/<slug:office>/units"),
        PostViewSet("people_post", url_prefix="offices/<slug:office>/posts"),
        MemberViewSet("people_member", url_prefix="offices/<slug:office>/members"),
    ]


@hooks.register("construct_main_menu")
def own_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    kept = [item for item in menu_items if request.user.is_superuser and item.name in TECHNICAL_MENU]
    menu_items[:] = [*office_menu(request), *kept]


def office_menu(request: HttpRequest) -> list[MenuItem]:
    offices = list(queries.offices_visible_to(request.user)[: OFFICES_IN_MENU + 1])
    if len(offices) == 1:
        return [_menu_of(offices[0]), *_links(request, offices[0])]
    if len(offices) > OFFICES_IN_MENU or not offices:
        return [MenuItem(_("Offices"), reverse("people_offices"), name="offices", icon_name="home", order=10)]
    return [
        SubmenuMenuItem(
            office.short_name,
            Menu(items=[_menu_of(office), *_links(request, office)]),
            name=f"office-{office.slug}",
            icon_name="home",
            order=10 + place,
        )
        for place, office in enumerate(offices)
    ]


def _menu_of(office: Office) -> MenuItem:
    url = reverse("people_office", args=[office.slug])
    return MenuItem(office.short_name, url, name=f"{office.slug}-home", icon_name="home", order=10)


def _links(request: HttpRequest, office: Office) -> list[MenuItem]:
    return [
        MenuItem(
            link.name,
            link.url(office),
            name=f"{office.slug}-{link.url_name}",
            icon_name=link.icon,
            order=100 + link.order,
        )
        for link in links_for(request, office)
    ]


class OfficesPanel(Component):
    """The home of the workspace: the user's offices and what each offers."""

    order = 10

    def render_html(self, parent_context: Any = None) -> SafeString:
        request = parent_context["request"]
        offices = list(queries.offices_visible_to(request.user).select_related("body")[: OFFICES_AT_HOME + 1])
        shown = [
            (office, [(link, link.url(office)) for link in links_for(request, office)])
            for office in offices[:OFFICES_AT_HOME]
        ]
        context = {"shown": shown, "has_more": len(offices) > OFFICES_AT_HOME}
        return SafeString(render_to_string("people/_offices_panel.html", context, request=request))


@hooks.register("construct_homepage_panels")
def own_home(_request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [OfficesPanel()]


@hooks.register("construct_homepage_summary_items")
def no_summary(_request: HttpRequest, items: list[Component]) -> None:
    items.clear()


@hooks.register("insert_global_admin_css")
def own_look() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("people/workspace.css"))
