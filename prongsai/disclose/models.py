"""What was published of an assessment. Rows are only ever added: a new version replaces the one before."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.people.models import spoken
from prongsai.trail.models import OnlyAdded


class Publication(OnlyAdded):
    """One published version of a result. The record that every page shows lies in the frozen store.

    office_slug, total … stand here once more so that lists need not open the records.
    changes_th           what is different from the version before; empty in the first one.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveIntegerField(_("Version"))
    sha256 = models.CharField(max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}\Z")])
    office_id = models.BigIntegerField()
    office_slug = models.SlugField(max_length=60)
    framework_code = models.CharField(max_length=60)
    year_be = models.PositiveIntegerField(_("Fiscal year"))
    framework_th = models.CharField(max_length=300)
    framework_en = models.CharField(max_length=300)
    total = models.CharField(_("Total"), max_length=20)  # as printed: "98.79"
    grade = models.CharField(_("Grade"), max_length=40)
    changes_th = models.TextField(_("What changed, in Thai"), blank=True)
    changes_en = models.TextField(_("What changed, in English"), blank=True)
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.CharField(max_length=200)

    class Meta(OnlyAdded.Meta):
        verbose_name = _("published result")
        verbose_name_plural = _("published results")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "version"], name="publication_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, changes_th="") | Q(version__gt=1) & ~Q(changes_th=""),
                name="publication_says_what_changed",
            ),
            models.CheckConstraint(condition=~Q(total=""), name="publication_has_a_total"),
        ]
        indexes = [
            models.Index(
                fields=["office_slug", "framework_code", "-version"], name="publication_at_its_address"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office_slug} · {self.framework_code} · {self.version}"

    @property
    def framework(self) -> str:
        return spoken(self.framework_th, self.framework_en)

    @property
    def changes(self) -> str:
        return spoken(self.changes_th, self.changes_en)
