"""`prongsai evidence`: what a file of evidence proves, with nothing but the file and root certificates."""

from __future__ import annotations

import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from prongsai.collect.evidence.recording.manifest import Entry, Manifest
from prongsai.collect.evidence.recording.package_words import PROVES, PROVES_NOT
from prongsai.collect.evidence.recording.proof import Believed, Proof, prove
from prongsai.collect.evidence.recording.stamps import Roots, StampRefused, roots_of
from prongsai.core.days import BANGKOK, written_day
from prongsai.core.text import Language, Text
from prongsai.terminal.parsing import Commands
from prongsai.terminal.refusals import BAD_INPUT, INCOMPLETE, Refusal

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, turns of direction, breaks of lines
_EVIDENCE = Text(th="หลักฐานที่เก็บจากเว็บไซต์: ตรวจพิสูจน์ไฟล์", en="evidence captured from a site: verify a file")
_VERIFY = Text(
    th="ตรวจพิสูจน์ไฟล์หลักฐานโดยไม่ต้องต่ออินเทอร์เน็ต (0 พิสูจน์ได้, 2 ใช้ไม่ได้, 3 ยังไม่มีเวลาที่พิสูจน์ได้)",
    en="verify a file of evidence without a network (0 proven, 2 refused, 3 sound, but no time is proven)",
)
_FILE = Text(th="ไฟล์หลักฐาน (.zip) ตามที่ดาวน์โหลดมา", en="the file of evidence (.zip), as downloaded")
_ROOTS = Text(
    th="ใบรับรองหลักของผู้ประทับเวลา ได้มาจากผู้ประทับเวลาโดยตรง ใช้ได้หลายครั้ง",
    en="root certificates of time-stamping authorities, got from them; may be repeated",
)
_UNREADABLE = Text(th="{file}: อ่านไม่ได้ ({why})", en="{file}: cannot be read ({why})")
_REFUSED = Text(th="{file}: ใช้เป็นหลักฐานไม่ได้ พบ {many} ปัญหา", en="{file}: refused, {many} problem(s)")
_PROVEN = Text(th="{file}: พิสูจน์ได้ ไม่มีสิ่งใดถูกเปลี่ยน", en="{file}: proven, nothing was changed")
_SOUND = Text(th="{file}: ทุกส่วนตรงกัน แต่ยังพิสูจน์เวลาไม่ได้", en="{file}: all parts agree, but no time is proven")
_OF = Text(th="หน่วยงาน: {office} · {assessment} {item}", en="Office: {office} · {assessment} {item}")
_MADE = Text(
    th="โปรแกรมตรวจบันทึกเมื่อ: {at} (ตามนาฬิกาของโปรแกรม) ลำดับที่ {number} โดย {software}",
    en="Recorded: {at} (by the checker's clock), number {number}, by {software}",
)
_EXISTED = Text(th="มีอยู่แล้วไม่ช้ากว่า: {at} ประทับโดย {authority}", en="Existed by: {at}, stamped by {authority}")
_THROUGH = Text(th=" (ผ่านรายการลำดับที่ {number})", en=" (through manifest {number}, which names it)")
_UNVERIFIED = Text(
    th="ตราประทับเวลาบอกว่า {at} โดย {authority} แต่ยังไม่ได้ตรวจ โปรดระบุ --roots",
    en="A time stamp says {at}, by {authority}; not verified. Name the root certificates with --roots.",
)
_NOT_YET = Text(th="ยังไม่มีตราประทับเวลาของรายการนี้", en="Not stamped yet.")
_HASH = Text(th="ค่าแฮชของรายการบันทึก (sha256): {sha256}", en="sha256 of the manifest: {sha256}")
_RECEIVED = Text(th="สิ่งที่ได้รับ:", en="Received:")
_LINE = Text(
    th="  {status}  {address}  {size} ไบต์  sha256 {sha256}",
    en="  {status}  {address}  {size} bytes  sha256 {sha256}",
)
_NOTHING = Text(th="  –    {address}  ไม่มีคำตอบ ({trouble})", en="  –    {address}  no answer ({trouble})")
_NOTE = Text(th="หมายเหตุ: {note}", en="Note: {note}")


def add(commands: Commands, language: Language) -> None:
    group = commands.add_parser("evidence", help=_EVIDENCE.in_(language), description=_EVIDENCE.in_(language))
    verbs = group.add_subparsers(required=True, metavar="VERB", parser_class=type(group))
    verb = verbs.add_parser("verify", help=_VERIFY.in_(language), description=_VERIFY.in_(language))
    verb.add_argument("file", type=Path, metavar="FILE", help=_FILE.in_(language))
    verb.add_argument(
        "--roots", type=Path, action="append", default=[], metavar="PEM", help=_ROOTS.in_(language)
    )
    verb.set_defaults(run=verify)


def verify(arguments: Namespace) -> int:
    path, language = arguments.file, arguments.language
    roots = tuple(root for each in arguments.roots for root in _roots(each))
    with _reading(path), path.open("rb") as file:
        proof = prove(file, roots=roots)
    if proof.manifest is None or proof.problems:
        lines = [_REFUSED.fill(file=path.name, many=len(proof.problems)), *map(_indented, proof.problems)]
        print("\n".join(_plain(line.in_(language)) for line in lines), file=sys.stderr)
        return BAD_INPUT
    told = _told(path.name, proof, proof.manifest)
    print("\n".join(_plain(line.in_(language)) for line in told))
    return 0 if proof.existed_by else INCOMPLETE


def _told(name: str, proof: Proof, manifest: Manifest) -> Iterator[Text]:
    yield (_PROVEN if proof.existed_by else _SOUND).fill(file=name)
    yield _OF.fill(office=manifest.office, assessment=manifest.assessment, item=manifest.item)
    at = _moment(datetime.fromisoformat(manifest.made_at))
    yield _MADE.fill(at=at, number=manifest.number, software=manifest.software)
    yield from _times(proof, manifest)
    yield _HASH.fill(sha256=manifest.sha256)
    yield _RECEIVED
    yield from map(_entry, manifest.entries)
    yield from (_NOTE.fill(note=note) for note in proof.notes)
    yield from (Text(""), PROVES, PROVES_NOT) if proof.existed_by else ()


def _times(proof: Proof, manifest: Manifest) -> Iterator[Text]:
    covering = [each for each in proof.stamps if each.number >= manifest.number]
    for each in sorted(covering, key=lambda each: each.stamped.at):
        yield _stamp(each, manifest)
    if not covering:
        yield _NOT_YET


def _stamp(believed: Believed, manifest: Manifest) -> Text:
    words = _EXISTED if believed.is_verified else _UNVERIFIED
    told = words.fill(at=_moment(believed.stamped.at), authority=believed.stamped.authority)
    if believed.number == manifest.number:
        return told
    through = _THROUGH.fill(number=believed.number)
    return Text(told.th + through.th, told.en + through.en)


def _entry(entry: Entry) -> Text:
    if entry.trouble:
        return _NOTHING.fill(address=entry.address, trouble=entry.trouble)
    return _LINE.fill(
        status=entry.status, address=entry.address, size=f"{entry.size:,}", sha256=entry.sha256 or "–"
    )


def _moment(at: datetime) -> Text:
    local = at.astimezone(BANGKOK)
    return Text(
        f"{written_day(local, 'th')} {local:%H:%M:%S} น.",
        f"{written_day(local, 'en')} {local:%H:%M:%S} (UTC+7)",
    )


def _indented(problem: Text) -> Text:
    return Text(f"  {problem.th}", f"  {problem.en}")


def _plain(line: str) -> str:
    """One line that moves no cursor, whatever a file says of itself."""
    return "".join("\ufffd" if unicodedata.category(letter) in _UNSEEN else letter for letter in line)


def _roots(path: Path) -> Roots:
    with _reading(path):
        try:
            return roots_of(path.read_bytes())
        except StampRefused as refused:
            reason = refused.reason
            raise Refusal(Text(f"{path.name}: {reason.th}", f"{path.name}: {reason.en}")) from None


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refusal(_UNREADABLE.fill(file=path, why=error.strerror or error)) from None
