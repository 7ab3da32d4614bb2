"""Rows that are only ever added. Actors, objects and offices are ids and labels: no key leads upwards."""

from __future__ import annotations

from typing import Any, NoReturn

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RowsAreOnlyAddedError(Exception):
    """Somebody tried to change or remove a row of the trail or of the frozen store."""

    def __init__(self, *_args: object) -> None:
        super().__init__("Rows of the trail and of the frozen store are only ever added. Add a new one.")


class OnlyAddedQuerySet(models.QuerySet[Any]):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise RowsAreOnlyAddedError

    def delete(self) -> NoReturn:
        raise RowsAreOnlyAddedError

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise RowsAreOnlyAddedError

    async def aupdate(self, **_kwargs: Any) -> NoReturn:
        raise RowsAreOnlyAddedError

    async def adelete(self) -> NoReturn:
        raise RowsAreOnlyAddedError


class OnlyAdded(models.Model):
    """Base of tables whose rows stay. The database refuses too: see the triggers in guards.py."""

    objects = OnlyAddedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RowsAreOnlyAddedError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise RowsAreOnlyAddedError


class Event(OnlyAdded):
    """Who did what, when."""

    at = models.DateTimeField(_("At"), default=timezone.now, db_index=True)
    actor_id = models.BigIntegerField(null=True)  # None: the system itself
    actor_label = models.CharField(_("By"), max_length=200)
    verb = models.CharField(_("What was done"), max_length=80)
    object_kind = models.CharField(max_length=80)  # "people.office"
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(_("On what"), max_length=300)
    office_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)

    class Meta(OnlyAdded.Meta):
        ordering = ["-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["office_id", "-at"], name="event_of_office"),
            models.Index(fields=["object_kind", "object_id"], name="event_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.object_label}"


class Frozen(OnlyAdded):
    """Something as it stood when it was frozen. Its bytes lie in FILES_DIR, named by their hash."""

    sha256 = models.CharField(max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}$")], db_index=True)
    office_id = models.BigIntegerField(null=True)
    slug = models.SlugField(max_length=120)  # what it is: "ita-result", "gift-register"
    period = models.CharField(max_length=40, blank=True)  # of when: "obec-2565", "2565", "2565-10"
    address = models.CharField(max_length=300, blank=True)  # where the public finds it
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()  # bytes
    frozen_at = models.DateTimeField(default=timezone.now)
    frozen_by = models.CharField(max_length=200)

    class Meta(OnlyAdded.Meta):
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["office_id", "slug", "period"], name="frozen_of_office"),
            models.Index(fields=["address"], name="frozen_at_address"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.period}"
