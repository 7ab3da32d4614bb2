"""A measure answers the result of one assessment and is carried out in its practices."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.core.days import written_period
from prongsai.people.models import Unit, spoken


def named_by_hand(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class Measure(models.Model):
    """indicators  codes in the assessment's framework, in its order; empty if it answers none.
    revision    grows with every change, so that nobody writes over what they have not seen.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="measures")
    name_th = models.CharField(_("Measure, in Thai"), max_length=300)
    name_en = models.CharField(_("Measure, in English"), max_length=300, blank=True)
    indicators = models.JSONField(_("Indicators it answers"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=0, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["assessment", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name_th=""), name="measure_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return spoken(self.name_th, self.name_en)


class PracticeRow(models.Model):
    """One row of the measures table. Who is responsible: units, or names of groups, one a line."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="practices")
    practice_th = models.TextField(_("What is done, in Thai"))
    practice_en = models.TextField(_("What is done, in English"), blank=True)
    monitoring_th = models.TextField(_("How it is followed up, in Thai"))
    monitoring_en = models.TextField(_("How it is followed up, in English"), blank=True)
    reporting_th = models.TextField(_("What is reported, in Thai"))
    reporting_en = models.TextField(_("What is reported, in English"), blank=True)
    starts_on = models.DateField(_("First day"))
    ends_on = models.DateField(_("Last day"))
    other_owners = models.TextField(_("Other groups responsible"), blank=True)
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering = ["measure", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="practice_ends_after_it_starts",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                condition=~Q(practice_th="") & ~Q(monitoring_th="") & ~Q(reporting_th=""),
                name="practice_says_what_how_and_report",
            ),
        ]

    def __str__(self) -> str:
        return self.practice[:80]

    @property
    def practice(self) -> str:
        return spoken(self.practice_th, self.practice_en)

    @property
    def monitoring(self) -> str:
        return spoken(self.monitoring_th, self.monitoring_en)

    @property
    def reporting(self) -> str:
        return spoken(self.reporting_th, self.reporting_en)

    @property
    def period(self) -> str:
        return written_period(
            self.starts_on, self.ends_on, "en" if (get_language() or "").startswith("en") else "th"
        )

    @property
    def owner_names(self) -> list[str]:
        """The office's units first, then the groups written by hand."""
        return [*(owner.unit.name for owner in self.owners.all()), *named_by_hand(self.other_owners)]


class PracticeOwner(models.Model):
    """A unit that is responsible for a practice. A unit that is responsible for one stays."""

    practice = models.ForeignKey(PracticeRow, on_delete=models.CASCADE, related_name="owners")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="practices")

    class Meta:
        ordering = ["practice", "unit__order", "unit__code"]
        constraints = [models.UniqueConstraint(fields=["practice", "unit"], name="practice_owner_once")]

    def __str__(self) -> str:
        return str(self.unit)
