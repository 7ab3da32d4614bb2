"""What the screens show of texts and findings, in the language of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.act import queries as act
from prongsai.analyse import indicator_words, queries
from prongsai.analyse.findings import findings
from prongsai.analyse.material import material_of, story
from prongsai.analyse.models import PREFACE, OfficeText
from prongsai.analyse.story import Finding, Place, Story
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, previous
from prongsai.collect.assessments.screens import address_of
from prongsai.core.framework import Indicator
from prongsai.core.text import Text
from prongsai.people import queries as people
from prongsai.people.models import User


@dataclass(frozen=True)
class Remark:
    """A finding in words, beside the text it is about."""

    severity: str
    message: str


@dataclass(frozen=True, kw_only=True)
class TextShown:
    """One text with all that its writer should see beside it.

    description  the fixed one of the rules; empty for the preface.
    figures      what the figures say.
    last_year    last year's text.
    """

    code: str
    name: str
    description: str = ""
    figures: tuple[str, ...] = ()
    row: OfficeText
    last_year: Text | None
    may_write: bool
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class FindingShown:
    """A finding in words, what it is about, and the address where it is mended.

    address  empty for those who may not mend it.
    """

    severity: str
    message: str
    about: str
    address: str


@dataclass(frozen=True)
class Group:
    """Findings of one place: the texts, the measures, what was brought in."""

    title: str
    findings: tuple[FindingShown, ...]


def texts(assessment: Assessment, user: User) -> list[TextShown]:
    """Every text of an assessment, written or not; queries do not grow with them."""
    told = _story(assessment)
    rows = queries.text_rows(assessment)
    before = previous(assessment)
    old = queries.texts_of(before) if before else {}
    may_write_all = people.may(user, "edit", assessment.office)
    own = set(people.own_units(user, assessment.office).values_list("pk", flat=True))
    found = findings(told)
    shown = []
    for code in queries.text_codes(assessment):
        row = rows.get(code) or OfficeText(assessment=assessment, code=code)
        shown.append(
            TextShown(
                code=code,
                **_about(told, code),
                row=row,
                last_year=old.get(code),
                may_write=may_write_all or row.unit_id in own,
                remarks=_remarks(found, Place("preface") if code == PREFACE else Place("text", code)),
            )
        )
    return shown


def _remarks(found: tuple[Finding, ...], place: Place) -> tuple[Remark, ...]:
    here = [each for each in found if (each.about.kind, each.about.code) == (place.kind, place.code)]
    return tuple(Remark(each.severity, each.message.in_(queries.screen_language())) for each in here)


def _about(told: Story, code: str) -> dict[str, Any]:
    if code == PREFACE:
        return {"name": _("Preface")}
    language = queries.screen_language()
    indicator = next(each for each in told.framework.indicators if each.code == code)
    return {
        "name": _named(indicator),
        "description": indicator.description.in_(language),
        "figures": tuple(text.in_(language) for text in indicator_words.of_indicator(told, code)),
    }


def _named(indicator: Indicator) -> str:
    name = indicator.name.in_(queries.screen_language())
    return _("Indicator %(code)s %(name)s") % {"code": indicator.code, "name": name}


def _practice(row: int) -> str:
    return _("Practice %(number)s") % {"number": row + 1}


def groups(assessment: Assessment, user: User) -> list[Group]:
    """Findings by where they are mended, the graver ones first."""
    found = all_findings(assessment)
    mending = _Mending(assessment, user)
    titles = {
        "inputs": _("What was brought in"),
        "text": _("Texts"),
        "preface": _("Preface"),
        "measure": _("Measures"),
        "gap": _("Weak points"),
    }
    shown = []
    for kind, title in titles.items():
        here = [each for each in found if each.about.kind == kind]
        here.sort(key=lambda each: each.severity != "mend")
        if here:
            shown.append(Group(title, tuple(mending.shown(each) for each in here)))
    return shown


def all_findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Findings of the Thai story, and those that only the English measures give."""
    material = material_of(assessment)
    thai, english = (
        findings(story(material, made_at=timezone.now(), language=language)) for language in ("th", "en")
    )
    known = {(each.code, each.about) for each in thai}
    return (*thai, *(each for each in english if (each.code, each.about) not in known))


class _Mending:
    """Addresses of the places to mend, for one user."""

    def __init__(self, assessment: Assessment, user: User) -> None:
        self.assessment = assessment
        self.measures = list(act.rows_of(assessment))
        self.changeable = act.changeable(user, assessment.office, self.measures)
        indicators = framework_of(assessment).indicators
        self.names = {each.code: _named(each) for each in indicators}
        self.verbs = people.verbs_of(user, assessment.office)

    def shown(self, finding: Finding) -> FindingShown:
        return FindingShown(
            finding.severity,
            finding.message.in_(queries.screen_language()),
            self.name(finding.about),
            self.address(finding.about),
        )

    def name(self, place: Place) -> str:
        if place.kind == "measure":
            measure = str(self.measures[int(place.code)])
            return measure if place.row is None else f"{measure} · {_practice(place.row)}"
        return self.names.get(place.code, "")

    def address(self, place: Place) -> str:
        match place.kind:
            case "text":
                return self._url("analyse_text", place.code)
            case "preface":
                return self._url("analyse_text", PREFACE)
            case "measure":
                return self._measure(int(place.code), place.row)
            case "gap":
                if "edit_own_unit" in self.verbs:
                    return f"{self._url('act_measure_add')}?indicator={place.code}"
                return self._url("act_measures")
            case _:
                return self._url("assessments_show") if "edit" in self.verbs else ""

    def _measure(self, place: int, row: int | None) -> str:
        measure = self.measures[place]
        if measure.pk in self.changeable:
            anchor = "" if row is None else f"#practice-{row}"
            return self._url("act_measure_change", measure.pk) + anchor
        return f"{self._url('act_measures')}#measure-{place}" + ("" if row is None else f"-{row}")

    def _url(self, name: str, *more: object) -> str:
        return reverse(name, args=[*address_of(self.assessment), *more])


def _story(assessment: Assessment) -> Story:
    return story(material_of(assessment), made_at=timezone.now(), language=queries.screen_language())
