"""Stories to tell in tests: what one office published, and an invented office with answers."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction as F
from importlib import import_module
from pathlib import Path

from prongsai.analyse.story import Mean, OfficeCard, Story
from prongsai.core.measure import Measure, Practice
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult, SurveyCounts
from prongsai.core.text import Text
from prongsai.frameworks import library

sys.path.append(str(Path(__file__).parents[1] / "core"))
draw = import_module("drawing").draw  # the core's frameworks, drawn as trees

YEAR = library.load("obec-2565")
PUBLISHED = {
    "1": "99.48", "2": "96.09", "3": "98.46", "4": "98.15", "5": "97.77",
    "6": "97.47", "7": "98.52", "8": "97.89", "9": "100", "10": "100",
}  # fmt: skip
OFFICE = OfficeCard(
    name=Text("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2", "Trang Primary Educational Service Area Office 2"),
    short=Text("สพป.ตรัง เขต 2"),
    head_position=Text("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2"),
    site="https://www.example.go.th",
)
NATIONAL = Mean(Text("ค่าเฉลี่ยระดับประเทศ", "the national mean"), {YEAR.code: Decimal("96.00")})
ALL_PASSED = {item.code: ItemResult(FULL) for item in YEAR.items}


def published(figures=PUBLISHED, items=ALL_PASSED, framework=YEAR):
    return assess(framework, Inputs(published={c: F(f) for c, f in figures.items()}, items=items))


def answered(*, iit=40, eit=120, low=4, items=ALL_PASSED, populations=None, framework=YEAR):
    """Everyone gives the best answer to every row, but `low` people the worst."""
    surveys = {}
    for code, many in (("iit", iit), ("eit", eit)):
        rows = {row.code: _counts(row, many, min(low, many)) for row in framework.rows_of(code)}
        surveys[code] = SurveyCounts(many, rows)
    return assess(framework, Inputs(surveys=surveys, items=items, populations=populations or {}))


def _counts(row, many, low):
    points = row.choice_points
    counts = [0] * len(points)
    counts[points.index(max(points))] += many - low
    counts[points.index(min(points))] += low
    return tuple(counts)


def story(result=None, **more):
    given = {
        "office": OFFICE,
        "means": (NATIONAL,),
        "made_at": datetime(2022, 10, 3, 2, 0, tzinfo=UTC),
        "release": "1.2.3",
        "data_hash": "ab" * 32,
    }
    return Story(result=result or published(), **(given | more))


def measure(name, *indicators, practices=None):
    return Measure(name=name, indicators=indicators, practices=practices or (practice(),))


def practice(starts_on=date(2022, 10, 1), ends_on=date(2023, 9, 30), owners=("กลุ่มอำนวยการ",), **texts):
    written = {"practice": "จัดทำคู่มือ", "monitoring": "ตรวจสอบทุกไตรมาส", "reporting": "รายงานผลต่อผู้บริหาร"}
    return Practice(starts_on=starts_on, ends_on=ends_on, owners=owners, **(written | texts))
