"""`prongsai framework`: look at the rules of a year, check a file, compare two."""

from __future__ import annotations

import sys
from argparse import Namespace
from fractions import Fraction
from pathlib import Path

from prongsai.core.framework import Confidence, Framework, Instrument, Item, Part, Row
from prongsai.core.text import Language, Text
from prongsai.frameworks import examples, library
from prongsai.frameworks.differences import diff
from prongsai.frameworks.problems import FrameworkError
from prongsai.terminal.parsing import Commands
from prongsai.terminal.refusals import BAD_INPUT

_FRAMEWORK = Text(
    th="กรอบการประเมิน: ตรวจ ดูรายการ แสดง เปรียบเทียบ", en="frameworks: check, list, show, compare"
)
_LINT = Text(
    th="ตรวจไฟล์กรอบการประเมิน บอกทุกปัญหาพร้อมตำแหน่ง",
    en="check framework files and name every problem with its place",
)
_LIST = Text(th="แสดงกรอบการประเมินทั้งหมดที่มี", en="list every framework there is")
_SHOW = Text(th="แสดงกรอบการประเมินหนึ่งกรอบ", en="show one framework")
_DIFF = Text(th="แสดงความแตกต่างระหว่างสองกรอบ", en="show what is different between two")
_CODE = Text(th="รหัส เช่น obec-2565 หรือไฟล์ .yaml", en="a code such as obec-2565, or a .yaml file")
_FILE = Text(th="ไฟล์ .yaml", en="a .yaml file")
_SOUND = Text(
    th="{file}: ถูกต้อง (ข้อคำถาม {rows} แถว รายการ {items} ข้อ ตัวอย่างคำนวณ {examples} ตัวอย่าง)",
    en="{file}: sound ({rows} answer rows, {items} items, {examples} worked examples)",
)
_DRAFT = Text(th=" [ร่าง]", en=" [draft]")
_NO_PARTS = Text(
    th="ยังไม่ทราบส่วนย่อย จึงคิดคะแนนจากส่วนย่อยไม่ได้",
    en="its parts are not known, so nothing can be scored from them",
)
_WEIGHT = Text(th="น้ำหนัก {weight}", en="weight {weight}")
_REVERSED = Text(th="กลับทิศทาง", en="reversed")
_GRADES = Text(th="ระดับ", en="Grades")
_EACH = Text(th="และทุกเครื่องมือไม่ต่ำกว่า {each}", en="and every instrument at least {each}")
_SURE = Text(th="ความแน่ชัด", en="How sure it is")
_WORDS = {
    Confidence.VERIFIED: Text(th="ยืนยันแล้ว", en="verified"),
    Confidence.PRACTICE: Text(th="พบในทางปฏิบัติ", en="seen in practice"),
    Confidence.UNVERIFIED: Text(th="ยังไม่ยืนยัน", en="unverified"),
}
_SAME = Text(th="ไม่มีความแตกต่าง", en="no difference")


def add(commands: Commands, language: Language) -> None:
    group = commands.add_parser(
        "framework", help=_FRAMEWORK.in_(language), description=_FRAMEWORK.in_(language)
    )
    verbs = group.add_subparsers(required=True, metavar="VERB", parser_class=type(group))
    verb = verbs.add_parser("lint", help=_LINT.in_(language), description=_LINT.in_(language))
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_FILE.in_(language))
    verb.set_defaults(run=lint)
    verb = verbs.add_parser("list", help=_LIST.in_(language), description=_LIST.in_(language))
    verb.set_defaults(run=list_all)
    verb = verbs.add_parser("show", help=_SHOW.in_(language), description=_SHOW.in_(language))
    verb.add_argument("code", metavar="CODE", help=_CODE.in_(language))
    verb.set_defaults(run=show)
    verb = verbs.add_parser("diff", help=_DIFF.in_(language), description=_DIFF.in_(language))
    verb.add_argument("first", metavar="A", help=_CODE.in_(language))
    verb.add_argument("second", metavar="B", help=_CODE.in_(language))
    verb.set_defaults(run=compare)


def named(name: str) -> Framework:
    """The framework of a code, or of a file where the name ends in .yaml."""
    return library.load_file(Path(name)) if name.endswith(".yaml") else library.load(name)


def lint(arguments: Namespace) -> int:
    code = 0
    for path in arguments.files:
        try:
            print(_sound(path, _proved(path), arguments.language))
        except FrameworkError as error:
            print(error.in_(arguments.language), file=sys.stderr)
            code = BAD_INPUT
    return code


def _proved(path: Path) -> Framework:
    framework = library.load_file(path)
    wrong = examples.failures(framework)
    if wrong:
        raise FrameworkError(path.name, wrong)
    return framework


def _sound(path: Path, framework: Framework, language: Language) -> str:
    return _SOUND.fill(
        file=path.name,
        rows=len(framework.rows),
        items=len(framework.items),
        examples=len(framework.worked_examples),
    ).in_(language)


def list_all(arguments: Namespace) -> int:
    code = 0
    for name in library.codes():
        try:
            print(_headline(library.load(name), arguments.language))
        except FrameworkError as error:
            print(error.in_(arguments.language), file=sys.stderr)
            code = BAD_INPUT
    return code


def _headline(framework: Framework, language: Language) -> str:
    draft = _DRAFT.in_(language) if framework.is_draft else ""
    return f"{framework.code}{draft}  {framework.name.in_(language)}"


def show(arguments: Namespace) -> int:
    framework, language = named(arguments.code), arguments.language
    print(_headline(framework, language))
    print(f"sha256 {framework.scoring_hash}\n")
    for instrument in framework.instruments:
        _show_part(instrument, 0, language)
    print(f"\n{_GRADES.in_(language)}")
    for grade in framework.grades:
        each = " " + _EACH.fill(each=grade.each_instrument).in_(language) if grade.each_instrument else ""
        print(f"  {grade.name.in_(language)}  >= {grade.total}{each}")
    print(f"\n{_SURE.in_(language)}")
    for block in framework.provenance:
        print(f"  {block.block}: {_WORDS[block.confidence].in_(language)}")
    return 0


def _show_part(part: Part, depth: int, language: Language) -> None:
    marks = []
    if isinstance(part, Instrument):
        marks.append(_WEIGHT.fill(weight=_percent(part.weight)).in_(language))
    if isinstance(part, Row):
        marks += [part.scale.code, *([_REVERSED.in_(language)] if part.is_reversed else [])]
    parts: tuple[Part, ...] = getattr(part, "parts", ())
    if not parts and not isinstance(part, Row | Item):
        marks.append(_NO_PARTS.in_(language))
    tail = f" ({', '.join(marks)})" if marks else ""
    print(f"{'  ' * depth}{part.code}  {part.name.in_(language)}{tail}")
    for below in parts:
        _show_part(below, depth + 1, language)


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g} %"


def compare(arguments: Namespace) -> int:
    differences = diff(named(arguments.first), named(arguments.second))
    for difference in differences:
        print(difference.in_(arguments.language))
    if not differences:
        print(_SAME.in_(arguments.language))
    return 0
