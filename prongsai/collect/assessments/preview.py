"""What a file would change, as far as it may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.collect.assessments.actions import INDICATORS, ITEMS
from prongsai.core import codes
from prongsai.core.framework import Framework, Row
from prongsai.core.naming import exact, label_of
from prongsai.core.score import Inputs, ItemResult, score
from prongsai.core.text import Text
from prongsai.core.veil import LEAST_FOR_BREAKDOWN, veil

NOTHING = Text("–", "–")
NOT_APPLICABLE = Text(th="ไม่เกี่ยวข้อง", en="not applicable")


@dataclass(frozen=True, slots=True)
class Change:
    """One item or figure that would be another one."""

    code: str
    label: Text
    before: Text
    after: Text
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """One row and its answers per choice, with the labels of the choices."""

    code: str
    name: Text
    choices: tuple[tuple[Text, int], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """many    how many sheets, items or figures were read; before: how many there are.

    rows    counts that may be shown; of few sheets none.
    """

    kind: str
    many: int
    before: int
    changes: tuple[Change, ...] = ()
    rows: tuple[Counts, ...] = ()

    @property
    def is_small_group(self) -> bool:
        return self.kind not in {ITEMS, INDICATORS} and self.many < LEAST_FOR_BREAKDOWN


def preview(framework: Framework, kind: str, brought: Inputs, present: Inputs) -> Preview:
    """Compare a set that was read with the one that is there."""
    if kind == ITEMS:
        changes = tuple(_changed_items(framework, brought, present))
        return Preview(kind, len(brought.items), len(present.items), changes)
    if kind == INDICATORS:
        changes = tuple(_changed_figures(framework, brought, present))
        return Preview(kind, len(brought.published), len(present.published), changes)
    before = present.surveys[kind].respondents if kind in present.surveys else 0
    rows = tuple(_shown_rows(framework, brought))
    return Preview(kind, brought.surveys[kind].respondents, before, rows=rows)


def _changed_items(framework: Framework, brought: Inputs, present: Inputs) -> Iterator[Change]:
    for item in framework.items:
        was, now = present.items.get(item.code), brought.items.get(item.code)
        if was != now:
            name = Text(th="{code} {name}", en="{code} {name}").fill(code=item.code.upper(), name=item.name)
            yield Change(item.code, name, _verdict(was), _verdict(now), now.remark if now else "")


def _verdict(result: ItemResult | None) -> Text:
    if result is None:
        return NOTHING
    if result.points is None:
        return NOT_APPLICABLE
    return Text(exact(result.points), exact(result.points))


def _changed_figures(framework: Framework, brought: Inputs, present: Inputs) -> Iterator[Change]:
    for code in sorted(brought.published.keys() | present.published.keys(), key=codes.order):
        was, now = present.published.get(code), brought.published.get(code)
        if was != now:
            before, after = (
                NOTHING if each is None else Text(exact(each), exact(each)) for each in (was, now)
            )
            yield Change(code, label_of(code, framework), before, after)


def _shown_rows(framework: Framework, brought: Inputs) -> Iterator[Counts]:
    """The same veil that lies over a result lies over the preview."""
    shown = veil(score(framework, brought), framework)
    for each in shown.walk():
        part = framework.by_code.get(each.code)
        if isinstance(part, Row) and each.counts:
            labels = (choice.label for choice in part.scale.choices)
            yield Counts(part.code, part.name, tuple(zip(labels, each.counts, strict=True)))
