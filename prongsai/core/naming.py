"""How parts, figures and states are named in a sentence, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from prongsai.core.framework import (
    Framework,
    Indicator,
    Instrument,
    Item,
    Part,
    Question,
    SubIndicator,
)
from prongsai.core.reason import Reason
from prongsai.core.score import Score, State
from prongsai.core.text import Text
from prongsai.core.veil import LEAST_FOR_BREAKDOWN, LEAST_FOR_MEAN

_MOST_PLACES = 6

STATES = {
    State.SCORED: Text(th="มีคะแนน", en="scored"),
    State.MISSING: Text(th="ยังไม่มีข้อมูล", en="no data yet"),
    State.WITHHELD: Text(th="ไม่แสดง", en="withheld"),
    State.NOT_APPLICABLE: Text(th="ไม่เกี่ยวข้อง", en="not applicable"),
}
REASONS = {
    Reason.NOBODY_ANSWERED: Text(th="ไม่มีผู้ตอบ", en="nobody answered"),
    Reason.NOT_REVIEWED: Text(th="ยังไม่มีผลการตรวจให้คะแนน", en="not reviewed yet"),
    Reason.NO_FIGURE: Text(
        th="ยังไม่มีทั้งคะแนนที่เผยแพร่และข้อมูลสำหรับคำนวณ",
        en="there is neither a published figure nor the data to compute one",
    ),
    Reason.PARTS_UNKNOWN: Text(
        th="กรอบการประเมินฉบับร่างยังไม่ได้ระบุรายการในส่วนนี้",
        en="the framework is a draft that does not name the parts yet",
    ),
    Reason.PARTS_MISSING: Text(th="บางส่วนยังไม่มีคะแนน", en="some of its parts have no figure"),
    Reason.TOO_FEW: Text(
        th=f"มีผู้ตอบน้อยเกินไป (คะแนนเฉลี่ยต้องมีผู้ตอบอย่างน้อย {LEAST_FOR_MEAN} คน "
        f"รายข้อต้องมีอย่างน้อย {LEAST_FOR_BREAKDOWN} คน)",
        en=f"too few people answered (a mean takes at least {LEAST_FOR_MEAN} people, "
        f"a question at least {LEAST_FOR_BREAKDOWN})",
    ),
    Reason.COMPLEMENT: Text(
        th="หากแสดงจะคำนวณย้อนกลับหาคะแนนส่วนที่ไม่แสดงได้",
        en="it would give away a withheld figure beside it",
    ),
    Reason.NOT_APPLICABLE: Text(th="ไม่เกี่ยวข้องกับหน่วยงานนี้", en="it does not apply to this office"),
}


def name(part: Part) -> Text:
    """Give the code and the name: `ตัวชี้วัดที่ 2 การใช้งบประมาณ`, `O12 รายงานผล…`."""
    if isinstance(part, Instrument):
        return Text(th="{name} ({short})", en="{name} ({short})").fill(name=part.name, short=part.short)
    return Text(th="{label} {name}", en="{label} {name}").fill(label=label(part), name=part.name)


def label(part: Part) -> Text:
    """Give the code as it is said: `ตัวชี้วัดที่ 2`, `O12`, `i13`."""
    match part:
        case Instrument():
            return part.short
        case Indicator():
            return Text(th=f"ตัวชี้วัดที่ {part.code}", en=f"Indicator {part.code}")
        case SubIndicator():
            return Text(th=f"ตัวชี้วัดย่อยที่ {part.code}", en=f"Sub-indicator {part.code}")
        case Item():
            return Text(part.code.upper(), part.code.upper())
        case _:  # questions and rows
            return Text(part.code, part.code)


def label_of(code: str, framework: Framework) -> Text:
    """Give the label of a code; the framework's own code is the total."""
    if code == framework.code:
        return Text(th="คะแนนรวม", en="Total")
    return label(framework.part(code))


def topics(framework: Framework) -> dict[str, Text]:
    """What each row or item is about in a few words, by code: a row has the name of its question."""
    found = {item.code: item.name for item in framework.items}
    for part in framework.walk():
        if isinstance(part, Question):
            found |= {row.code: part.name for row in part.parts}
    return found


def listed(parts: Sequence[Text], *, mark: str = "") -> Text:
    """Join into one enumeration: `ก ข และค`, `a, b and c`.

    mark  a comma for Thai lists of codes and figures; names stand apart by a space alone.
    """
    if not parts:
        return Text("–", "–")
    *first, last = parts
    if not first:
        return last
    th = f"{mark} ".join(part.th for part in first)
    en = ", ".join(part.in_("en") for part in first)
    return Text(th=f"{th} และ{beside(last).th}", en=f"{en} and {last.in_('en')}")


def beside(text: Text) -> Text:
    """Put a space before a Thai wording that begins with another script, as it will follow a Thai word."""
    is_thai = "\u0e01" <= text.th[:1] <= "\u0e4f"
    return text if is_thai or not text.th else Text(th=f" {text.th}", en=text.in_("en"))


def state(score: Score) -> Text:
    """Say in a word why there is no figure; for the place of the figure."""
    return STATES[score.state]


def why(score: Score) -> Text:
    """Say in a sentence's worth why there is no figure."""
    return REASONS.get(score.reason, STATES[score.state])


def exact(figure: Fraction) -> str:
    """Write a figure without losing any of it: a decimal where that ends soon, else a ratio."""
    scaled = figure * 10**_MOST_PLACES
    if scaled.denominator != 1:
        return f"{figure.numerator}/{figure.denominator}"
    text = f"{Decimal(scaled.numerator).scaleb(-_MOST_PLACES):f}".rstrip("0").rstrip(".")
    return text or "0"


def people(number: int) -> str:
    return f"{number:,}"


def at_least(figure: Fraction, places: int) -> Decimal:
    """Round upward: who rises by this much has surely enough."""
    scaled = figure * 10**places
    return Decimal(-(-scaled.numerator // scaled.denominator)).scaleb(-places)


def margin(figure: float) -> Decimal:
    """Round half the width of an interval upward, to two places: never narrower than it is."""
    return Decimal(str(figure)).quantize(Decimal("0.01"), rounding=ROUND_CEILING)


def joined(said: Iterable[Text]) -> Text:
    """Put sentences behind each other."""
    kept = [text for text in said if text.th]
    return Text(th=" ".join(text.th for text in kept), en=" ".join(text.in_("en") for text in kept))
