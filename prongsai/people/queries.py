"""Who may see and do what, and who is where."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core import spelling
from prongsai.people.models import Body, Membership, Office, Post, Unit, User

Role = Membership.Role
Verb = str

# `edit_own_unit` reaches only what belongs to the member's own unit; `edit` reaches all of the office.
VERBS: dict[str, frozenset[Verb]] = {
    Role.OFFICE_ADMIN: frozenset({"view", "edit", "edit_own_unit", "administer"}),
    Role.UNIT_MEMBER: frozenset({"view", "edit_own_unit"}),
    Role.EXECUTIVE: frozenset({"view", "approve"}),
    Role.VIEWER: frozenset({"view"}),
    Role.ASSESSOR: frozenset({"view", "assess"}),
    Role.CENTRAL: frozenset({"view", "assess"}),
}
# A technical administrator puts things right everywhere, but neither approves nor judges.
TECHNICAL = frozenset({"view", "edit", "edit_own_unit", "administer"})


def roles_with(verb: Verb) -> list[str]:
    if not any(verb in verbs for verbs in VERBS.values()):
        raise ValueError(
            f"No role may '{verb}'. Known: {', '.join(sorted(frozenset().union(*VERBS.values())))}."
        )
    return [role for role, verbs in VERBS.items() if verb in verbs]


def offices_where(user: User | AnonymousUser, verb: Verb) -> QuerySet[Office]:
    """Offices in which the user may do this."""
    roles = roles_with(verb)
    if not (user.is_authenticated and user.is_active):
        return Office.objects.none()
    if user.is_superuser and verb in TECHNICAL:
        return Office.objects.all()
    own = Membership.objects.filter(user=user, role__in=roles)
    return Office.objects.filter(
        Q(pk__in=own.filter(office__isnull=False).values("office"))
        | Q(body__in=own.filter(body__isnull=False).values("body"))
    )


def offices_visible_to(user: User | AnonymousUser) -> QuerySet[Office]:
    return offices_where(user, "view")


def may(user: User | AnonymousUser, verb: Verb, office: Office, *, unit: Unit | None = None) -> bool:
    """Say whether the user may do this in the office; with a unit, to a thing that belongs to that unit."""
    if verb == "edit_own_unit" and unit is not None and not may(user, "edit", office):
        return (
            user.is_authenticated
            and user.is_active
            and Membership.objects.filter(user=user, role=Role.UNIT_MEMBER, office=office, unit=unit).exists()
        )
    return offices_where(user, verb).filter(pk=office.pk).exists()


def office_or_404(user: User | AnonymousUser, slug: str, verb: Verb) -> Office:
    """Give the office, or 404: another office's things do not exist for those who may not."""
    return get_object_or_404(offices_where(user, verb).select_related("body"), slug=slug)


def memberships_of(user: User) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user).select_related("office", "body", "unit")


def roles_in(user: User, office: Office) -> set[str]:
    """Roles the user has in this office, through the office or its body."""
    return set(
        Membership.objects.filter(user=user)
        .filter(Q(office=office) | Q(body=office.body_id))
        .values_list("role", flat=True)
    )


def members_of(office: Office) -> QuerySet[Membership]:
    return Membership.objects.filter(office=office).select_related("user", "unit")


def units_of(office: Office) -> QuerySet[Unit]:
    return Unit.objects.filter(office=office)


def own_units(user: User, office: Office) -> QuerySet[Unit]:
    return Unit.objects.filter(office=office, memberships__user=user, memberships__role=Role.UNIT_MEMBER)


def head_of(office: Office) -> Post | None:
    return Post.objects.filter(office=office, is_head=True).first()


def bodies_visible_to(user: User) -> QuerySet[Body]:
    """Bodies the user works in, or whose offices they see."""
    if user.is_superuser:
        return Body.objects.all()
    return Body.objects.filter(
        Q(pk__in=offices_visible_to(user).values("body")) | Q(memberships__user=user)
    ).distinct()


def verbs_of(user: User | AnonymousUser, office: Office) -> frozenset[Verb]:
    """Everything the user may do in the office."""
    if not (user.is_authenticated and user.is_active):
        return frozenset()
    verbs = frozenset().union(*(VERBS[role] for role in roles_in(user, office)))
    return verbs | TECHNICAL if user.is_superuser else verbs


def looks_after(administrator: User, user: User) -> bool:
    """Say whether every role of the user lies in offices that this administrator administers."""
    if administrator.is_superuser:
        return True
    if user.is_superuser:
        return False
    own = offices_where(administrator, "administer").values("pk")
    held = Membership.objects.filter(user=user)
    return held.exists() and not held.exclude(office__in=own).exists()


def find_offices(user: User | AnonymousUser, typed: str) -> QuerySet[Office]:
    """Offices the user sees whose name or address holds what was typed."""
    offices = offices_visible_to(user).select_related("body")
    typed = spelling.mend(typed)
    if not typed:
        return offices
    return offices.filter(
        Q(name_th__icontains=typed)
        | Q(name_en__icontains=typed)
        | Q(short_th__icontains=typed)
        | Q(slug__icontains=typed)
    )


def technical_or_404(user: User | AnonymousUser) -> User:
    """Give the technical administrator, else 404."""
    return get_object_or_404(User, pk=user.pk, is_superuser=True, is_active=True)
