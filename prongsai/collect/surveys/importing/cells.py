"""The columns of an export that may hold answers, each on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from prongsai.collect.surveys.importing import personal
from prongsai.collect.surveys.importing.rows import LIKELY, Rows
from prongsai.collect.surveys.importing.tally import Label, Why
from prongsai.collect.surveys.importing.vocabulary import Vocabulary
from prongsai.documents.tables import Row as Line

MOST_LABELS = 12  # a column with more of its own words is no question with choices


class Cells:
    """titles  by column; only these columns are looked at."""

    def __init__(self, rows: Rows, titles: Mapping[int, str], lines: Sequence[Line]) -> None:
        scales = {row.scale.code: row.scale for row in rows.by_code.values()}
        self._values = {
            each: Counter(line.cells[each] for line in lines if line.cells[each]) for each in titles
        }
        self._hopeless = {column for column, values in self._values.items() if _are_all_different(values)}
        hopeful = titles.keys() - self._hopeless
        sheets = ([line.cells[column] for column in hopeful] for line in lines)
        self._says = Vocabulary(list(scales.values()), sheets).label
        self._likely = {
            column for column in hopeful if max(rows.like(rows.title(titles[column])).values()) >= LIKELY
        }
        self._of_the_form = {label for column in self._likely for label in self.counted(column)[0]}

    def counted(self, column: int) -> tuple[Counter[Label], int]:
        """How often each label stands in a column, and how many cells hold words of their own."""
        counts: Counter[Label] = Counter()
        for text, many in self._values[column].items():
            if label := self._says(text):
                counts[label] += many
        return counts, self._values[column].total() - counts.total()

    def why_not(self, column: int) -> Why | None:
        """Why a column holds no answers; None where it may hold some.

        An export's own labels ("agree") are known by the columns whose titles are like a row's.
        """
        if column in self._hopeless:
            return Why.PERSONAL if personal.are_personal(self._values[column]) else Why.FREE_TEXT
        values, (counts, lost) = self._values[column], self.counted(column)
        known = sum(many for label, many in counts.items() if label.meanings or label in self._of_the_form)
        if values and 2 * known >= values.total():
            return None
        if personal.are_personal(values):
            return Why.PERSONAL
        if len(values) - len(counts) > MOST_LABELS:
            return Why.FREE_TEXT
        is_question = column in self._likely and (counts or not lost)
        return None if is_question else Why.NO_CHOICE


def _are_all_different(values: Counter[str]) -> bool:
    """Whether even the commonest texts make up less than half: names, times, free text."""
    return 2 * sum(many for _, many in values.most_common(MOST_LABELS)) < values.total()
