"""Kept results. Rows are only ever added."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.trail.models import OnlyAdded


class Run(OnlyAdded):
    """What an assessment came to at one moment, and everything that it was reckoned from.

    inputs       the counts, verdicts and figures that went in. Never shown: few answers stand there open.
    inputs_hash  sha256 of the inputs as canonical JSON. Never printed either: few answers could be found
                 again by trying all of them.
    result       the veiled tree, which may be shown.
    result_hash  sha256 of the result as canonical JSON.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="runs")
    office_id = models.BigIntegerField(db_index=True)
    inputs = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    scoring_hash = models.CharField(max_length=64)
    result = models.JSONField()
    result_hash = models.CharField(max_length=64)
    release = models.CharField(_("Release"), max_length=40)
    made_at = models.DateTimeField(_("Made at"), default=timezone.now)
    made_by = models.CharField(_("Made by"), max_length=200)

    class Meta(OnlyAdded.Meta):
        verbose_name = _("kept result")
        verbose_name_plural = _("kept results")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["assessment", "-id"], name="run_of_assessment")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(inputs_hash="") & ~Q(scoring_hash="") & ~Q(result_hash="") & ~Q(release=""),
                name="run_names_its_hashes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.result_hash[:12]}"
