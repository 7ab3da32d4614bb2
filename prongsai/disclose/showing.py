"""A frozen record in one language, as the page shows it. Nothing here looks anything up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from prongsai.core import naming
from prongsai.core.framework import Confidence, Rounding, Ties
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, State
from prongsai.core.text import Language, Text

Record = Mapping[str, Any]
ITEM = "item"
LANGUAGE_OF_SOURCE = {"th": 0, "en": 1}  # a source is written as "Thai / English"
VERDICTS = {
    "full": Text(th="แสดงข้อมูลครบ", en="Everything was shown"),
    "none": Text(th="ยังไม่ผ่าน", en="Not passed"),
    "some": Text(th="ผ่านบางส่วน", en="Passed in part"),
}
CONFIDENCE = {
    Confidence.VERIFIED: Text(th="ยืนยันแล้ว", en="confirmed"),
    Confidence.PRACTICE: Text(th="พบในการใช้งานจริง", en="seen in use"),
    Confidence.UNVERIFIED: Text(th="ยังไม่ยืนยัน", en="not confirmed"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Our figure beside another one. is_clear: None where chance cannot be judged."""

    label: str
    figure: str
    change: str
    is_clear: bool | None

    @property
    def direction(self) -> str:
        return {"+": "up", "-": "down"}[self.change[0]] if Decimal(self.change) else "same"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its figure and its working.

    points  as printed; empty where there is no figure, then `state` says why in a word.
    lost    points of the 100-point total, as printed; empty where unknown. exact_lost is not rounded.
    """

    code: str
    kind: str
    label: str
    name: str
    state: str
    points: str
    working: str
    worth: str
    lost: str
    exact_lost: Fraction | None
    level: str
    share: str
    margin: str
    remark: str
    last_year: Compared | None
    means: tuple[Compared, ...]
    parts: tuple[Part, ...]

    @property
    def is_none(self) -> bool:
        """Reviewed, and nothing of it counted."""
        return self.kind == ITEM and self.verdict == "none"

    @property
    def verdict(self) -> str:
        """What became of an item: full, none, some; empty for anything else."""
        if self.kind != ITEM or not self.points:
            return ""
        points = Fraction(self.points)
        return "full" if points == FULL else "some" if points else "none"

    @property
    def says_more(self) -> bool:
        """Whether the working tells more than the figure: not of a reviewed item, nor of a single part."""
        return not self.verdict and not (self.points and len(self.parts) == 1)

    def walk(self) -> Iterator[Part]:
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of the rules and how sure it is."""

    name: str
    confidence: Confidence
    sure: str  # the confidence in words
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    sha256: str
    published_at: datetime


class Shown:
    """A record in one language."""

    def __init__(self, record: Record, language: Language) -> None:
        self.record, self.language = record, language
        rules, office = record["framework"], record["office"]
        rounding = rules["rounding"]
        self.rounding = Rounding(
            places=rounding["places"], ties=Ties(rounding["ties"]), parts_first=rounding["parts_first"]
        )
        self.code: str = rules["code"]
        self.year_be: int = rules["year_be"]
        self.is_draft: bool = rules["is_draft"]
        self.scoring_hash: str = rules["scoring_hash"]
        self.framework, self.pass_mark = self.say(rules["name"]), self.printed(rules["pass_mark"])
        self.office, self.short = self.say(office["name"]), self.say(office["short"])
        self.is_demonstration: bool = office["is_demonstration"]
        self.total: str = record["total"]["printed"]
        self.margin: str = record["total"]["margin"] or ""
        self.passes: bool = record["total"]["passes"]
        self.version: int = record["edition"]["version"]
        self.changes = self.say(record["edition"]["changes"])
        self.note = self.say(record["edition"]["note"])
        self.published_at = datetime.fromisoformat(record["edition"]["published_at"])
        self.tree = self._part(record["score"])

    def say(self, pair: Mapping[str, str]) -> str:
        return Text(pair["th"], pair["en"]).in_(self.language)

    def said(self) -> dict[str, list[str]]:
        """The sentences of the record, by what they are about."""
        return {about: [self.say(each) for each in pairs] for about, pairs in self.record["said"].items()}

    def verdicts(self) -> dict[str, str]:
        return {verdict: words.in_(self.language) for verdict, words in VERDICTS.items()}

    def printed(self, exact: str | None) -> str:
        """An exact figure as the rules print it; nothing for nothing."""
        return "" if exact is None else str(printed(Fraction(exact), self.rounding))

    @property
    def ruler(self) -> dict[str, int]:
        """Total and pass mark on a ruler of 1000."""
        return {"total": int(Decimal(self.total) * 10), "mark": int(Decimal(self.pass_mark) * 10)}

    @property
    def grade(self) -> str:
        name = self.record["total"]["grade_name"]
        return self.say(name) if name else ""

    @property
    def compared(self) -> tuple[Compared, ...]:
        """The total beside last year's and beside means."""
        last_year = self.tree.last_year
        return (*self.tree.means, *((last_year,) if last_year else ()))

    @property
    def samples(self) -> list[dict[str, Any]]:
        """How many answered of how many needed, a survey each."""
        labels = {part.code: part.label for part in self.instruments}
        return [each | {"instrument": labels[each["instrument"]]} for each in self.record["samples"]]

    @property
    def instruments(self) -> tuple[Part, ...]:
        return self.tree.parts

    @property
    def indicators(self) -> tuple[Part, ...]:
        return tuple(indicator for instrument in self.tree.parts for indicator in instrument.parts)

    @property
    def has_levels(self) -> bool:
        return any(part.level for part in self.indicators)

    @property
    def has_last_year(self) -> bool:
        return any(part.last_year for part in self.indicators)

    @property
    def rules(self) -> list[Rule]:
        return [self._rule(each) for each in self.record["framework"]["provenance"]]

    @property
    def unverified(self) -> list[Rule]:
        return [rule for rule in self.rules if rule.confidence is Confidence.UNVERIFIED]

    @property
    def earlier_versions(self) -> list[Version]:
        return [
            Version(each["version"], each["sha256"], datetime.fromisoformat(each["published_at"]))
            for each in self.record["edition"]["earlier"]
        ]

    def _rule(self, block: Record) -> Rule:
        confidence = Confidence(block["confidence"])
        sources = block["source"].split(" / ")
        source = (
            sources[LANGUAGE_OF_SOURCE[self.language]]
            if len(sources) == len(LANGUAGE_OF_SOURCE)
            else block["source"]
        )
        return Rule(
            self.say(block["name"]),
            confidence,
            CONFIDENCE[confidence].in_(self.language),
            source,
            self.say(block["note"]),
        )

    def _part(self, score: Record) -> Part:
        code = score["code"]
        about = self.record["parts"][code]
        compared = self.record["compared"].get(code, {"last_year": None, "means": []})
        last_year = compared["last_year"]
        label, printed = self.say(about["label"]), score.get("printed", "")
        worth, brought = (
            self.printed(about.get("worth")),
            about.get("share") or (printed if about["kind"] == "total" else ""),
        )  # what a reader gets by subtracting
        return Part(
            code=code,
            kind=about["kind"],
            label=label,
            name=self.say(about["name"]),
            state=naming.STATES[State(score["state"])].in_(self.language),
            points=printed,
            working=self._working(code, label, printed),
            worth=worth,
            lost=str(Decimal(worth) - Decimal(brought)) if brought else self.printed(about.get("lost")),
            exact_lost=None if about.get("lost") is None else Fraction(about["lost"]),
            level=about.get("level", ""),
            share=about.get("share", ""),
            margin=about.get("margin", ""),
            remark=self.record["remarks"].get(code, ""),
            last_year=None if last_year is None else self._compared(last_year),
            means=tuple(self._compared(each) for each in compared["means"]),
            parts=tuple(self._part(each) for each in _telling(score)),
        )

    def _working(self, code: str, label: str, printed: str) -> str:
        """The sentence without the label and the figure, which stand beside it anyway."""
        sentence = self.say(self.record["working"][code])
        return sentence.removeprefix(f"{label}: ").removeprefix(f"{printed} ")

    def _compared(self, found: Record) -> Compared:
        return Compared(self.say(found["label"]), found["figure"], found["change"], found["is_clear"])


def _telling(score: Record) -> Iterable[Record]:
    """The parts that say more than the figure itself: none, where all of them are merely missing."""
    parts: list[Record] = score.get("parts", [])
    is_telling = any(part["state"] in {"scored", "withheld"} for part in parts)
    return parts if is_telling else []
