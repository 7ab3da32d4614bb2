"""An office's year under one framework. Of a survey only counts per row and choice are kept."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.frameworks import library
from prongsai.people.models import Office, spoken


class Assessment(models.Model):
    """One office under the rules of one year. The rules that it is scored by are pinned by their hash."""

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="assessments", verbose_name=_("Office")
    )
    framework_code = models.CharField(_("Framework"), max_length=60)
    scoring_hash = models.CharField(max_length=64, editable=False)
    wording_hash = models.CharField(max_length=64, editable=False)  # as read when it was created
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["-framework_code", "office"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "framework_code"],
                name="assessment_once_in_office",
                violation_error_message=_("The office already has this assessment."),
            ),
            models.CheckConstraint(
                condition=~Q(framework_code="") & ~Q(scoring_hash="") & ~Q(wording_hash=""),
                name="assessment_pins_its_rules",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} · {self.framework_code}"

    @property
    def year_be(self) -> int:
        return library.load(self.framework_code).year_be


class SurveyResult(models.Model):
    """How often each choice of each row was taken. Nothing says which answers were one person's.

    population   how many could have answered; None where it is not known.
    counts       row code -> answers per choice, in the order of the row's scale.
    streams      label of a stream -> the same of its sheets alone; empty where nothing is known of streams.
    sealed_hash  sha256 of the sealed counts; empty where they came from a file. What is sealed stays.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="surveys")
    instrument = models.CharField(max_length=20)
    respondents = models.PositiveIntegerField(_("Respondents"))
    population = models.PositiveIntegerField(_("Population"), null=True, blank=True)
    counts = models.JSONField()
    streams = models.JSONField(default=dict)
    sealed_hash = models.CharField(max_length=64, blank=True, editable=False)
    sealed_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("survey result")
        verbose_name_plural = _("survey results")
        ordering = ["assessment", "instrument"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "instrument"], name="survey_result_once"),
            models.CheckConstraint(condition=Q(respondents__gte=1), name="survey_result_of_somebody"),
            models.CheckConstraint(
                condition=Q(population__isnull=True) | Q(population__gte=F("respondents")),
                name="survey_population_holds_respondents",
            ),
            models.CheckConstraint(
                condition=Q(sealed_hash="", sealed_on__isnull=True)
                | (~Q(sealed_hash="") & Q(sealed_on__isnull=False)),
                name="survey_result_is_sealed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.instrument}"

    @property
    def is_sealed(self) -> bool:
        return bool(self.sealed_hash)


class ItemVerdict(models.Model):
    """What reviewers gave one item. `points` is exact ("100", "100/3"); None: not applicable."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="verdicts")
    item_code = models.CharField(_("Item"), max_length=20)
    points = models.CharField(_("Points"), max_length=60, null=True)
    remark = models.TextField(_("Reviewer's remark"), blank=True)

    class Meta:
        verbose_name = _("verdict on an item")
        verbose_name_plural = _("verdicts on items")
        ordering = ["assessment", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "item_code"], name="item_verdict_once"),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | ~Q(points=""), name="item_points_or_not_applicable"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.item_code}"


class PublishedFigure(models.Model):
    """A figure as it was published, of the total or of anything above rows and items. Exact ("99.48")."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="figures")
    code = models.CharField(max_length=60)
    figure = models.CharField(_("Figure"), max_length=60)

    class Meta:
        verbose_name = _("published figure")
        verbose_name_plural = _("published figures")
        ordering = ["assessment", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "code"], name="published_figure_once"),
            models.CheckConstraint(condition=~Q(figure=""), name="published_figure_is_there"),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.code}"


class LabelledMean(models.Model):
    """A mean that the office's figures are set beside: of the nation, of its category.

    figures  code -> exact figure; the framework's own code stands for the total.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="means")
    label_th = models.CharField(_("Label in Thai"), max_length=120)
    label_en = models.CharField(_("Label in English"), max_length=120, blank=True)
    figures = models.JSONField()

    class Meta:
        verbose_name = _("mean to compare with")
        verbose_name_plural = _("means to compare with")
        ordering = ["assessment", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "label_th"],
                name="mean_label_once",
                violation_error_message=_("A mean with this label is already there."),
            ),
            models.CheckConstraint(condition=~Q(label_th=""), name="mean_has_a_label"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return spoken(self.label_th, self.label_en)
