"""How our roles become Wagtail's groups and permissions. Called by actions only."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from prongsai.people.models import Membership

Role = Membership.Role
EDITOR_OF_PAGES = ("add_page", "change_page")
EDITOR_OF_FILES = tuple(
    f"{verb}_{kind}" for kind in ("image", "document") for verb in ("add", "change", "choose")
)
# What a role may do below the office's page root and in its collection. Others only look at our own screens.
PAGES = {
    Role.OFFICE_ADMIN: (*EDITOR_OF_PAGES, "publish_page"),
    Role.UNIT_MEMBER: EDITOR_OF_PAGES,
    Role.EXECUTIVE: ("publish_page",),
}
FILES = {
    Role.OFFICE_ADMIN: (*EDITOR_OF_FILES, "delete_image", "delete_document"),
    Role.UNIT_MEMBER: EDITOR_OF_FILES,
}


def make_group(name: str) -> Group:
    """Make a group whose users may enter the workspace."""
    group = Group.objects.create(name=name)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    return group


def grant(group: Group, *, role: str, page: Page, collection: Collection) -> None:
    pages = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGES.get(Role(role), ())
    )
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=permission) for permission in pages
    )
    files = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=FILES.get(Role(role), ())
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in files
    )


def locale() -> Locale:
    """The one locale of the page tree: languages are in the address, not in trees."""
    return Locale.objects.get(language_code="th")
