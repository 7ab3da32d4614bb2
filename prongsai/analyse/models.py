"""What an office writes about its result, and the books that were made of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.people.models import Unit, spoken

PREFACE = "preface"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
DIGITS = [("arabic", _("Arabic digits")), ("thai", _("Thai digits"))]


class OfficeText(models.Model):
    """The office's own words on one indicator, or the preface of its book.

    code          of the indicator, or PREFACE.
    unit          that writes it; without one, only the office's administrators do.
    started_from  code of the framework whose text this is a copy of, until somebody writes it anew.
    revision      grows with every change, so that nobody writes over what they have not seen.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="texts")
    code = models.CharField(max_length=20)
    text_th = models.TextField(_("Text in Thai"), blank=True)
    text_en = models.TextField(_("Text in English"), blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="texts", verbose_name=_("Unit")
    )
    started_from = models.CharField(max_length=60, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_by = models.CharField(max_length=200, blank=True, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("text of the office")
        verbose_name_plural = _("texts of the office")
        ordering = ["assessment", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "code"], name="office_text_once"),
            models.CheckConstraint(
                condition=Q(text_en="") | ~Q(text_th=""), name="office_text_in_thai_first"
            ),
            models.CheckConstraint(
                condition=Q(changed_by="", changed_at__isnull=True)
                | Q(~Q(changed_by=""), changed_at__isnull=False),
                name="office_text_changed_by_and_at_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.code}"

    @property
    def text(self) -> str:
        return spoken(self.text_th, self.text_en)


class Book(models.Model):
    """A report in one format, made in the background and kept by its hash.

    made_at    the moment written in the document: when a book of the same data and release was first
               asked for, so that the same data give the same bytes.
    data_hash  of everything that goes into the book.
    attempt    grows when it is asked for again; a job that was given up cannot write into the next one.
    moved_at   when the job last got a step further.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("Being made")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    class Reason(models.TextChoices):
        DATA = "data", _("The data do not make a book.")
        STOPPED = "stopped", _("It was stopped on the way.")
        PROGRAM = "program", _("The program failed. Tell your technical administrator the reference.")

    class Step(models.IntegerChoices):
        WAIT = 0, _("waiting for its turn")
        GATHER = 1, _("gathering results, texts and measures")
        WRITE = 2, _("writing the book")
        SET = 3, _("setting pages and tables")
        KEEP = 4, _("keeping the file")

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="books")
    report = models.CharField(max_length=40)
    format = models.CharField(max_length=10)
    language = models.CharField(max_length=2, choices=LANGUAGES)
    digits = models.CharField(max_length=10, choices=DIGITS)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    step = models.PositiveSmallIntegerField(choices=Step, default=Step.WAIT)
    attempt = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    detail = models.TextField(blank=True)  # of the reason: what the data lack, or a reference number
    release = models.CharField(max_length=40)
    data_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(null=True, blank=True)  # bytes
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("book")
        verbose_name_plural = _("books")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="done", size__isnull=False, sha256__regex=r"^[0-9a-f]{64}$")
                | Q(~Q(state="done"), size__isnull=True, sha256=""),
                name="book_has_bytes_when_done",
            ),
            models.CheckConstraint(
                condition=Q(state="failed") & ~Q(reason="") | ~Q(state="failed") & Q(reason=""),
                name="book_says_why_it_failed",
            ),
            models.CheckConstraint(
                condition=Q(language__in=["th", "en"], digits__in=["arabic", "thai"]),
                name="book_language_and_digits_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.report}.{self.format}"
