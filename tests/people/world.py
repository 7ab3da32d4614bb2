"""Two offices with something in every table, so that a walk can see whether one learns of the other.

A room adds its own things: `tests/<room>/world_<room>.py` holds functions with `@register`. Each gets
an office, a marker that must stand in every text it writes, and that office's administrator, and returns what
fills the arguments of the room's addresses: {"act_measure:pk": measure.pk, "code": "iit"}. A key is
"<name of the address>:<argument>", "<namespace>:<argument>", or the argument alone.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db.models import Model
from django.utils.http import urlsafe_base64_encode
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image

from prongsai.people import actions
from prongsai.people.models import Body, Membership, Office, OfficePage, User
from prongsai.trail import actions as trail

Role = Membership.Role
Fill = Callable[..., dict[str, Any]]
FILLS: list[Fill] = []
PASSWORD = "only-for-tests"
UNWATCHED = {"sessions.session"}  # signing in writes there


def register(fill: Fill) -> Fill:
    FILLS.append(fill)
    return fill


@cache
def find_fills() -> None:
    """Load every world_<room>.py once."""
    for path in sorted(Path(__file__).parent.parent.rglob("world_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


@dataclass
class Side:
    """One office, its people, and what fills the arguments of addresses with its things."""

    office: Office
    marker: str
    users: dict[str, User]
    arguments: dict[str, Any] = field(default_factory=dict)
    rows: dict[type[Model], set[Any]] = field(default_factory=dict)

    def snapshot(self) -> dict[str, list[dict[str, Any]]]:
        """Every row that was made with this side, as it stands now."""
        return {
            model._meta.label: sorted(
                model._base_manager.filter(pk__in=keys).values(),
                key=lambda row: str(row[model._meta.pk.attname]),
            )
            for model, keys in self.rows.items()
        }


def make_side(slug: str, marker: str, body: Body | None = None) -> Side:
    find_fills()
    before = _keys()
    by_system = {"by": None}
    body = body or actions.create_body(code=f"body-{slug}", name_th=f"หน่วยประเมิน {marker}", **by_system)
    office = actions.create_office(
        body=body,
        slug=slug,
        name_th=f"สำนักงาน {marker}",
        name_en=f"Office {marker}",
        province=marker,
        **by_system,
    )
    unit = actions.add_unit(office=office, code="admin", name_th=f"กลุ่ม {marker}", **by_system)
    users = {role: make_member(office, role, f"{slug}-{role}", marker, unit=unit) for role in Role.values}
    side = Side(office, marker, users, {"office": office.slug, "people_unit:pk": unit.pk})
    for fill in FILLS:
        side.arguments |= fill(office=office, marker=marker, by=users[Role.OFFICE_ADMIN])
    side.rows = {model: keys - before[model] for model, keys in _keys().items() if keys - before[model]}
    return side


def make_member(office: Office, role: str, username: str, marker: str = "", *, unit: Any = None) -> User:
    user = actions.create_user(
        username=username,
        display_name=f"คน {marker} {role}",
        email=f"{username}@{marker.lower() or 'example'}.invalid",
        password=PASSWORD,
        by=None,
    )
    place = {"body": office.body} if role == Role.CENTRAL else {"office": office}
    if role == Role.UNIT_MEMBER:
        place["unit"] = unit
    actions.grant_role(user=user, role=role, by=None, **place)
    return user


@register
def people(*, office: Office, marker: str, by: User) -> dict[str, Any]:
    post = actions.add_post(office=office, title_th=f"ตำแหน่ง {marker}", holder_th=f"ผู้ถือ {marker}", by=by)
    member = office.memberships.get(role=Role.VIEWER)
    trail.freeze(marker.encode(), slug="kept", media_type="text/plain", office_id=office.pk, by=by)
    return {
        "people_post:pk": post.pk,
        "people_member:pk": member.pk,
        "uidb64": urlsafe_base64_encode(str(by.pk).encode()),
        "token": "set-password",
    }


@register
def wagtails_own(*, office: Office, marker: str, by: User) -> dict[str, Any]:
    page = OfficePage(title=f"หน้า {marker}", slug="inner", locale=office.root_page.locale, owner=by)
    office.root_page.specific.add_child(instance=page)
    revision = page.save_revision(user=by, log_action=True)
    picture = ImageFile(_pixel(), name=f"{office.slug}.png")
    image = Image.objects.create(
        title=f"ภาพ {marker}", file=picture, collection=office.collection, uploaded_by_user=by
    )
    document = Document(title=f"เอกสาร {marker}", collection=office.collection, uploaded_by_user=by)
    document.file.save(f"{office.slug}.txt", ContentFile(marker.encode()))
    for thing in (image, document):
        thing.tags.add(f"tag-{marker}")
    page_id, group = page.pk, office.groups.get(role=Role.VIEWER).group
    return {
        "page_id": page_id,
        "parent_page_id": page_id,
        "revision_id": revision.pk,
        "image_id": image.pk,
        "document_id": document.pk,
        "document_filename": f"{office.slug}.txt",
        "collection_id": office.collection.pk,
        "wagtailusers_users:pk": by.pk,
        "wagtailusers_groups:pk": group.pk,
        "wagtailimages_chooser:pk": image.pk,
        "wagtaildocs_chooser:pk": document.pk,
        "wagtailimages:pk": image.pk,
        "wagtaildocs:pk": document.pk,
    }


def _keys() -> dict[type[Model], set[Any]]:
    return {
        model: set(model._base_manager.values_list("pk", flat=True))
        for model in apps.get_models()
        if model._meta.managed and model._meta.label_lower not in UNWATCHED
    }


def _pixel() -> BytesIO:
    picture = BytesIO()
    Picture.new("RGB", (1, 1)).save(picture, "PNG")
    return picture
