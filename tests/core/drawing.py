"""Frameworks drawn as indented trees, so that an expected figure can be checked by eye."""

from dataclasses import replace
from fractions import Fraction
from textwrap import dedent

from prongsai.core.framework import (
    Choice,
    Evidence,
    Framework,
    Grade,
    Indicator,
    Instrument,
    Item,
    Kind,
    Period,
    Question,
    Rounding,
    Row,
    Scale,
    SubIndicator,
    Ties,
)
from prongsai.core.text import Text


def scale(code, *points):
    choices = enumerate(points, start=1)
    return Scale(
        code,
        tuple(Choice(str(n), Text(f"{code} {n}"), None if p is None else Fraction(p)) for n, p in choices),
    )


SCALES = {
    "four": scale("four", "0", "100/3", "200/3", "100"),
    "yes": scale("yes", "100", "0"),
    "know": scale("know", "0", "100", None),  # the last choice is "I do not know"
}
LETTERS = (("AA", 95), ("A", 85), ("B", 75), ("F", 0))
CONDITIONAL = (("excellent", 95, 95), ("good", 85, 85), ("pass", 85), ("improve", 0))


def grades(*rules):
    return tuple(
        Grade(code=code, name=Text(code), total=Fraction(total), each_instrument=Fraction(*each or (0,)))
        for code, total, *each in rules
    )


def draw(picture, *, rules=LETTERS, weakest=1, places=2, ties=Ties.UP, parts_first=False):
    """Read a tree: instruments stand at the left (`in survey 3/10`, `open items 7/10`), parts below are
    indented by two; a row names its scale (`q1.1 four reversed`), an item may say `na`.
    """
    lines = [line for line in dedent(picture).splitlines() if line.strip()]
    instruments = tuple(_instrument(head, body) for head, body in _branches(lines))
    return Framework(
        code="year",
        year_be=2565,
        body="body",
        name=Text("ปี"),
        is_draft=False,
        instruments=instruments,
        scales=SCALES,
        rounding=Rounding(places=places, ties=ties, parts_first=parts_first),
        grades=grades(*rules),
        pass_mark=Fraction(85),
        weakest=weakest,
        owner_groups={},
        calendar=(),
        provenance=(),
        worked_examples=(),
        scoring_hash="",
        wording_hash="",
    )


def _branches(lines):
    """Split lines into (head, lines below it with two spaces less)."""
    found = []
    for line in lines:
        if line.startswith("  "):
            found[-1][1].append(line[2:])
        else:
            found.append((line.split(), []))
    return found


def _even(parts):
    return tuple(replace(part, weight=Fraction(1, len(parts))) for part in parts)


def _instrument(head, body):
    code, kind, weight = head
    parts = _even([_indicator(h[0], b) for h, b in _branches(body)])
    return Instrument(
        code=code, name=Text(code), short=Text(code), kind=Kind(kind), weight=Fraction(weight), parts=parts
    )


def _indicator(code, body):
    below = [_group(h[0], b) for h, b in _branches(body)]
    return Indicator(
        code=code, name=Text(code), description=Text(code), weight=Fraction(1), parts=_even(below)
    )


def _group(code, body):
    leaves = [_leaf(head) for head, _ in _branches(body)]
    is_question = isinstance(leaves[0], Row)
    return (Question if is_question else SubIndicator)(
        code=code, name=Text(code), weight=Fraction(1), parts=_even(leaves)
    )


def _leaf(head):
    code, *words = head
    if words and words[0] in SCALES:
        is_reversed = "reversed" in words
        return Row(
            code=code, name=Text(code), scale=SCALES[words[0]], is_reversed=is_reversed, weight=Fraction(1)
        )
    return Item(
        code=code,
        name=Text(code),
        weight=Fraction(1),
        period=Period.THIS_YEAR,
        evidence=Evidence.PAGE,
        may_be_not_applicable="na" in words,
    )
