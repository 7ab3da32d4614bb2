"""What score, gaps and report read: the rules of a year and what an office has."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from prongsai.collect.assessments.intake import (
    IntakeError,
    Notes,
    read_answers,
    read_indicators,
    read_items,
)
from prongsai.core import codes, thai
from prongsai.core.framework import Framework, Instrument, Kind
from prongsai.core.result import Result, assess
from prongsai.core.score import Inputs, ItemResult, ScoreError, SurveyCounts
from prongsai.core.text import Language, Text
from prongsai.frameworks.problems import FrameworkError
from prongsai.terminal.framework import named
from prongsai.terminal.parsing import Parser
from prongsai.terminal.refusals import Refusal

INCOMPLETE = 3
T = TypeVar("T")


@dataclass
class Desk:
    """Reads files, and keeps what there is to say until all of them were looked at."""

    problems: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    def read(self, path: Path, reader: Callable[[bytes, str, Notes], T], otherwise: T) -> T:
        """Give what `reader` makes of a file, or `otherwise` where something speaks against it."""
        notes: Notes = []
        try:
            return reader(path.read_bytes(), path.name, notes)
        except (IntakeError, FrameworkError) as error:
            self.problems.append(Text(error.in_("th"), error.in_("en")))
        except OSError as error:
            self.problems.append(_UNREADABLE.fill(file=path, why=error.strerror))
        finally:
            self.notes += [Text(f"{path.name}: {n.in_('th')}", f"{path.name}: {n.in_('en')}") for n in notes]
        return otherwise

    def settle(self) -> None:
        """raises  Refusal with everything there is to say."""
        if self.problems:
            raise Refusal(*self.problems)


def add_inputs(parser: Parser, language: Language) -> None:
    """Add the options that name the rules and the files."""
    add_framework(parser, language)
    for name, words in (("indicators", _INDICATORS), ("items", _ITEMS)):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=words.in_(language))
    for name, form, words in (("survey", "CODE=FILE", _SURVEY), ("population", "CODE=N", _POPULATION)):
        parser.add_argument(f"--{name}", action="append", default=[], metavar=form, help=words.in_(language))
    add_class(parser, language)
    parser.late = _add_instruments


def add_framework(parser: Parser, language: Language) -> None:
    parser.add_argument("--framework", required=True, metavar="CODE", help=_FRAMEWORK.in_(language))


def add_class(parser: Parser, language: Language) -> None:
    parser.add_argument(
        "--class", dest="office_class", default="", metavar="CLASS", help=_CLASS.in_(language)
    )


def gathered(arguments: Namespace, framework: Framework, desk: Desk) -> Inputs:
    """Read every file that was named; what there is to say of them is left on the desk."""
    surveys: dict[str, SurveyCounts] = {}
    named_surveys = dict(_pairs(arguments.survey, "--survey", desk))
    # disable=None: a bar on a terminal, silence in cron and in CI
    for code, path in tqdm(named_surveys.items(), unit="file", leave=False, disable=None):
        counts = desk.read(Path(path), _answers(framework, code), None)
        surveys |= {code: counts} if counts else {}
    items: dict[str, ItemResult] = {}
    if arguments.items:
        items = desk.read(
            arguments.items, lambda *file: read_items(framework, *file[:2], notes=file[2]), items
        )
    published: dict[str, Fraction] = {}
    if arguments.indicators:
        published = desk.read(
            arguments.indicators,
            lambda *file: read_indicators(framework, *file[:2], notes=file[2]),
            published,
        )
    if not (arguments.survey or arguments.items or arguments.indicators):
        desk.problems.append(_NOTHING)
    populations = _populations(arguments.population, framework, surveys, desk)
    return Inputs(surveys, items, published, populations)


def assessed(framework: Framework, inputs: Inputs, office_class: str = "") -> Result:
    """raises  Refusal if the inputs and the rules do not fit each other."""
    try:
        return assess(framework, inputs, office_class=office_class)
    except ScoreError as error:
        raise Refusal(Text(str(error), str(error))) from None


def whole_number(typed: str) -> int | None:
    text = thai.plain(typed).replace(",", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _answers(framework: Framework, code: str) -> Callable[[bytes, str, Notes], SurveyCounts | None]:
    return lambda content, name, notes: read_answers(framework, code, content, name, notes=notes)


def _add_instruments(parser: Parser, line: Sequence[str]) -> None:
    """Let each instrument of the framework on the line be an option: `--iit FILE`."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--framework")
    try:
        name = early.parse_known_args(line)[0].framework
    except argparse.ArgumentError:
        return  # the whole parser says what is wrong
    for instrument in named(name).instruments if name else ():
        with suppress(argparse.ArgumentError):  # an option of ours has that name
            _add_instrument(parser, instrument)


def _add_instrument(parser: Parser, instrument: Instrument) -> None:
    option, words = f"--{instrument.code}", instrument.name.in_(parser.language)
    if instrument.kind is Kind.ITEMS:
        parser.add_argument(option, dest="items", type=Path, metavar="FILE", help=words)
        return
    paired = f"{instrument.code}={{}}".format
    parser.add_argument(
        option, dest="survey", action="append", default=[], type=paired, metavar="FILE", help=words
    )


def _pairs(typed: Sequence[str], option: str, desk: Desk) -> Iterator[tuple[str, str]]:
    """Read `CODE=VALUE`, each code once."""
    seen = set()
    for each in typed:
        name, _, value = each.partition("=")
        code = codes.canonical(name)
        if not name or not value:
            desk.problems.append(_NO_PAIR.fill(option=option, typed=each))
        elif code in seen:
            desk.problems.append(_TWICE.fill(option=option, code=code))
        else:
            seen.add(code)
            yield code, value


def _populations(
    typed: Sequence[str], framework: Framework, surveys: dict[str, SurveyCounts], desk: Desk
) -> dict[str, int]:
    known = [each.code for each in framework.instruments if each.kind is Kind.SURVEY]
    found = {}
    for code, value in _pairs(typed, "--population", desk):
        number = whole_number(value)
        answered = surveys[code].respondents if code in surveys else 0
        if code not in known:
            desk.problems.append(_NO_SUCH_SURVEY.fill(code=code, known=", ".join(known)))
        elif not number:
            desk.problems.append(_NO_NUMBER.fill(typed=value))
        elif number < answered:
            desk.problems.append(_TOO_SMALL.fill(code=code, number=number, answered=answered))
        else:
            found[code] = number
    return found


_FRAMEWORK = Text(
    th="กรอบการประเมิน: รหัส เช่น obec-2565 หรือไฟล์ .yaml",
    en="the rules: a code such as obec-2565, or a .yaml file",
)
_INDICATORS = Text(
    th="คะแนนที่เผยแพร่: คอลัมน์ indicator,points (CSV, XLSX, ODS)",
    en="published figures: columns indicator,points (CSV, XLSX, ODS)",
)
_ITEMS = Text(
    th="ผลรายข้อ: คอลัมน์ item,verdict[,remark] ผลเป็น 100 หรือ 0",
    en="item results: columns item,verdict[,remark], the verdict 100 or 0",
)
_SURVEY = Text(
    th="คำตอบแบบสำรวจ: หนึ่งบรรทัดต่อผู้ตอบ หนึ่งคอลัมน์ต่อข้อ ใช้ได้หลายครั้ง "
    "และใช้ --รหัสเครื่องมือ FILE แทนได้ เช่น --iit iit.csv",
    en="answers of a survey: one line a respondent, one column a row code; may be repeated. "
    "The instrument's own code works too, as in --iit iit.csv",
)
_POPULATION = Text(
    th="จำนวนผู้มีสิทธิตอบของแบบสำรวจ เช่น iit=73", en="how many could have answered a survey, such as iit=73"
)
_CLASS = Text(
    th="ประเภทของหน่วยงาน หากเกณฑ์กลุ่มตัวอย่างขึ้นกับประเภท",
    en="class of the office, where the sampling rule asks for it",
)
_UNREADABLE = Text(th="{file}: อ่านไฟล์ไม่ได้ ({why})", en="{file}: cannot be read ({why}).")
_NOTHING = Text(
    th="ไม่มีข้อมูลให้คิดคะแนน โปรดระบุ --indicators, --items หรือ --survey อย่างน้อยหนึ่งอย่าง",
    en="nothing to score: name at least one of --indicators, --items and --survey.",
)
_NO_PAIR = Text(
    th="{option} {typed}: ต้องเขียนเป็น รหัส=ค่า เช่น iit=…", en="{option} {typed}: write CODE=VALUE, such as iit=…"
)
_TWICE = Text(th="{option}: ระบุ {code} มากกว่าหนึ่งครั้ง", en="{option}: {code} is named more than once.")
_NO_SUCH_SURVEY = Text(
    th="--population: ไม่มีแบบสำรวจ '{code}' มีแต่ {known}",
    en="--population: there is no survey '{code}'. There are {known}.",
)
_NO_NUMBER = Text(
    th="--population: '{typed}' ไม่ใช่จำนวนคน", en="--population: '{typed}' is not a number of people."
)
_TOO_SMALL = Text(
    th="--population: {code}={number} น้อยกว่าจำนวนผู้ตอบ {answered} คน",
    en="--population: {code}={number} is less than the {answered} who answered.",
)
