"""The rows of one survey, ready to be compared with the titles of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.collect.surveys.importing.titles import Title, read_title
from prongsai.collect.surveys.importing.wording import Wordings
from prongsai.core.framework import Indicator, Question, Row

LIKELY = 0.35  # likeness from which a title may be a row's
_CONTRADICTS = 0.25  # how much more another row is like the title than the one of its code


class Rows:
    """by_code  row by its code. siblings: codes of the rows of the same question, the row itself too."""

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        parts = [part for indicator in indicators for part in indicator.parts if isinstance(part, Question)]
        self.by_code = {row.code: row for each in parts for row in each.parts}
        self.siblings = {
            row.code: tuple(other.code for other in each.parts) for each in parts for row in each.parts
        }
        self._below = {each.code: [row.code for row in each.parts] for each in parts}
        self._all = _wordings(self.by_code)
        self._within = {
            codes: _wordings({each: self.by_code[each] for each in codes}) for codes in self.siblings.values()
        }
        self._by_number = {code[1:]: code for code in self.by_code} | {
            question[1:]: below[0] for question, below in self._below.items() if len(below) == 1
        }

    def title(self, typed: str) -> Title:
        return read_title(typed, {*self.by_code, *self._below})

    def like(self, title: Title) -> dict[str, float]:
        """Likeness of each row, 0 to 1. A code decides, unless the wording plainly says another row."""
        by_wording = _likeness(self._all, f"{title.question} {title.row}")
        below = self._named(title)
        best = max(by_wording.values())
        if not below:
            return by_wording
        if not title.is_bare and best > max(by_wording[code] for code in below) + _CONTRADICTS:
            return by_wording | dict.fromkeys(below, best)  # code against wording: for a person to say
        if len(below) == 1:
            return {code: float(code in below) for code in by_wording}
        return {code: max(each, LIKELY) if code in below else 0.0 for code, each in by_wording.items()}

    def apart(self, title: Title, row: str) -> dict[str, float]:
        """Likeness to the rows of one question, by what tells them apart."""
        return _likeness(self._within[self.siblings[row]], title.row or title.question)

    def _named(self, title: Title) -> list[str]:
        """Rows that the code at the title's head stands for; a number counts where it is alone."""
        if title.is_bare and title.number in self._by_number:
            return [self._by_number[title.number]]
        return [title.code] if title.code in self.by_code else self._below.get(title.code, [])


def _wordings(rows: Mapping[str, Row]) -> tuple[Wordings, ...]:
    """One for each language that words all of the rows."""
    thai = Wordings({code: row.name.th for code, row in rows.items()})
    is_english = all(row.name.en for row in rows.values())
    return (thai, Wordings({code: row.name.en for code, row in rows.items()})) if is_english else (thai,)


def _likeness(wordings: Sequence[Wordings], text: str) -> dict[str, float]:
    found = [each.likeness(text) for each in wordings]
    return {code: max(each[code] for each in found) for code in found[0]}
