"""What the cells of one export say, as far as it may be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache

from prongsai.collect.surveys.importing.labels import LONGEST, Meaning, means
from prongsai.collect.surveys.importing.personal import is_personal
from prongsai.collect.surveys.importing.tally import Label
from prongsai.collect.surveys.importing.wording import bare
from prongsai.core.framework import Scale

LEAST_SHEETS = 3  # what fewer sheets say in their own words is neither kept nor shown: it may name a person


class Vocabulary:
    """sheets  the cells of each sheet."""

    def __init__(self, scales: Collection[Scale], sheets: Iterable[Collection[str]]) -> None:
        self._scales = {scale.code: scale for scale in scales}
        self._bare = cache(bare)  # of this export alone: no cell may outlive its request
        self._held: Counter[str] = Counter()
        self._spelt: dict[str, str] = {}
        for sheet in sheets:
            said = {self._bare(text): text for text in set(sheet) if text}
            self._held.update(said.keys())
            for key, text in said.items():
                self._spelt[key] = min(text, self._spelt.get(key, text))
        self.label = cache(self._label)

    def _label(self, text: str) -> Label | None:
        """Name what a cell says; None where it may be a person's own words."""
        found = {code: meaning for code, scale in self._scales.items() if (meaning := means(text, scale))}
        exact = {code: meaning for code, meaning in found.items() if meaning.is_exact}
        if exact and not bare(text).isdigit():
            return self._wording(exact)
        if exact or self._is_shared(text):
            return Label(self._spelt[self._bare(text)], _choices(exact or found))
        # A slip of the hand counts as the wording that was meant; the slip itself is nobody's to see.
        return self._wording(found) if found else None

    def _is_shared(self, text: str) -> bool:
        return self._held[self._bare(text)] >= LEAST_SHEETS and len(text) <= LONGEST and not is_personal(text)

    def _wording(self, found: dict[str, Meaning]) -> Label:
        code, meaning = next(iter(found.items()))
        return Label(self._scales[code].choices[meaning.choice].label.th, _choices(found))


def _choices(found: dict[str, Meaning]) -> tuple[tuple[str, int], ...]:
    return tuple((code, meaning.choice) for code, meaning in found.items())
