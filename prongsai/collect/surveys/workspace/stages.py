"""Where a survey stands, and what comes next for the one who looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from prongsai.collect.surveys.models import Survey


class Stage(StrEnum):
    NONE = "none"
    PREPARING = "preparing"
    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"
    SEALED = "sealed"


WORDS = {
    Stage.NONE: _("Not set up"),
    Stage.PREPARING: _("Being prepared"),
    Stage.COMING: _("Waits for its day"),
    Stage.OPEN: _("Open"),
    Stage.CLOSED: _("Closed, to be sealed"),
    Stage.SEALED: _("Sealed"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A stage with its words; `is_good` where nothing waits for the office."""

    stage: Stage

    @property
    def words(self) -> str:
        return str(WORDS[self.stage])

    @property
    def is_good(self) -> bool:
        return self.stage in {Stage.OPEN, Stage.SEALED}


def stage_of(survey: Survey | None, today: date) -> Stage:
    if survey is None:
        return Stage.NONE
    if survey.is_sealed:
        return Stage.SEALED
    if not survey.is_ready:
        return Stage.PREPARING
    if today < survey.opens_on:
        return Stage.COMING
    return Stage.OPEN if today <= survey.closes_on else Stage.CLOSED
