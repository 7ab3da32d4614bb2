"""The ways in which answers come in. Each keeps its own counts and its own label."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamKind:
    """One way of answering.

    of  on paper: the way that it is the paper of.
    """

    code: str
    instrument: str
    name: Text
    is_coded: bool = False  # answering takes a one-use code
    of: str = ""

    @property
    def is_paper(self) -> bool:
        return bool(self.of)


_ONLINE = (
    StreamKind(
        code="iit",
        instrument="iit",
        name=Text("บุคลากรตอบด้วยรหัสในใบพับ", "Staff, by code on a folded slip"),
        is_coded=True,
    ),
    StreamKind(code="eit-self", instrument="eit", name=Text("ผู้รับบริการตอบเองผ่านลิงก์", "Public, by open link")),
    StreamKind(
        code="eit-code",
        instrument="eit",
        name=Text("ผู้รับบริการตอบด้วยรหัสจากจุดบริการ", "Public, by code from the counter"),
        is_coded=True,
    ),
    StreamKind(
        code="eit-interview",
        instrument="eit",
        name=Text("ผู้สัมภาษณ์บันทึกให้", "Public, through an interviewer"),
        is_coded=True,
    ),
)
_ON_PAPER = {
    "iit": Text("บุคลากรตอบบนกระดาษ", "Staff, on paper"),
    "eit-self": Text("ผู้รับบริการตอบเองบนกระดาษ", "Public, on paper"),
    "eit-code": Text("ผู้รับบริการตอบบนกระดาษที่จุดบริการ", "Public, on paper at the counter"),
    "eit-interview": Text("ผู้สัมภาษณ์บันทึกบนกระดาษ", "Public, through an interviewer on paper"),
}
_PAPER = tuple(
    StreamKind(code=f"{kind.code}-paper", instrument=kind.instrument, name=_ON_PAPER[kind.code], of=kind.code)
    for kind in _ONLINE
)
STREAMS: dict[str, StreamKind] = {kind.code: kind for kind in (*_ONLINE, *_PAPER)}


def streams_of(instrument: str) -> tuple[StreamKind, ...]:
    return tuple(kind for kind in STREAMS.values() if kind.instrument == instrument)


def open_stream(instrument: str) -> str:
    """Give the stream that takes no code; empty where every answer takes one."""
    return next((k.code for k in streams_of(instrument) if not k.is_coded and not k.is_paper), "")
