"""Judges the labelled corpus, and counts how often the machine is right when it says "fail"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from corpus.cases import NOT_FOUND, Case, Label, others

from prongsai.collect.evidence.checking.judge import judge
from prongsai.collect.evidence.checking.shown import Facts, Shown
from prongsai.collect.evidence.checking.verdict import Answer, Verdict
from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.reading.read import read
from prongsai.core.text import Text
from prongsai.frameworks import library

HOST = "khet.example.go.th"
RULES = library.load("obec-2565")
ENDINGS = {"application/pdf": "pdf", "text/csv": "csv"}
DAY = date(2022, 4, 20)


@dataclass
class Tally:
    """right, false_alarms: of what was said to fail; missed: of what should have been."""

    right: int = 0
    false_alarms: int = 0
    missed: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false_alarms) if self.right + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def shown(address: str, content: bytes, media_type: str, *, status: int = 200, final: str = "") -> Shown:
    at, headers = datetime(2022, 4, 20, 5, tzinfo=UTC), {"content-type": media_type}
    fetched = Fetched(
        address=address, final=final or address, at=at, status=status, headers=headers, body=content
    )
    return Shown(
        address=address, fetched=fetched, content=read(content, media_type=media_type, address=address)
    )


def facts() -> Facts:
    pages = {item: shown(f"https://{HOST}/{item}.html", *made) for item, made in others().items()}
    return Facts(
        year_be=2565,
        today=DAY,
        executive=("นางตัวอย่าง รักษาการ",),
        main_site=f"https://{HOST}/",
        linked_from_main={each.address: Text("เมนู", "menu") for each in pages.values()},
        others={item: (each,) for item, each in pages.items()},
        nonsense={HOST: read(NOT_FOUND, media_type="text/html", address=f"https://{HOST}/nonsense")},
        is_rehearsal=True,
    )


def verdicts(case: Case, around: Facts) -> tuple[Verdict, ...]:
    ending = ENDINGS.get(case.media_type, "html" if "html" in case.media_type else "docx")
    address = case.address or f"https://{HOST}/{case.item}.{ending}"
    first = shown(address, case.content, case.media_type, status=case.status, final=case.final)
    beside = (shown(each.address, each.content, each.media_type) for each in case.beside)
    if case.nonsense:
        nowhere = read(
            case.nonsense, media_type="text/html; charset=utf-8", address=f"https://{HOST}/nonsense"
        )
        around = replace(around, nonsense={HOST: nowhere})
    return judge(RULES.item(case.item), (first, *beside), around)


def failed(found: Iterable[Verdict]) -> frozenset[Label]:
    return frozenset((str(each.asked), each.element) for each in found if each.answer is Answer.FAIL)


def tallies(cases: Iterable[Case]) -> Mapping[str, Tally]:
    """By question, over (case, element) pairs."""
    around, tally = facts(), {}
    for case in cases:
        found = failed(verdicts(case, around))
        for asked, element in sorted(found | case.fails):
            one = tally.setdefault(asked, Tally())
            if (asked, element) in found & case.fails:
                one.right += 1
            elif (asked, element) in found:
                one.false_alarms += 1
                one.told.append(f"false alarm: {case.name}: {element or 'the link'}")
            else:
                one.missed += 1
                one.told.append(f"missed: {case.name}: {element or 'the link'}")
    return tally


def kinds(cases: Iterable[Case]) -> Counter[str]:
    return Counter(case.media_type.partition(";")[0] for case in cases)
