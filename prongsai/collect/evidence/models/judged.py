"""How people judged what an office shows: who, under which assignment, what, and what the office replied."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.evidence.models.shown import Capture, Work
from prongsai.people.models import Body, Office, User
from prongsai.trail.models import OnlyAdded


class Assessor(models.Model):
    """Somebody who judges items for a body. most_items: not yet judged at one time."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="assessors")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assessing", verbose_name=_("User"))
    most_items = models.PositiveIntegerField(_("Most items at one time"), default=450)
    is_present = models.BooleanField(_("Takes on items"), default=True)
    declared_on = models.DateField(null=True)  # of interests; none: nothing is given to them

    class Meta:
        verbose_name = _("assessor")
        verbose_name_plural = _("assessors")
        ordering = ["body", "user__display_name"]
        constraints = [models.UniqueConstraint(fields=["body", "user"], name="assessor_once_in_body")]

    def __str__(self) -> str:
        return str(self.user)


class Interest(models.Model):
    """An office that an assessor must not judge, and why, as declared."""

    class Kind(models.TextChoices):
        OWN = "own", _("Own office")
        PARENT = "parent", _("Office above one's own")
        FORMER = "former", _("Former post")
        OTHER = "other", _("Family, dispute or another interest")

    assessor = models.ForeignKey(Assessor, on_delete=models.CASCADE, related_name="interests")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("Office"))
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind)
    said = models.CharField(_("In words"), max_length=500, blank=True)

    class Meta:
        ordering = ["assessor", "office__name_th"]
        constraints = [models.UniqueConstraint(fields=["assessor", "office"], name="interest_once")]

    def __str__(self) -> str:
        return f"{self.assessor} · {self.office}"


class Assignment(models.Model):
    """An item given to an assessor: the first mark, a blind second one, or the decision after a reply.

    ended_on  the day it was taken back, with the reason; what was marked under it stays.
    """

    class Role(models.TextChoices):
        FIRST = "first", _("First mark")
        SECOND = "second", _("Blind second mark")
        DECISION = "decision", _("Decision")

    class Why(models.TextChoices):
        CONFLICT = "conflict", _("Interest declared")
        ABSENT = "absent", _("Absent")
        WITHDREW = "withdrew", _("Withdrew")
        SENT_BACK = "sent_back", _("Sent back: marks agree poorly")

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="assignments")
    assessor = models.ForeignKey(Assessor, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=10, choices=Role)
    given_on = models.DateField()
    is_done = models.BooleanField(default=False)
    ended_on = models.DateField(null=True)
    why_ended = models.CharField(max_length=10, choices=Why, blank=True)

    class Meta:
        ordering = ["work", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["work", "role"], condition=Q(ended_on__isnull=True), name="assignment_once_a_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work} · {self.role}"


class Mark(OnlyAdded):
    """A judgement under one assignment; a new one is added, the old ones stay.

    elements  code of a required or example element -> "pass", "fail", "not_applicable".
    points    of the item by the framework's rule, exact; None: not applicable.
    capture   what was on the screen.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="marks")
    elements = models.JSONField()
    points = models.CharField(max_length=60, null=True)
    remark = models.TextField(blank=True)
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta(OnlyAdded.Meta):
        ordering = ["assignment", "pk"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.points}"


class Reply(OnlyAdded):
    """What the office says to a mark. addresses: of those links that were already frozen."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="replies")
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    addresses = models.JSONField(default=list)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta(OnlyAdded.Meta):
        ordering = ["work", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(words=""), name="objection_has_words")
        ]

    def __str__(self) -> str:
        return f"{self.work} · {'agrees' if self.agrees else 'objects'}"


class Wording(models.Model):
    """A remark that assessors of a body use again. item_code: empty for every item."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="wordings")
    item_code = models.CharField(_("Item"), max_length=20, blank=True)
    text = models.CharField(_("Remark"), max_length=500)

    class Meta:
        ordering = ["body", "item_code", "text"]
        constraints = [models.UniqueConstraint(fields=["body", "item_code", "text"], name="wording_once")]

    def __str__(self) -> str:
        return self.text
