"""Brings the demonstration in through the actions, as its people would. What is there already stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from prongsai.act import actions as act
from prongsai.act.intake import read_measures
from prongsai.analyse import actions as analyse
from prongsai.analyse.intake import read_texts
from prongsai.analyse.models import PREFACE
from prongsai.collect.assessments import actions as assessments, intake
from prongsai.collect.assessments.models import Assessment
from prongsai.core.framework import Framework
from prongsai.core.measure import Measure, Practice
from prongsai.core.text import Text
from prongsai.disclose.actions import publish_result
from prongsai.frameworks import library
from prongsai.people import actions as people
from prongsai.people.models import Body, Membership, Office, Unit, User
from prongsai.project.demonstration.answers import made_up_sheets
from prongsai.project.demonstration.evidencing import ASSESSORS, appoint_assessors
from prongsai.project.demonstration.surveying import hold_open, hold_sealed

FOLDER = Path(__file__).parent
GROUPS = "obec-2565"  # whose owner groups are the units of the offices
BODY = {
    "code": "obec",
    "name_th": "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน",
    "name_en": "Office of the Basic Education Commission",
}
Role = Membership.Role
SIGNS_IN_AS = {
    Role.OFFICE_ADMIN: "admin",
    Role.UNIT_MEMBER: "member",
    Role.EXECUTIVE: "director",
    Role.VIEWER: "viewer",
    Role.ASSESSOR: "assessor",
}
CENTRAL, CENTRAL_NAME = "central", "เจ้าหน้าที่ส่วนกลาง (ตัวอย่าง)"


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody of the demonstration who may sign in. office is empty for central staff."""

    username: str
    name: str
    role: str
    office: str


def load() -> None:
    """Bring in what is not there yet: each office, and each of its years, in one piece or not at all."""
    body = Body.objects.filter(code=BODY["code"]).first() or people.create_body(**BODY, by=None)
    _sign_in(CENTRAL, CENTRAL_NAME, role=Role.CENTRAL, body=body)
    appoint_assessors(body, User.objects.get(username=CENTRAL))
    for folder in offices():
        office = Office.objects.filter(slug=folder.name).first() or _office(body, folder)
        for year in sorted(each for each in folder.iterdir() if each.is_dir()):
            if not Assessment.objects.filter(office=office, framework_code=year.name).exists():
                _assessment(office, year)


def offices() -> list[Path]:
    return sorted(path.parent for path in FOLDER.glob("*/office.yaml"))


def logins() -> Iterator[Login]:
    yield Login(CENTRAL, CENTRAL_NAME, Role.CENTRAL, "")
    for username, name in ASSESSORS.items():
        yield Login(username, name, Role.ASSESSOR, "")
    for folder in offices():
        told = _told(folder / "office.yaml")
        for role, ending in SIGNS_IN_AS.items():
            if role in told["users"]:
                name = told["users"][role]
                yield Login(f"{told['login']}.{ending}", name, role, told["short_th"])


@transaction.atomic
def set_passwords(password: str) -> None:
    for login in logins():
        user = User.objects.get(username=login.username)
        people.set_password(user=user, password=password, by=user)


@transaction.atomic
def _office(body: Body, folder: Path) -> Office:
    told = _told(folder / "office.yaml")
    office = people.create_office(
        body=body,
        slug=folder.name,
        kind=Office.Kind.EDUCATION_AREA,
        is_demonstration=True,
        by=None,
        **{name: told[name] for name in ("name_th", "name_en", "short_th", "province")},
    )
    groups = library.load(GROUPS).owner_groups
    for order, code in enumerate(told["units"]):
        name = groups[code]
        people.add_unit(office=office, code=code, name_th=name.th, name_en=name.en, order=order, by=None)
    if "head" in told:
        people.add_post(office=office, is_head=True, by=None, **told["head"])
    for role, ending in SIGNS_IN_AS.items():
        if role in told["users"]:
            unit = office.units.get(code=told["users"]["unit"]) if role == Role.UNIT_MEMBER else None
            _sign_in(f"{told['login']}.{ending}", told["users"][role], role=role, office=office, unit=unit)
    return office


def _sign_in(username: str, name: str, *, role: str, **where: Any) -> None:
    if not User.objects.filter(username=username).exists():
        user = people.create_user(username=username, display_name=name, by=None)
        people.grant_role(user=user, role=role, by=None, **where)


@transaction.atomic
def _assessment(office: Office, folder: Path) -> Assessment:
    told, by = _told(folder / "assessment.yaml"), _holder(office, Role.OFFICE_ADMIN)
    assessment = assessments.create_assessment(office=office, framework_code=folder.name, by=by)
    _results(assessment, folder, told, by)
    for survey, about in told.get("open", {}).items():
        hold_open(assessment, survey, about, by, _holder(office, Role.EXECUTIVE))
    for mean in told.get("means", ()):
        figures = {code: Fraction(figure) for code, figure in mean["figures"].items()}
        assessments.set_mean(assessment=assessment, by=by, **mean | {"figures": figures})
    if (folder / "texts.yaml").exists():
        _texts(assessment, folder, by)
        _measures(assessment, folder, by)
    if (publish := told.get("publish")) is not None:
        note = Text(publish.get("note_th", ""), publish.get("note_en", ""))
        publish_result(assessment=assessment, note=note, by=_holder(office, Role.EXECUTIVE))
    return assessment


def _results(assessment: Assessment, folder: Path, told: dict[str, Any], by: User) -> None:
    rules = library.load(folder.name)
    surveys = told.get("answers", {})
    for survey, about in surveys.items():
        if "sealed" in about:
            hold_sealed(assessment, survey, about, by, _holder(assessment.office, Role.EXECUTIVE))
            continue
        sheets = sheets_of(rules, survey, about)
        counts = intake.read_answers(rules, survey, sheets, f"{survey}.csv")
        assessments.bring_in_answers(assessment=assessment, instrument=survey, counts=counts, by=by)
    populations = {survey: about["population"] for survey, about in surveys.items() if "sealed" not in about}
    assessments.set_populations(assessment=assessment, populations=populations, by=by)
    if (items := folder / "items.csv").exists():
        found = intake.read_items(rules, items.read_bytes(), items.name)
        assessments.bring_in_items(assessment=assessment, items=found, by=by)
    if (indicators := folder / "indicators.csv").exists():
        figures = intake.read_indicators(rules, indicators.read_bytes(), indicators.name)
        assessments.bring_in_indicators(assessment=assessment, figures=figures, by=by)


def sheets_of(rules: Framework, survey: str, about: dict[str, Any]) -> bytes:
    """The made-up answers to one survey, as a file."""
    return made_up_sheets(
        rules, survey, respondents=about["respondents"], leaning=about["leaning"], seed=about["seed"]
    )


def sheets() -> Iterator[tuple[Path, bytes]]:
    """Every file of made-up answers, to try bringing one in: its path, and its bytes."""
    for told in sorted(FOLDER.glob("*/*/assessment.yaml")):
        rules = library.load(told.parent.name)
        for survey, about in _told(told).get("answers", {}).items():
            if "sealed" not in about:
                yield told.parent.relative_to(FOLDER) / f"{survey}.csv", sheets_of(rules, survey, about)


def _texts(assessment: Assessment, folder: Path, by: User) -> None:
    rules, path = library.load(folder.name), folder / "texts.yaml"
    own = read_texts(rules, path.read_bytes(), path.name)
    for code, text in [*own.texts.items(), (PREFACE, own.preface)]:
        analyse.write_text(assessment=assessment, code=code, text_th=text.th, text_en=text.en, by=by)


def _measures(assessment: Assessment, folder: Path, by: User) -> None:
    rules, path = library.load(folder.name), folder / "measures.yaml"
    units = {unit.name_th: unit for unit in assessment.office.units.all()}
    for measure in read_measures(rules, path.read_bytes(), path.name):
        _measure(assessment, measure, units, by)


def _measure(assessment: Assessment, measure: Measure, units: dict[str, Unit], by: User) -> None:
    act.add_measure(
        assessment=assessment,
        name_th=measure.name,
        indicators=measure.indicators,
        practices=[_draft(practice, units) for practice in measure.practices],
        by=by,
    )


def _draft(practice: Practice, units: dict[str, Unit]) -> act.PracticeDraft:
    return act.PracticeDraft(
        practice_th=practice.practice,
        monitoring_th=practice.monitoring,
        reporting_th=practice.reporting,
        starts_on=practice.starts_on,
        ends_on=practice.ends_on,
        units=tuple(units[name] for name in practice.owners if name in units),
        other_owners="\n".join(name for name in practice.owners if name not in units),
    )


def _holder(office: Office, role: str) -> User:
    return Membership.objects.select_related("user").get(office=office, role=role).user


def _told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
