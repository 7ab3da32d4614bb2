"""The list of what was received in one look, chained to the list before it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any

from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.recording.records import Damaged, Kept
from prongsai.core.text import Text

FORM = "prongsai-evidence-1"
MOST = 20_000_000  # bytes of a manifest
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"(19[89]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What came of one address.

    sha256   of the payload; empty where none came.
    kept_in  sha256 of the earlier archive that holds the payload; empty: the archive of this manifest.
    trouble  why there is no answer; empty where there is one.
    """

    address: str
    final: str
    at: str
    status: int
    media_type: str
    size: int
    sha256: str
    kept_in: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One look of one office.

    number    place in the office's chain, from 1.
    previous  sha256 of the manifest before it; empty for the first.
    item      code of the item it was made for; empty for several.
    made_at   ISO, UTC, by the clock of the checker.
    """

    office: str
    assessment: str
    item: str
    number: int
    made_at: str
    software: str
    archive: str
    previous: str
    entries: tuple[Entry, ...]

    @property
    def as_bytes(self) -> bytes:
        """Canonical JSON: sorted names, no spaces, UTF-8 (RFC 8785). These bytes are hashed and stamped."""
        return _canonical({"form": FORM, **asdict(self)})

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.as_bytes).hexdigest()

    def kept(self) -> tuple[Kept, ...]:
        """The payloads that its own archive holds, for the next looks."""
        return tuple(
            Kept(
                address=each.address,
                final=each.final,
                at=datetime.fromisoformat(each.at),
                sha256=each.sha256,
                size=each.size,
                archive=self.archive,
            )
            for each in self.entries
            if each.sha256 and not each.kept_in
        )


def made(
    fetched: Sequence[Fetched],
    archive: bytes,
    *,
    office: str,
    assessment: str,
    made_at: datetime,
    software: str,
    item: str = "",
    previous: Manifest | None = None,
    kept: Collection[Kept] = (),
) -> Manifest:
    """Name every answer in `archive`, which `warc.write` made of the same answers and the same `kept`."""
    return Manifest(
        office=office,
        assessment=assessment,
        item=item,
        number=previous.number + 1 if previous else 1,
        made_at=_moment(made_at),
        software=software,
        archive=hashlib.sha256(archive).hexdigest(),
        previous=previous.sha256 if previous else "",
        entries=tuple(_entries(fetched, kept)),
    )


def read(manifest: bytes) -> Manifest:
    """Read the bytes of a manifest.

    raises  Damaged with every problem; also where the bytes are not the canonical ones.
    """
    if len(manifest) > MOST:
        raise Damaged(_TOO_LARGE)
    try:
        record = json.loads(manifest)
    except (ValueError, RecursionError):
        raise Damaged(_NO_JSON) from None
    if not isinstance(record, dict) or record.get("form") != FORM:
        raise Damaged(_NO_FORM.fill(form=FORM))
    problems = list(_problems(record))
    if problems:
        raise Damaged(*problems)
    entries = tuple(Entry(**each) for each in record.pop("entries"))
    record.pop("form")
    found = Manifest(**record, entries=entries)
    if found.as_bytes != manifest:
        raise Damaged(_NOT_CANONICAL)
    return found


def _entries(fetched: Sequence[Fetched], kept: Collection[Kept]) -> Iterator[Entry]:
    by_hash = {each.sha256: each for each in kept}
    at_address = {each.address: each for each in kept}
    for each in fetched:
        earlier = at_address.get(each.address) if each.is_unchanged else by_hash.get(each.sha256)
        yield Entry(
            address=each.address,
            final=each.final,
            at=_moment(each.at),
            status=each.status,
            media_type=each.media_type,
            size=earlier.size if earlier else len(each.body),
            sha256=earlier.sha256 if earlier else each.sha256,
            kept_in=earlier.archive if earlier else "",
            trouble=str(each.trouble or ""),
        )


def _problems(record: Mapping[str, Any]) -> Iterator[Text]:
    wanted: dict[str, type] = {each.name: str for each in fields(Manifest)}
    yield from _wrong(record, wanted | {"form": str, "number": int, "entries": list}, "")
    entries = record.get("entries")
    shape = {each.name: int if each.name in {"status", "size"} else str for each in fields(Entry)}
    for place, entry in enumerate(entries if isinstance(entries, list) else [], start=1):
        yield from _wrong(entry, shape, f"entries[{place}]")
        if isinstance(entry, dict):
            yield from _no_moment(entry.get("at"), f"entries[{place}].at")
    yield from _no_moment(record.get("made_at"), "made_at")
    for name in ("archive", "previous"):
        value = record.get(name)
        is_hash = isinstance(value, str) and (_SHA256.fullmatch(value) or (name == "previous" and not value))
        if not is_hash:
            yield _NO_HASH.fill(name=name)


def _wrong(record: object, wanted: Mapping[str, type], where: str) -> Iterator[Text]:
    found = record if isinstance(record, dict) else {}
    for name in sorted(wanted.keys() | found.keys()):
        label = f"{where}.{name}".lstrip(".")
        if name not in wanted:
            yield _UNKNOWN.fill(name=label)
        elif type(found.get(name)) is not wanted[name]:
            yield _WRONG.fill(name=label)


def _no_moment(value: object, name: str) -> Iterator[Text]:
    try:
        is_moment = isinstance(value, str) and _MOMENT.fullmatch(value) and datetime.fromisoformat(value)
    except ValueError:
        is_moment = False
    if isinstance(value, str) and not is_moment:
        yield _NO_MOMENT.fill(name=name)


def _canonical(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "backslashreplace"
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


_TOO_LARGE = Text(th="รายการบันทึกใหญ่เกินไป", en="too large for a manifest")
_NO_JSON = Text(th="ไม่ใช่ JSON ที่อ่านได้", en="no JSON that can be read")
_NO_FORM = Text(th="ไม่ใช่รายการบันทึกแบบ {form}", en="no manifest of the form {form}")
_NOT_CANONICAL = Text(
    th="ไบต์ไม่ใช่รูปแบบมาตรฐานของ JSON จึงถูกเปลี่ยนหรือเขียนใหม่",
    en="not the canonical bytes: it was changed or written again",
)
_UNKNOWN = Text(th="{name}: ไม่ควรมี", en="{name}: does not belong there")
_WRONG = Text(th="{name}: ไม่มี หรือชนิดข้อมูลไม่ถูกต้อง", en="{name}: missing, or of the wrong kind")
_NO_MOMENT = Text(th="{name}: ไม่ใช่วันเวลา (ISO, UTC)", en="{name}: no moment (ISO, UTC)")
_NO_HASH = Text(th="{name}: ไม่ใช่ค่าแฮช sha256", en="{name}: no sha256")
