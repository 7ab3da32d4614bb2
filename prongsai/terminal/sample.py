"""`prongsai sample`: how many must answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from prongsai.analyse.method_words import sampling_rule
from prongsai.core import codes
from prongsai.core.framework import Confidence, Instrument, Kind, SampleRule
from prongsai.core.naming import people
from prongsai.core.sample import needed
from prongsai.core.text import Language, Text
from prongsai.terminal.framework import named
from prongsai.terminal.inputs import INCOMPLETE, add_class, add_framework, whole_number
from prongsai.terminal.parsing import Commands
from prongsai.terminal.refusals import Refusal

_SAMPLE = Text(th="คำนวณว่าต้องมีผู้ตอบแบบสำรวจอย่างน้อยกี่คน", en="tell how many must answer each survey at least")
_POPULATION = Text(
    th="จำนวนผู้มีสิทธิตอบ เช่น 73 หรือ iit=73 ใช้ได้หลายครั้ง",
    en="how many could answer: 73, or iit=73; may be repeated",
)
_INSTRUMENT = Text(th="เฉพาะเครื่องมือนี้ เช่น iit", en="only this instrument, such as iit")
_NEEDED = Text(th="{short}: อย่างน้อย {needed} คน{population}", en="{short}: at least {needed}{population}")
_OF = Text(th=" จาก {population} คน", en=" of {population}")
_UNSURE = Text(th="(เกณฑ์นี้ยังไม่ได้ยืนยันกับเอกสารทางการ)", en="(no official source confirms this rule yet)")
_NO_RULE = Text(th="{short}: กรอบการประเมินไม่ได้กำหนดจำนวน", en="{short}: the framework sets no number")
_WANTS_CLASS = Text(
    th="{short}: ต้องระบุประเภทของหน่วยงาน --class เป็นหนึ่งใน: {known}",
    en="{short}: name the class of the office with --class, one of: {known}",
)
_NO_SUCH_CLASS = Text(
    th="--class: ไม่มีประเภท '{office_class}' มีแต่: {known}",
    en="--class: there is no '{office_class}'. There are: {known}.",
)
_WANTS_POPULATION = Text(
    th="{short}: ต้องระบุจำนวนผู้มีสิทธิตอบ --population", en="{short}: name how many could answer with --population"
)
_NO_SUCH_SURVEY = Text(
    th="ไม่มีแบบสำรวจ '{code}' มีแต่ {known}", en="there is no survey '{code}'. There are {known}."
)
_NO_NUMBER = Text(
    th="--population: '{typed}' ไม่ใช่จำนวนคน", en="--population: '{typed}' is not a number of people."
)


def add(commands: Commands, language: Language) -> None:
    verb = commands.add_parser("sample", help=_SAMPLE.in_(language), description=_SAMPLE.in_(language))
    add_framework(verb, language)
    verb.add_argument(
        "--population", action="append", default=[], metavar="N", help=_POPULATION.in_(language)
    )
    verb.add_argument("--instrument", metavar="CODE", help=_INSTRUMENT.in_(language))
    add_class(verb, language)
    verb.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    framework, language = named(arguments.framework), arguments.language
    surveys = {each.code: each for each in framework.instruments if each.kind is Kind.SURVEY}
    populations = _populations(arguments.population)
    wanted = codes.canonical(arguments.instrument or "")
    _refuse_strangers([*populations, wanted], surveys)
    everybody = populations.get("")
    told = [
        _told(survey, populations.get(code, everybody), arguments.office_class)
        for code, survey in surveys.items()
        if wanted in ("", code)
    ]
    print("\n".join(text.in_(language) for text, _ in told))
    return 0 if all(is_known for _, is_known in told) else INCOMPLETE


def _told(survey: Instrument, population: int | None, office_class: str) -> tuple[Text, bool]:
    """What to say of one survey, and whether its number is known.

    raises  Refusal if the class of the office is none of the rule's.
    """
    rule = survey.sampling
    if rule is None:
        return _NO_RULE.fill(short=survey.short), False
    known = ", ".join(rule.quotas)
    if rule.rule is SampleRule.QUOTA and office_class not in rule.quotas:
        if office_class:
            raise Refusal(_NO_SUCH_CLASS.fill(office_class=office_class, known=known))
        return _WANTS_CLASS.fill(short=survey.short, known=known), False
    if rule.rule is SampleRule.SHARE and population is None:
        return _WANTS_POPULATION.fill(short=survey.short), False
    number = needed(rule, population=population, office_class=office_class)
    of = Text("") if population is None else _OF.fill(population=people(population))
    line = _NEEDED.fill(short=survey.short, needed=people(number), population=of)
    lines = [line, sampling_rule(rule), *([_UNSURE] if rule.confidence is Confidence.UNVERIFIED else [])]
    return Text("\n  ".join(each.th for each in lines), "\n  ".join(each.en for each in lines)), True


def _populations(typed: Sequence[str]) -> dict[str, int]:
    """Population by survey; "" holds one that was named without a survey."""
    found = {}
    for each in typed:
        name, _, value = each.rpartition("=")
        number = whole_number(value)
        if number is None:
            raise Refusal(_NO_NUMBER.fill(typed=value))
        found[codes.canonical(name)] = number
    return found


def _refuse_strangers(named_codes: Sequence[str], surveys: Mapping[str, Instrument]) -> None:
    wrong = [code for code in named_codes if code and code not in surveys]
    if wrong:
        raise Refusal(*(_NO_SUCH_SURVEY.fill(code=code, known=", ".join(surveys)) for code in wrong))
