"""What is published can be computed anew by anyone, and tells nothing that is withheld."""

import json
from datetime import UTC, datetime
from fractions import Fraction as F

import pytest
from assessed import answers

from prongsai.collect.assessments import actions as assessments
from prongsai.core.text import Text
from prongsai.disclose import actions, record
from prongsai.disclose.record import Edition

pytestmark = pytest.mark.django_db


def recomputed(part, about):
    """The points of a part from the record alone, with plain fractions."""
    if "counts" in part:
        pairs = [
            (n, F(p)) for n, p in zip(part["counts"], about[part["code"]]["choice_points"], strict=True) if p
        ]
        return sum(n * p for n, p in pairs) / sum(n for n, _ in pairs)
    if part.get("is_published") or "parts" not in part:
        return F(part["points"])
    return sum(recomputed(each, about) * F(each["weight"]) for each in part["parts"])


def draft_of(assessment):
    return json.loads(record.written(actions.draft(assessment)))


def test_the_total_can_be_computed_anew_from_the_json_of_raw_answers(surveyed):
    found = draft_of(surveyed)
    exact = recomputed(found["score"], found["parts"])

    assert exact == F(found["score"]["points"])
    assert found["total"]["printed"] == f"{float(exact):.2f}"
    assert {part["code"] for part in found["score"]["parts"]} == {"iit", "eit", "oit"}


def test_the_total_can_be_computed_anew_from_the_json_of_published_figures(complete):
    found = draft_of(complete)

    assert recomputed(found["score"], found["parts"]) == F("98.785")
    assert (found["total"]["printed"], found["total"]["grade"]) == ("98.79", "AA")
    assert [found["parts"][code]["share"] for code in ("iit", "eit", "oit")] == ["29.40", "29.39", "40.00"]


def test_every_part_has_a_name_and_a_working_in_both_languages(surveyed):
    found = draft_of(surveyed)
    shown = {code for code in codes(found["score"]) if code != "obec-2565"}

    assert shown <= found["parts"].keys()
    assert all(found["parts"][code]["name"][language] for code in shown for language in ("th", "en"))
    assert all(found["working"][code][language] for code in shown for language in ("th", "en"))


def codes(score):
    return [score["code"], *(code for part in score.get("parts", ()) for code in codes(part))]


def test_counts_of_few_respondents_are_nowhere_in_the_record(surveyed):
    few = answers("iit", 1, 1, 2, 5)
    assessments.bring_in_answers(assessment=surveyed, instrument="iit", counts=few, by=None)

    found = draft_of(surveyed)
    iit = found["score"]["parts"][0]
    rows = [part for part in walk(iit) if found["parts"][part["code"]]["kind"] == "row"]

    assert [part for part in walk(iit) if "counts" in part] == []
    assert [part for part in rows if "points" in part] == []
    assert found["samples"][0]["answered"] == 9


def walk(score):
    return [score, *(below for part in score.get("parts", ()) for below in walk(part))]


def test_the_same_result_at_the_same_moment_gives_the_same_bytes(complete):
    edition = Edition(version=1, published_at=datetime(2026, 1, 2, tzinfo=UTC))

    assert record.written(actions.record_of(complete, edition)) == record.written(
        actions.record_of(complete, edition)
    )


def test_means_and_last_year_stand_beside_the_total(complete, office):
    assessments.set_mean(assessment=complete, label_th="ระดับประเทศ", figures={"obec-2565": F(96)}, by=None)
    next_year = assessments.create_assessment(office=office, framework_code="obec-2566-draft", by=None)
    figures = {str(n): F(99) for n in range(1, 11)}
    assessments.bring_in_indicators(assessment=next_year, figures=figures, by=None)

    this, later = draft_of(complete), draft_of(next_year)

    assert this["compared"]["obec-2565"]["means"][0] | {"label": ""} == {
        "label": "",
        "figure": "96.00",
        "change": "+2.79",
        "is_clear": None,
    }
    assert later["last_year"] == {
        "framework": "obec-2565",
        "year_be": 2565,
        "printed": "98.79",
        "grade": "AA",
    }
    assert later["compared"]["obec-2566-draft"]["last_year"]["change"] == "+0.21"


def test_what_changed_and_where_the_figures_come_from_is_said_in_the_record(complete):
    edition = Edition(
        version=2,
        published_at=datetime(2026, 1, 2, tzinfo=UTC),
        changes=Text("แก้ตัวชี้วัดที่ 2"),
        note=Text("จากรายงาน", "from a report"),
    )

    found = actions.record_of(complete, edition)["edition"]

    assert (found["version"], found["published_at"]) == (2, "2026-01-02T00:00:00+00:00")
    assert (found["changes"]["th"], found["note"]) == (
        "แก้ตัวชี้วัดที่ 2",
        {"th": "จากรายงาน", "en": "from a report"},
    )
