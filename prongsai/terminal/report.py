"""`prongsai report`: the book, as PDF, Word, spreadsheet or page."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tqdm import tqdm

from prongsai.analyse.findings import findings
from prongsai.analyse.reports import reports
from prongsai.analyse.story import Finding
from prongsai.core.text import Language, Text
from prongsai.documents import FORMATS, Format
from prongsai.terminal.aligned import section
from prongsai.terminal.book import story_of
from prongsai.terminal.inputs import INCOMPLETE, Desk, add_inputs
from prongsai.terminal.parsing import Commands
from prongsai.terminal.refusals import Refusal
from prongsai.terminal.score import NOT_KNOWN, not_known

_REPORT = Text(
    th="จัดทำเล่มรายงานผล จุดอ่อน และมาตรการ ข้อมูลและรุ่นโปรแกรมเดียวกันให้ไฟล์เดียวกันทุกไบต์",
    en="write the book of results, weak points and measures; the same data and release give the same bytes",
)
_COLUMNS = "measure,indicators,practice,monitoring,reporting,starts_on,ends_on,owners"
_OPTIONS = {
    "--office": Text(th="ชื่อสำนักงาน", en="name of the office"),
    "--office-en": Text(th="ชื่อสำนักงานเป็นภาษาอังกฤษ", en="its name in English"),
    "--site": Text(th="ที่อยู่เว็บไซต์ของสำนักงาน", en="address of its website"),
    "--mean": Text(
        th='ค่าเฉลี่ยที่เทียบ เช่น "ระดับประเทศ=96.00" ใช้ได้หลายครั้ง',
        en='a mean to stand beside, such as "national=96.00"; may be repeated',
    ),
    "--previous": Text(th="คะแนนรายตัวชี้วัดของปีก่อน", en="indicator figures of the year before"),
    "--previous-framework": Text(
        th="กรอบการประเมินของปีก่อน (ค่าเริ่มต้น: กฎเดียวกัน)", en="the rules of that year (default: the same rules)"
    ),
    "--texts": Text(
        th="ข้อความของสำนักงาน: คอลัมน์ indicator,text_th,text_en และแถว preface หรือ YAML",
        en="the office's own words: columns indicator,text_th,text_en and a line named preface, or YAML",
    ),
    "--measures": Text(
        th=f"มาตรการ: คอลัมน์ {_COLUMNS} หรือ YAML",
        en=f"measures: columns {_COLUMNS}, or YAML",
    ),
    "--date": Text(
        th="วันที่บนเล่ม (ค่าเริ่มต้น: ตัวแปร SOURCE_DATE_EPOCH หรือวันนี้ เวลา 0 นาฬิกา กรุงเทพฯ)",
        en="day of the book (default: the variable SOURCE_DATE_EPOCH, or today at midnight in Bangkok)",
    ),
}
_DIGITS = Text(th="เลขอารบิกหรือเลขไทย", en="Arabic or Thai digits")
_WHICH = Text(th="แบบของเล่ม", en="which book")
_OUT = Text(th="ไฟล์ที่จะเขียน: .pdf .docx .xlsx หรือ .html", en="file to write: .pdf, .docx, .xlsx or .html")
_FILES = {"--previous", "--texts", "--measures"}
_FINDINGS = Text(
    th="ข้อสังเกต: ต้องแก้ {mend} รายการ ควรดู {look} รายการ", en="Findings: {mend} to mend, {look} to look at"
)
_MARKS = {
    "mend": Text(th="ต้องแก้: {message}", en="mend: {message}"),
    "look": Text(th="ควรดู: {message}", en="look: {message}"),
}
_NO_FORMAT = Text(
    th="--out {path}: นามสกุลต้องเป็น {formats}", en="--out {path}: the ending must be one of {formats}."
)
_SAME_FILE = Text(th="--out {path}: เป็นไฟล์ข้อมูลนำเข้า", en="--out {path}: is one of the files that are read.")
_NO_FOLDER = Text(th="--out {path}: ไม่มีโฟลเดอร์นี้", en="--out {path}: there is no such folder.")
_UNWRITABLE = Text(th="--out {path}: เขียนไม่ได้ ({why})", en="--out {path}: cannot be written ({why}).")


def add(commands: Commands, language: Language) -> None:
    verb = commands.add_parser("report", help=_REPORT.in_(language), description=_REPORT.in_(language))
    add_inputs(verb, language)
    for name, words in _OPTIONS.items():
        how: dict[str, Any] = {"type": Path, "metavar": "FILE"} if name in _FILES else {"default": ""}
        if name == "--mean":
            how = {"action": "append", "default": [], "metavar": "LABEL=POINTS"}
        verb.add_argument(name, required=name == "--office", help=words.in_(language), **how)
    verb.add_argument("--digits", choices=("arabic", "thai"), default="arabic", help=_DIGITS.in_(language))
    verb.add_argument("--report", choices=sorted(reports()), default="yearbook", help=_WHICH.in_(language))
    verb.add_argument("--out", required=True, type=Path, metavar="FILE", help=_OUT.in_(language))
    verb.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    language, desk = arguments.language, Desk()
    form = _format(arguments)
    # disable=None: a bar on a terminal, silence in cron and in CI
    with tqdm(total=4, unit="step", leave=False, disable=None) as bar:
        story = story_of(arguments, desk)
        bar.update()
        build = reports()[arguments.report].build
        document = build(story, language=language, digits=arguments.digits)
        bar.update()
        content = form.render(document)
        bar.update()
        write(arguments.out, content)
        bar.update()
    for note in desk.notes:
        print(note.in_(language), file=sys.stderr)
    print(arguments.out)
    print(f"sha256 {hashlib.sha256(content).hexdigest()}")
    print("\n".join(_told(findings(story), language)))
    print("\n".join(section(NOT_KNOWN, not_known(story.result), language)), end="")
    return 0 if story.result.is_complete else INCOMPLETE


def write(path: Path, content: bytes) -> None:
    """Put the whole file in its place at once, so that nobody ever finds half of one.

    raises  Refusal if it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise Refusal(_UNWRITABLE.fill(path=path, why=error.strerror)) from None


def _format(arguments: Namespace) -> Format:
    """The format that the ending of --out names.

    raises  Refusal if it names none, would take the place of a file that is read, or stands in no folder.
    """
    path: Path = arguments.out
    files = [arguments.indicators, arguments.items, arguments.previous, arguments.texts, arguments.measures]
    files += [Path(each.partition("=")[2]) for each in arguments.survey]
    if path.resolve() in {file.resolve() for file in files if file}:
        raise Refusal(_SAME_FILE.fill(path=path))
    if not path.parent.is_dir():
        raise Refusal(_NO_FOLDER.fill(path=path))
    for form in FORMATS.values():
        if path.name.lower().endswith(form.suffix):
            return form
    endings = ", ".join(form.suffix for form in FORMATS.values())
    raise Refusal(_NO_FORMAT.fill(path=path, formats=endings))


def _told(found: Sequence[Finding], language: Language) -> list[str]:
    mend = sum(each.severity == "mend" for each in found)
    head = _FINDINGS.fill(mend=mend, look=len(found) - mend).in_(language)
    lines = [_MARKS[each.severity].fill(message=each.message).in_(language) for each in found]
    return [head, *(f"  {line}" for line in lines)]
