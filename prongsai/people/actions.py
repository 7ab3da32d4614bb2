"""Every write of this room: keyword-only, `by=` the actor, atomic, one row of the trail."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page

from prongsai.people import queries, workspace
from prongsai.people.models import Body, Membership, Office, OfficeGroup, OfficePage, Post, Unit, User
from prongsai.trail import actions as trail

Actor = User | None  # None: the system itself, at set-up
Role = Membership.Role
Row = TypeVar("Row", bound=models.Model)


class ActionRefusedError(Exception):
    """An action says no, in the user's language, with the next step. Rooms make their own kinds of it."""


@transaction.atomic
def create_body(*, code: str, name_th: str, name_en: str = "", by: Actor) -> Body:
    """trail   people.body_created"""
    group = workspace.make_group(f"body:{code}")
    body = Body(code=code, name_th=name_th, name_en=name_en, group=group)
    save_checked(body)
    trail.record("people.body_created", on=body, by=by)
    return body


@transaction.atomic
def create_office(*, body: Body, slug: str, name_th: str, by: Actor, **fields: Any) -> Office:
    """Make an office with its page root, its collection and one group per role.

    fields  name_en, short_th, kind, class_code, province, is_demonstration
    raises  ActionRefusedError if the name in addresses is taken.
    trail   people.office_created
    """
    if Office.objects.filter(slug=slug).exists():
        raise ActionRefusedError(
            _("Another office has the address %(slug)s. Choose another one.") % {"slug": slug}
        )
    page = OfficePage(title=name_th, slug=slug, locale=workspace.locale(), live=False)
    _root(Page).add_child(instance=page)
    collection = _root(Collection).add_child(name=name_th)
    office = Office(body=body, slug=slug, name_th=name_th, root_page=page, collection=collection, **fields)
    save_checked(office)
    for role in Role.values:
        if role != Role.CENTRAL:
            group = workspace.make_group(f"office:{slug}:{role}")
            workspace.grant(group, role=role, page=page, collection=collection)
            OfficeGroup.objects.create(office=office, role=role, group=group)
    trail.record("people.office_created", on=office, by=by, office_id=office.pk)
    return office


@transaction.atomic
def edit_office(*, office: Office, by: User, **fields: Any) -> Office:
    """trail   people.office_edited, with the fields that changed"""
    edit_checked(office, fields, verb="people.office_edited", by=by, office_id=office.pk)
    if "name_th" in fields:
        Page.objects.filter(pk=office.root_page_id).update(title=office.name_th, draft_title=office.name_th)
        Collection.objects.filter(pk=office.collection_id).update(name=office.name_th)
    return office


@transaction.atomic
def add_unit(
    *, office: Office, code: str, name_th: str, name_en: str = "", order: int = 0, by: Actor
) -> Unit:
    """Add a group that owns items, texts and measures.

    raises  ActionRefusedError if another unit of the office has the code.
    trail   people.unit_added
    """
    _code_is_free(office, code)
    unit = Unit(office=office, code=code, name_th=name_th, name_en=name_en, order=order)
    save_checked(unit)
    trail.record("people.unit_added", on=unit, by=by, office_id=office.pk)
    return unit


@transaction.atomic
def edit_unit(*, unit: Unit, by: User, **fields: Any) -> Unit:
    """trail   people.unit_edited"""
    if fields.get("code", unit.code) != unit.code:
        _code_is_free(unit.office, fields["code"])
    return edit_checked(unit, fields, verb="people.unit_edited", by=by, office_id=unit.office_id)


@transaction.atomic
def remove_unit(*, unit: Unit, by: User) -> None:
    """trail   people.unit_removed"""
    remove_unused(unit, verb="people.unit_removed", by=by, office_id=unit.office_id)


@transaction.atomic
def add_post(*, office: Office, title_th: str, by: Actor, unit: Unit | None = None, **fields: Any) -> Post:
    """Add a post; `holder_th` stays empty while it is vacant.

    trail   people.post_added
    """
    _same_office(unit, office)
    post = Post(office=office, title_th=title_th, unit=unit, **fields)
    save_checked(post)
    trail.record("people.post_added", on=post, by=by, office_id=office.pk)
    return post


@transaction.atomic
def edit_post(*, post: Post, by: User, **fields: Any) -> Post:
    """trail   people.post_edited"""
    _same_office(fields.get("unit"), post.office)
    return edit_checked(post, fields, verb="people.post_edited", by=by, office_id=post.office_id)


@transaction.atomic
def remove_post(*, post: Post, by: User) -> None:
    """trail   people.post_removed"""
    remove_unused(post, verb="people.post_removed", by=by, office_id=post.office_id)


@transaction.atomic
def create_user(
    *,
    username: str,
    display_name: str,
    by: Actor,
    email: str = "",
    password: str | None = None,
    **fields: Any,
) -> User:
    """Make a user who can sign in once a password is set. No role comes with it.

    fields  preferred_language, is_superuser
    trail   people.user_created
    """
    user = User(username=username, display_name=display_name, email=email, **fields)
    user.set_password(password)
    save_checked(user)
    trail.record("people.user_created", on=user, by=by)
    return user


@transaction.atomic
def edit_account(*, user: User, by: User, **fields: Any) -> User:
    """trail   people.user_edited"""
    return edit_checked(user, fields, verb="people.user_edited", by=by)


@transaction.atomic
def set_password(*, user: User, password: str, by: User) -> None:
    """trail   people.password_set"""
    user.set_password(password)
    user.save(update_fields=["password"])
    trail.record("people.password_set", on=user, by=by)


@transaction.atomic
def grant_role(
    *,
    user: User,
    role: str,
    by: Actor,
    office: Office | None = None,
    body: Body | None = None,
    unit: Unit | None = None,
) -> Membership:
    """Give a user a role in an office, or central staff their body.

    raises  ActionRefusedError if the unit is another office's or the user has the role already.
    trail   people.role_granted
    """
    if office:
        _same_office(unit, office)
    if Membership.objects.filter(user=user, role=role, office=office, body=body, unit=unit).exists():
        raise ActionRefusedError(_("%(user)s has this role already.") % {"user": user})
    membership = Membership(user=user, role=role, office=office, body=body, unit=unit)
    save_checked(membership)
    user.groups.add(_group_of(membership))
    trail.record(
        "people.role_granted", on=membership, by=by, office_id=membership.office_id, role=role, user=user.pk
    )
    return membership


@transaction.atomic
def revoke_role(*, membership: Membership, by: Actor) -> None:
    """Take a role away; the office keeps at least one administrator.

    raises  ActionRefusedError if it is the last administrator of the office.
    trail   people.role_revoked
    """
    user, role, office = membership.user, membership.role, membership.office
    others = Membership.objects.filter(role=role, office=office, body=membership.body).exclude(
        pk=membership.pk
    )
    if role == Role.OFFICE_ADMIN and not others.exists():
        raise ActionRefusedError(_("An office needs an administrator. Name another one first."))
    trail.record(
        "people.role_revoked", on=membership, by=by, office_id=membership.office_id, role=role, user=user.pk
    )
    membership.delete()
    if not others.filter(user=user).exists():
        user.groups.remove(_group_of(membership))


@transaction.atomic
def add_member(
    *,
    office: Office,
    role: str,
    username: str,
    by: User,
    unit: Unit | None = None,
    password: str = "",
    **about: Any,
) -> Membership:
    """Give somebody a role in the office; a name that nobody has becomes a new user.

    about   display_name, email
    raises  ActionRefusedError if the name is that of a user whom `by` does not look after.
    """
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        user = create_user(username=username, password=password or None, by=by, **about)
    elif not queries.looks_after(by, user):
        raise ActionRefusedError(
            _("The name %(name)s is taken. Choose another one, or ask the technical administrator.")
            % {"name": username}
        )
    return grant_role(user=user, role=role, office=office, unit=unit, by=by)


@transaction.atomic
def edit_member(
    *, membership: Membership, role: str, by: User, unit: Unit | None = None, password: str = "", **about: Any
) -> Membership:
    """Change a member's role; what is said about the person only where `by` looks after them.

    about   display_name, email
    """
    user, office = membership.user, membership.office
    if queries.looks_after(by, user):
        edit_account(user=user, by=by, **about)
        if password:
            set_password(user=user, password=password, by=by)
    if (membership.role, membership.unit) == (role, unit):
        return membership
    granted = grant_role(user=user, role=role, office=office, unit=unit, by=by)
    revoke_role(membership=membership, by=by)
    return granted


def save_checked(row: models.Model) -> None:
    """Save a row whose fields and constraints hold; else refuse with every problem in one text."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise ActionRefusedError(" ".join(error.messages)) from error
    row.save()


def edit_checked(
    row: Row, fields: dict[str, Any], *, verb: str, by: Actor, office_id: int | None = None
) -> Row:
    """Set the fields, save, and name those that changed in the trail; where none did, write nothing."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, fields[name])
    save_checked(row)
    trail.record(verb, on=row, by=by, office_id=office_id, changed=changed)
    return row


def remove_unused(row: models.Model, *, verb: str, by: Actor, office_id: int | None) -> None:
    """Delete a row to which nothing points.

    raises  ActionRefusedError if something does.
    """
    trail.record(verb, on=row, by=by, office_id=office_id)
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError as error:
        raise ActionRefusedError(
            _("%(row)s is still used and stays. Move what belongs to it first.") % {"row": row}
        ) from error


def _root(tree: type[Any]) -> Any:
    return tree.get_first_root_node()


def _code_is_free(office: Office, code: str) -> None:
    if Unit.objects.filter(office=office, code=code).exists():
        raise ActionRefusedError(
            _("Another unit of the office has the code %(code)s. Choose another one.") % {"code": code}
        )


def _same_office(unit: Unit | None, office: Office) -> None:
    if unit is not None and unit.office_id != office.pk:
        raise ActionRefusedError(_("The unit belongs to another office."))


def _group_of(membership: Membership) -> Group:
    if membership.body:
        return membership.body.group
    return OfficeGroup.objects.get(office=membership.office, role=membership.role).group
