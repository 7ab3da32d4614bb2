"""Opening a file of evidence without trusting it."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from prongsai.collect.evidence.recording import package, stamps
from prongsai.collect.evidence.recording.manifest import MOST as MOST_OF_MANIFEST
from prongsai.collect.evidence.recording.records import Damaged
from prongsai.core.text import Text

MOST_PARTS = 20_000
_CHAIN = re.compile(r"chain/(\d{6,})\.json")
_STAMP = re.compile(r"stamps/(\d{6,})-\d+\.tsr")
_ARCHIVE = re.compile(r"archives/([0-9a-f]{64})\.warc\.gz")
_MUST = (package.MANIFEST, package.CAPTURE)
_PIECE = 1 << 20
_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


class Parts:
    """The parts of a package. problems: what is wrong with the package as such, and whether to stop there.

    ZIP's own checksums are compared here and not by zipfile: a part that does not match is still looked at,
    so that it can be told what of it was changed.
    """

    def __init__(self, packed: zipfile.ZipFile, size: int) -> None:
        self._packed = packed
        self.problems = list(_problems(packed.infolist(), size))
        self._sums = {entry.filename: entry.CRC for entry in packed.infolist()}
        self.names = self._sums.keys()

    def manifests(self) -> dict[int, str]:
        """Names of the other manifests by number."""
        return {int(found[1]): name for name in sorted(self.names) if (found := _CHAIN.fullmatch(name))}

    def stamps(self) -> list[tuple[int, str]]:
        """Number of the manifest and name of each stamp."""
        return [(int(found[1]), name) for name in sorted(self.names) if (found := _STAMP.fullmatch(name))]

    def archive(self, sha256: str) -> str:
        """Name of an earlier archive."""
        return f"archives/{sha256}.warc.gz"

    def small(self, name: str) -> bytes:
        """raises  Damaged"""
        most = stamps.MOST if _STAMP.fullmatch(name) else MOST_OF_MANIFEST
        with self.opened(name) as part:
            read = part.read(most + 1)
        if len(read) > most:
            raise Damaged(_TOO_LARGE.fill(name=name))
        if zlib.crc32(read) != self._sums[name]:
            self.problems.append((_CHECKSUM.fill(name=name), False))
        return read

    def sha256(self, name: str) -> str:
        """raises  Damaged"""
        digest = hashlib.sha256()
        with self.opened(name) as part:
            while piece := part.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """raises  Damaged where the part is missing or cannot be read"""
        if name not in self.names:
            raise Damaged(_MISSING.fill(name=name))
        entry = self._packed.getinfo(name)
        entry.CRC = None  # type: ignore[assignment]  # zipfile then leaves the sum to us
        try:
            with self._packed.open(entry) as part:
                yield part
        except _BROKEN:
            raise Damaged(_UNREADABLE.fill(name=name)) from None


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Parts]:
    """Give the parts of a package.

    raises  Damaged if it is no ZIP file, or one that nothing should be read from: packed, locked, or with two
            parts of one name.
    """
    size = file.seek(0, 2)
    try:
        packed = zipfile.ZipFile(file)
    except _BROKEN:
        raise Damaged(_NO_ZIP) from None
    with packed:
        parts = Parts(packed, size)
        dangerous = [problem for problem, is_dangerous in parts.problems if is_dangerous]
        if dangerous:
            raise Damaged(*dangerous)
        yield parts


def _problems(entries: list[zipfile.ZipInfo], size: int) -> Iterator[tuple[Text, bool]]:
    """What is wrong, and whether it speaks against reading any part at all."""
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS:
        yield _TOO_MANY.fill(many=len(entries)), True
    if sum(entry.file_size for entry in entries) > size:
        yield _BOMB, True
    for entry in entries[:MOST_PARTS]:
        name = ascii(entry.filename)[1:-1]
        if entry.flag_bits & 1:
            yield _LOCKED.fill(name=name), True
        elif entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            yield _PACKED.fill(name=name), True
        if not _belongs(entry.filename):
            yield _UNKNOWN.fill(name=name), False
    yield from ((_TWICE.fill(name=ascii(name)[1:-1]), True) for name in sorted({*_twice(names)}))
    yield from ((_MISSING.fill(name=name), False) for name in _MUST if name not in names)


def _belongs(name: str) -> bool:
    known = (*_MUST, package.README)
    return name in known or any(form.fullmatch(name) for form in (_CHAIN, _STAMP, _ARCHIVE))


def _twice(names: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)


_NO_ZIP = Text(
    th="ไม่ใช่ไฟล์หลักฐาน (ZIP) หรือไฟล์เสียหายจนเปิดไม่ได้",
    en="no file of evidence (ZIP), or too damaged to be opened",
)
_TOO_MANY = Text(th="มีส่วนมากเกินไป ({many})", en="too many parts ({many})")
_BOMB = Text(
    th="ส่วนต่าง ๆ รวมกันใหญ่กว่าไฟล์เอง จึงไม่เปิด",
    en="not opened: its parts together are larger than the file itself",
)
_LOCKED = Text(th="{name}: มีรหัสผ่าน จึงไม่เปิด", en="{name}: not opened, locked by a password")
_PACKED = Text(
    th="{name}: ถูกบีบอัดใหม่ จึงไม่เปิด โปรดใช้ไฟล์ตามที่ดาวน์โหลดมา",
    en="{name}: not opened, it was packed again. Use the file as it was downloaded.",
)
_UNKNOWN = Text(th="{name}: ไม่ใช่ส่วนของไฟล์หลักฐาน", en="{name}: does not belong in a file of evidence")
_TWICE = Text(th="{name}: มีสองชุดในไฟล์เดียว จึงไม่เปิด", en="{name}: not opened, it is there twice")
_MISSING = Text(th="{name}: ไม่มีในไฟล์", en="{name}: missing from the file")
_TOO_LARGE = Text(th="{name}: ใหญ่เกินไป", en="{name}: too large")
_UNREADABLE = Text(th="{name}: เสียหายจนอ่านไม่ได้", en="{name}: too damaged to be read")
_CHECKSUM = Text(
    th="{name}: ไบต์ถูกเปลี่ยน (ผลรวมตรวจสอบของ ZIP ไม่ตรง)",
    en="{name}: its bytes were changed (they do not match the checksum in the ZIP)",
)
