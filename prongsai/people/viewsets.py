"""Units, posts and members of an office, on the one base."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.forms import ModelForm
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column

from prongsai.people import actions, phrases, queries
from prongsai.people.forms import OWN_ROLES, MemberForm, PostForm, UnitForm
from prongsai.people.models import Membership, Office, Post, Unit
from prongsai.people.screens import OfficeViewSet

ADMINISTER = dict.fromkeys(("view", "add", "change", "delete"), "administer")


class UnitViewSet(OfficeViewSet):
    model = Unit
    icon = "group"
    form_class = UnitForm
    list_display = ["name_th", "name_en", "code", "order"]
    verbs = ADMINISTER
    add_action = actions.add_unit
    edit_action = actions.edit_unit
    delete_action = actions.remove_unit


class PostViewSet(OfficeViewSet):
    model = Post
    icon = "user"
    form_class = PostForm
    list_display = [
        "title_th",
        Column("holder_th", label=_("Holder"), accessor=lambda post: post.holder or phrases.vacant),
        Column("unit", label=phrases.unit),
        BooleanColumn("is_head", label=_("Head of the office")),
    ]
    verbs = ADMINISTER
    add_action = actions.add_post
    edit_action = actions.edit_post
    delete_action = actions.remove_post

    def rows(self, office: Office) -> Any:
        return super().rows(office).select_related("unit")

    def prepare_form(self, form: ModelForm[Any], office: Office, by: Any) -> None:  # noqa: ARG002  # of the base
        form.fields["unit"].queryset = queries.units_of(office)


class MemberViewSet(OfficeViewSet):
    model = Membership
    icon = "user"
    form_class = MemberForm
    list_display = [
        "user",
        Column("role", label=_("Role"), accessor="get_role_display"),
        Column("unit", label=phrases.unit),
        Column("username", label=_("User name"), accessor="user.username"),
    ]
    verbs = ADMINISTER
    add_action = actions.add_member
    edit_action = actions.edit_member
    delete_action = actions.revoke_role

    def rows(self, office: Office) -> Any:
        return queries.members_of(office)

    def may_change(self, user: Any, office: Office, row: Model) -> bool:  # noqa: ARG002  # of the base
        return user.is_superuser or row.role in OWN_ROLES

    def prepare_form(self, form: MemberForm, office: Office, by: Any) -> None:
        form.limit_to(office, by)
