"""Surveys and what is kept of them. Nothing here leads from a person, a code or a moment to an answer.

Before sealing a sheet is a box that nobody can open alone; afterwards it is a row in random order.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.surveys.streams import STREAMS, StreamKind


class Survey(models.Model):
    """One instrument of one assessment, put to those who may answer.

    public_key   boxes are sealed to it; empty until the survey is made ready.
    verify_key   receipts are checked with it.
    pace         when the next sheet without proof of work may come: one number, overwritten (see `pace`).
    counts       once sealed: stream -> {"respondents": n, "by_row": {row: [answers per choice]}}.
    is_cleaned   once sealed: the key file is destroyed and the database compacted.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="survey_rounds")
    instrument = models.CharField(max_length=20)
    slug = models.CharField(max_length=12, unique=True)
    opens_on = models.DateField(_("Opens on"))
    closes_on = models.DateField(_("Closes on"))
    has_english = models.BooleanField(_("Also in English"), default=True)
    asks_suggestion = models.BooleanField(_("Asks for a suggestion"), default=True)
    public_key = models.BinaryField(max_length=32, default=bytes)
    verify_key = models.BinaryField(max_length=32, default=bytes)
    pace = models.BigIntegerField(default=0, editable=False)
    proposed_by_id = models.BigIntegerField(
        null=True, editable=False
    )  # a plain number: the trail has the name
    proposed_by_name = models.CharField(max_length=200, blank=True, editable=False)
    proposed_on = models.DateField(null=True, editable=False)
    sealed_on = models.DateField(null=True, editable=False)
    sealed_hash = models.CharField(max_length=64, blank=True, editable=False)
    counts = models.JSONField(null=True, editable=False)
    is_cleaned = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["assessment", "-instrument"]  # IIT before EIT
        constraints = [
            models.UniqueConstraint(fields=["assessment", "instrument"], name="survey_once_in_assessment"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="survey_closes_after_it_opens",
                violation_error_message=_("The closing day lies before the opening day."),
            ),
            models.CheckConstraint(
                condition=Q(sealed_on__isnull=True, sealed_hash="", counts__isnull=True)
                | (Q(sealed_on__isnull=False, counts__isnull=False) & ~Q(sealed_hash="")),
                name="survey_is_sealed_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.instrument}"

    @property
    def is_ready(self) -> bool:
        """Whether keys were made, so that it can take answers."""
        return bool(self.public_key)

    @property
    def is_sealed(self) -> bool:
        return self.sealed_on is not None


class Stream(models.Model):
    """heads  how many could answer this way; None where it is not known."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="streams")
    code = models.CharField(max_length=30)
    heads = models.PositiveIntegerField(_("How many could answer"), null=True, blank=True)
    codes_issued = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("stream")
        ordering = ["survey", "pk"]
        constraints = [models.UniqueConstraint(fields=["survey", "code"], name="stream_once_in_survey")]

    def __str__(self) -> str:
        return f"{self.survey} · {self.code}"

    @property
    def kind(self) -> object:
        return STREAMS[self.code]


class KeyHolder(models.Model):
    """One of those whose keys open the boxes, two together. Of the key only the public half is here."""

    class Role(models.TextChoices):
        ADMIN = "admin", _("Office administrator")
        EXECUTIVE = "executive", _("Executive")
        BODY = "body", _("Assessing body")

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="holders")
    role = models.CharField(max_length=20, choices=Role.choices)
    holder_id = models.BigIntegerField()
    holder_name = models.CharField(max_length=200)
    public_key = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("key holder")
        ordering = ["survey", "role"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "role"], name="key_role_once_in_survey"),
            models.UniqueConstraint(fields=["survey", "holder_id"], name="key_holder_once_in_survey"),
        ]

    def __str__(self) -> str:
        return f"{self.survey} · {self.role}"


class Code(models.Model):
    """A one-use code as a keyed hash. Which sheet it was used for is nowhere; deleted at sealing."""

    code_hash = models.CharField(max_length=64, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="codes")
    stream = models.CharField(max_length=30)
    is_spent = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("code")

    def __str__(self) -> str:
        return self.stream


class Box(models.Model):
    """A sheet until sealing. Deleted at sealing.

    submission   HMAC(server key, submission id): finds a repeat.
    answers_mac  HMAC(submission id, sheet): tells whether a repeat is the same.
    sealed       the sheet and its suggestion, sealed to the survey's public key; all are equally long.
    """

    submission = models.CharField(max_length=64, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="boxes", db_index=False)
    stream = models.CharField(max_length=30)
    day = models.DateField()
    answers_mac = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("sealed box")
        indexes = [models.Index(fields=["survey", "stream", "day"], name="box_of_survey_by_day")]

    def __str__(self) -> str:
        return self.stream


class Sheet(models.Model):
    """A sheet once sealed. Its day was dealt out anew among the stream's sheets, so it tells nothing of it.

    answers  one byte a row of the instrument: 0 blank, else the place of the choice in its scale, from 1.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="sheets")
    stream = models.CharField(max_length=30)
    day = models.DateField()
    answers = models.BinaryField()

    class Meta:
        verbose_name = _("sheet")

    def __str__(self) -> str:
        return self.stream


class Suggestion(models.Model):
    """What somebody suggested: apart from every sheet, and only where at least ten people did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="suggestions")
    text = models.TextField()

    class Meta:
        verbose_name = _("suggestion")

    def __str__(self) -> str:
        return self.text[:40]


class PaperBatch(models.Model):
    """A pile of paper sheets that is being typed in. Closed, it is a name and some numbers.

    is_complete     every paper of it is typed, and those to be typed a second time are drawn.
    corrections     sheets that were typed anew or removed.
    compared        answers that a second person typed, too; `differing` of them otherwise.
    unchecked_why   why it was closed before the second person was done.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="batches")
    stream = models.CharField(max_length=30)
    name = models.CharField(_("Name of the pile"), max_length=60)
    is_complete = models.BooleanField(default=False, editable=False)
    is_closed = models.BooleanField(default=False, editable=False)
    sheets_taken = models.PositiveIntegerField(default=0, editable=False)
    corrections = models.PositiveIntegerField(default=0, editable=False)
    compared = models.PositiveIntegerField(default=0, editable=False)
    differing = models.PositiveIntegerField(default=0, editable=False)
    unchecked_why = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("pile of paper sheets")
        ordering = ["survey", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "name"],
                name="batch_name_once_in_survey",
                violation_error_message=_("A pile with this name is already there."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> StreamKind:
        return STREAMS[self.stream]


class PaperSheet(models.Model):
    """A paper sheet as typed, under the number written on the paper. Deleted when the pile is closed.

    is_drawn  a second person is to type it, too; `second` is what they typed.
    """

    batch = models.ForeignKey(PaperBatch, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField(_("Number on the paper"))
    answers = models.BinaryField()
    suggestion = models.TextField(blank=True)
    entered_by_id = models.BigIntegerField()
    is_drawn = models.BooleanField(default=False)
    second = models.BinaryField(null=True)
    second_by_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("paper sheet")
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="paper_number_once_in_batch")]

    def __str__(self) -> str:
        return f"{self.batch} · {self.number}"


class GivingUp(models.Model):
    """A survey whose sheets can never be opened is given up: one person proposes it, another does it.

    done_on  None until then. The row stays, so that its old address can say that nothing is kept.
    slug     the old address.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="given_up")
    slug = models.CharField(max_length=12, unique=True)
    reason = models.TextField(_("Reason"), max_length=1000)
    proposed_by_id = models.BigIntegerField()
    proposed_by_name = models.CharField(max_length=200)
    done_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("survey given up")
        ordering = ["survey", "pk"]

    def __str__(self) -> str:
        return f"{self.survey} · {self.slug}"
