"""The story of one book, out of what stands on the line."""

from __future__ import annotations

import hashlib
import json
import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from fractions import Fraction
from importlib import metadata

from prongsai.act.intake import read_measures
from prongsai.analyse.intake import OwnWords, read_texts
from prongsai.analyse.story import Mean, OfficeCard, Story
from prongsai.collect.assessments.intake import figure, read_indicators
from prongsai.core import thai
from prongsai.core.days import BANGKOK
from prongsai.core.framework import Framework
from prongsai.core.measure import Measure
from prongsai.core.record import result_record
from prongsai.core.score import Inputs
from prongsai.core.text import Text
from prongsai.terminal.framework import named
from prongsai.terminal.inputs import Desk, assessed, gathered

EPOCH = "SOURCE_DATE_EPOCH"


def story_of(arguments: Namespace, desk: Desk) -> Story:
    """Read everything that was named and put it together.

    raises  Refusal with every problem of every file and option
    """
    framework = named(arguments.framework)
    inputs = gathered(arguments, framework, desk)
    own = OwnWords({})
    measures: tuple[Measure, ...] = ()
    if arguments.texts:
        own = desk.read(
            arguments.texts, lambda c, name, notes: read_texts(framework, c, name, notes=notes), own
        )
    if arguments.measures:
        measures = desk.read(
            arguments.measures,
            lambda c, name, notes: read_measures(framework, c, name, notes=notes),
            measures,
        )
    means = tuple(_means(arguments, framework, desk))
    past = _past(arguments, framework, desk)
    made_at = _made_at(arguments, desk)
    desk.settle()
    story = Story(
        office=OfficeCard(name=Text(arguments.office, arguments.office_en), site=arguments.site),
        result=assessed(framework, inputs, arguments.office_class),
        earlier=(assessed(*past),) if past else (),
        means=means,
        texts=own.texts,
        preface=own.preface,
        measures=measures,
        made_at=made_at,
        release=metadata.version("prongsai"),
        data_hash="",
    )
    return replace(story, data_hash=data_hash(story))


def data_hash(story: Story) -> str:
    """sha256 of all that goes into the book, as canonical JSON.

    It is made of the figures that may be shown, never of the counts behind withheld ones: the hash is
    printed, and few answers could be found again by trying all of them.
    """
    record = {
        "office": asdict(story.office),
        "result": result_record(story.result),
        "earlier": [result_record(result) for result in story.earlier],
        "means": [asdict(mean) for mean in story.means],
        "texts": {code: asdict(text) for code, text in story.texts.items()},
        "preface": asdict(story.preface),
        "measures": [asdict(measure) for measure in story.measures],
    }
    plain = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def _means(arguments: Namespace, framework: Framework, desk: Desk) -> Iterator[Mean]:
    for typed in arguments.mean:
        label, _, value = typed.rpartition("=")
        points = figure(value)
        if not label.strip() or points is None:
            desk.problems.append(_NO_MEAN.fill(typed=typed))
        else:
            exact = Decimal(points.numerator) / Decimal(points.denominator)
            yield Mean(Text(label.strip()), {framework.code: exact})


def _past(arguments: Namespace, framework: Framework, desk: Desk) -> tuple[Framework, Inputs] | None:
    """The figures of an earlier year, and its rules: by default the same rules a year before."""
    if not arguments.previous:
        return None
    if arguments.previous_framework:
        rules = named(arguments.previous_framework)
    else:
        rules = replace(framework, year_be=framework.year_be - 1)
    if rules.year_be >= framework.year_be:
        desk.problems.append(_NOT_EARLIER.fill(code=rules.code, year=framework.year_be))
    published: dict[str, Fraction] = {}
    published = desk.read(
        arguments.previous, lambda c, name, notes: read_indicators(rules, c, name, notes=notes), published
    )
    return rules, Inputs(published=published)


def _made_at(arguments: Namespace, desk: Desk) -> datetime:
    """The day on the line, else the moment that the environment names, else the beginning of this day."""
    day = thai.day(arguments.date) if arguments.date else datetime.now(BANGKOK).date()
    if day is None:
        desk.problems.append(_NO_DAY.fill(typed=arguments.date))
    epoch = os.environ.get(EPOCH, "")
    if not arguments.date and epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(day or datetime.now(BANGKOK).date(), time(), BANGKOK)


_NO_MEAN = Text(
    th='--mean {typed}: ต้องเขียนเป็น "ชื่อ=คะแนน" เช่น "ระดับประเทศ=96.00"',
    en='--mean {typed}: write "LABEL=POINTS", such as "national=96.00".',
)
_NOT_EARLIER = Text(
    th="--previous-framework: {code} ไม่ใช่ปีก่อน พ.ศ. {year}",
    en="--previous-framework: {code} is not of a year before B.E. {year}.",
)
_NO_DAY = Text(
    th="--date: '{typed}' ไม่ใช่วันที่ เขียนเช่น 2023-01-31 หรือ 31 ม.ค. 66",
    en="--date: '{typed}' is not a day. Write it like 2023-01-31 or 31 ม.ค. 66.",
)
