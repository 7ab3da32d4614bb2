"""Which row a column is of: proposed where no other row comes near, else for a person to say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from prongsai.collect.surveys.importing.rows import LIKELY, Rows
from prongsai.collect.surveys.importing.titles import Title

_CLEAR = 0.1  # how far the next row, or the next column, must stand behind
_DIFFERS = 1.5  # among rows of one question: how much more of what tells them apart
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """row  what the column is proposed to be, or "" where a person must say.

    likely  codes of the rows that are most like it, the likeliest first.
    """

    row: str
    likely: tuple[str, ...]


def propose(rows: Rows, titles: Sequence[str]) -> tuple[Proposal, ...]:
    """Propose a row for each column, each row once at most; the order of the columns makes no difference."""
    read = [rows.title(each) for each in titles]
    like = [rows.like(title) for title in read]
    found: dict[int, str] = {}
    while more := _won(_claims(rows, read, like, found), like):
        found |= more
    return tuple(Proposal(found.get(column, ""), _likely(each)) for column, each in enumerate(like))


def _claims(
    rows: Rows, titles: Sequence[Title], like: Sequence[Mapping[str, float]], found: Mapping[int, str]
) -> dict[int, str]:
    """Columns without a row that are clearly like one that is free; rows that are taken are no rivals."""
    free = set(rows.by_code) - set(found.values())
    clear = {
        column: _clear(rows, title, like[column], free)
        for column, title in enumerate(titles)
        if column not in found
    }
    return {column: row for column, row in clear.items() if row}


def _clear(rows: Rows, title: Title, like: Mapping[str, float], free: Collection[str]) -> str:
    """The row that a title is clearly of; "" if there is none."""
    best = max(like, key=lambda code: like[code])
    near = {code for code in free if like[code] > like[best] - _CLEAR}
    if best not in free or like[best] < LIKELY or near - set(rows.siblings[best]):
        return ""
    if len(near) == 1:
        return best
    apart = rows.apart(title, best)
    best = max(near, key=lambda code: (apart[code], code))
    return best if all(apart[best] > _DIFFERS * apart[code] for code in near - {best}) else ""


def _won(claims: Mapping[int, str], like: Sequence[Mapping[str, float]]) -> dict[int, str]:
    """Claims that no other column makes as well."""
    return {
        column: row
        for column, row in claims.items()
        if all(
            like[column][row] >= like[other][row] + _CLEAR
            for other, wanted in claims.items()
            if other != column and wanted == row
        )
    }


def _likely(like: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted(like, key=lambda code: -like[code])[:_SHOWN]
    return tuple(code for code in ranked if like[code] > 0)
