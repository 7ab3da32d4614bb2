"""What an archive holds, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from prongsai.core.text import Text

_AS_THEY_ARE = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A payload that an earlier archive holds, so that it is not kept again.

    address  as asked for; `final` is where its redirects ended.
    archive  sha256 of that archive.
    size     of the payload, bytes.
    """

    address: str
    final: str
    at: datetime
    sha256: str
    size: int
    archive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """One answer as an archive holds it, or that none came.

    status        of HTTP; 0 where there was no answer, and `trouble` says why.
    sha256        of the payload; empty where there is none.
    is_elsewhere  the payload stands in an earlier archive, or before in this one; `body` is empty.
    place         which record of the archive it is, from 1.
    """

    address: str
    at: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    sha256: str = ""
    leads_to: str = ""
    trouble: str = ""
    is_elsewhere: bool = False
    place: int = 0


class Damaged(Exception):
    """What was kept cannot be read, or is not what it was. Says every problem, with its place."""

    def __init__(self, *problems: Text) -> None:
        super().__init__("; ".join(problem.en for problem in problems))
        self.problems: Sequence[Text] = problems


def uri(address: str) -> str:
    """An address in the letters that an archive may hold; Thai and spaces become %XX. Leaves others alone."""
    return quote(address, safe=_AS_THEY_ARE)
