"""What a file of evidence proves, found out with nothing but the file and root certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import IO

from prongsai.collect.evidence.recording import manifest as manifests, package, stamps
from prongsai.collect.evidence.recording.archive import records
from prongsai.collect.evidence.recording.manifest import Entry, Manifest
from prongsai.collect.evidence.recording.opening import Parts, opened
from prongsai.collect.evidence.recording.records import Captured, Damaged, uri
from prongsai.core.text import Text

Found = set[tuple[str, str, int, str]]  # address, sha256, status, trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """A stamp of manifest `number`; is_verified: it leads to a root certificate that was given."""

    number: int
    stamped: stamps.Stamped
    is_verified: bool


@dataclass(slots=True, kw_only=True)
class Proof:
    """manifest  None where it cannot be read.
    problems  everything that speaks against the file, each with its place.
    notes     what should be known and speaks against nothing.
    """

    manifest: Manifest | None = None
    chain: dict[int, Manifest] = field(default_factory=dict)
    stamps: list[Believed] = field(default_factory=list)
    problems: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return self.manifest is not None and not self.problems

    @property
    def existed_by(self) -> Believed | None:
        """The earliest verified stamp of this manifest or of a later one, which names it."""
        number = self.manifest.number if self.manifest else 0
        covering = [each for each in self.stamps if each.is_verified and each.number >= number]
        return min(covering, key=lambda each: each.stamped.at, default=None) if self.is_sound else None


def prove(file: IO[bytes], *, roots: stamps.Roots = ()) -> Proof:
    """Look at everything in a package and tell all that is wrong.

    roots  certificates of the authorities; without them a stamp is told, but not verified.
    """
    proof = Proof()
    try:
        with opened(file) as parts:
            _read_manifests(proof, parts)
            if proof.manifest:
                _follow(proof)
                _compare(proof, proof.manifest, parts)
            _believe(proof, parts, roots)
            proof.problems[:0] = [problem for problem, _ in parts.problems]
    except Damaged as damaged:
        proof.problems += damaged.problems
    proof.problems = list(dict.fromkeys(proof.problems))
    return proof


def _read_manifests(proof: Proof, parts: Parts) -> None:
    proof.manifest = _manifest(proof, parts, package.MANIFEST)
    for number, name in parts.manifests().items():
        found = _manifest(proof, parts, name)
        if found and found.number != number:
            proof.problems.append(_OTHER_NUMBER.fill(name=name, number=found.number))
        elif found:
            proof.chain[number] = found
    if proof.manifest:
        if proof.manifest.number in proof.chain:
            proof.problems.append(_TWO.fill(number=proof.manifest.number))
        proof.chain[proof.manifest.number] = proof.manifest


def _manifest(proof: Proof, parts: Parts, name: str) -> Manifest | None:
    try:
        return manifests.read(parts.small(name))
    except Damaged as damaged:
        proof.problems += [_placed(name, problem) for problem in damaged.problems]
        return None


def _follow(proof: Proof) -> None:
    """Hold every manifest against the one before it."""
    numbers = sorted(proof.chain)
    for before, number in pairwise(numbers):
        earlier, later = proof.chain[before], proof.chain[number]
        if number != before + 1:
            proof.problems.append(_GAP.fill(before=before, number=number))
        elif later.previous != earlier.sha256:
            proof.problems.append(_NO_LINK.fill(before=before, number=number))
        if later.office != earlier.office:
            proof.problems.append(_OTHER_OFFICE.fill(number=number, office=later.office))
    first = proof.chain[numbers[0]]
    if (first.number == 1) != (not first.previous):
        proof.problems.append(_NO_FIRST.fill(number=first.number))


def _compare(proof: Proof, manifest: Manifest, parts: Parts) -> None:
    """Hold the archives against the manifest, payload by payload."""
    found, held = _archive(proof, parts, package.CAPTURE, manifest.archive)
    for sha256 in package.needed(manifest):
        held |= _archive(proof, parts, parts.archive(sha256), sha256)[1]
    for place, entry in enumerate(manifest.entries, start=1):
        proof.problems += _missing(place, entry, found, held)


def _archive(proof: Proof, parts: Parts, name: str, sha256: str) -> tuple[Found, set[str]]:
    """Check an archive; give its answers, and the hashes of the payloads that it really holds."""
    found: Found = set()
    held: set[str] = set()
    try:
        if parts.sha256(name) != sha256:
            proof.problems.append(_CHANGED.fill(name=name, sha256=sha256))
        with parts.opened(name) as part:
            for each in records(part):
                found.add(_key(each))
                held |= {each.sha256} if each.body else set()
    except Damaged as damaged:
        proof.problems += [_placed(name, problem) for problem in damaged.problems]
    return found, held


def _key(captured: Captured) -> tuple[str, str, int, str]:
    return uri(captured.address), captured.sha256, captured.status, captured.trouble


def _missing(place: int, entry: Entry, found: Found, held: set[str]) -> Iterator[Text]:
    key = (uri(entry.final), entry.sha256, entry.status, entry.trouble)
    if key not in found or (entry.sha256 and entry.sha256 not in held):
        yield _NO_PAYLOAD.fill(place=place, address=entry.address, sha256=entry.sha256 or "-")


def _believe(proof: Proof, parts: Parts, roots: stamps.Roots) -> None:
    strangers: list[tuple[int, Text]] = []
    for number, name in parts.stamps():
        try:
            token = parts.small(name)
            if number not in proof.chain:
                proof.problems.append(_NO_MANIFEST.fill(name=name, number=number))
                continue
            stamped = (
                stamps.verify(token, proof.chain[number].as_bytes, roots=roots)
                if roots
                else stamps.look(token)
            )
            proof.stamps.append(Believed(number=number, stamped=stamped, is_verified=bool(roots)))
        except stamps.StampRefused as refused:
            told = _placed(name, refused.reason)
            if refused.is_stranger:
                strangers.append((number, told))
            else:
                proof.problems.append(told)
        except Damaged as damaged:
            proof.problems += damaged.problems
    verified = {each.number for each in proof.stamps}
    for number, told in strangers:
        (proof.notes if number in verified else proof.problems).append(told)


def _placed(name: str, problem: Text) -> Text:
    """Say where, unless it is said."""
    if problem.en.startswith(f"{name}: "):
        return problem
    return Text(f"{name}: {problem.th}", f"{name}: {problem.en}")


_OTHER_NUMBER = Text(
    th="{name}: เป็นรายการบันทึกลำดับที่ {number} ไม่ตรงกับชื่อไฟล์",
    en="{name}: holds manifest {number}, not the one of its name",
)
_TWO = Text(th="มีรายการบันทึกลำดับที่ {number} สองฉบับ", en="there are two manifests {number}")
_GAP = Text(
    th="สายโซ่ขาด: ไม่มีรายการระหว่างลำดับที่ {before} กับ {number}",
    en="the chain is broken: manifests between {before} and {number} are missing",
)
_NO_LINK = Text(
    th="สายโซ่ขาด: รายการลำดับที่ {number} ไม่ได้อ้างถึงรายการลำดับที่ {before} ในไฟล์นี้ (ฉบับหนึ่งถูกเปลี่ยน)",
    en="the chain is broken: manifest {number} does not name this manifest {before} (one was changed)",
)
_OTHER_OFFICE = Text(
    th="รายการลำดับที่ {number} เป็นของหน่วยงานอื่น ({office})",
    en="manifest {number} is of another office ({office})",
)
_NO_FIRST = Text(
    th="รายการลำดับที่ {number} บอกรายการก่อนหน้าไม่ถูกต้อง", en="manifest {number} names no fitting one before it"
)
_CHANGED = Text(
    th="{name}: ถูกเปลี่ยน ค่าแฮชไม่ใช่ {sha256} ตามรายการบันทึก",
    en="{name}: changed, its sha256 is not {sha256} as the manifest names it",
)
_NO_PAYLOAD = Text(
    th="entries[{place}] ({address}): ไม่พบสิ่งที่ได้รับตามรายการบันทึก (sha256 {sha256}) ในไฟล์",
    en="entries[{place}] ({address}): what the manifest lists (sha256 {sha256}) is not in the file",
)
_NO_MANIFEST = Text(
    th="{name}: ไม่มีรายการบันทึกลำดับที่ {number} ที่ตราประทับนี้เป็นของ",
    en="{name}: manifest {number}, which it should be of, is not in the file",
)
