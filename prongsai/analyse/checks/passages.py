"""The free texts of a story: what people wrote, with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analyse.story import Place, Story
from prongsai.core.text import Text
from prongsai.core.thai import arabic

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SNIPPET = 24


@dataclass(frozen=True, slots=True)
class Passage:
    place: Place
    text: Text

    @property
    def wordings(self) -> tuple[str, ...]:
        """Each wording in a form that can be searched: Arabic digits, one ำ, nothing that cannot be seen."""
        return tuple(searchable(wording) for wording in (self.text.th, self.text.en) if wording.strip())


def searchable(text: str) -> str:
    return arabic(text).translate(_INVISIBLE).replace("\u00a0", " ").replace("\u0e4d\u0e32", "\u0e33")


def snippet(text: str, start: int, end: int) -> str:
    """The words around a place in a text, for a message."""
    first, last = max(0, start - _SNIPPET), min(len(text), end + _SNIPPET)
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"


def preface(story: Story) -> Passage:
    return Passage(Place("preface"), story.preface)


def texts(story: Story) -> Iterator[Passage]:
    for code in sorted(story.texts):
        yield Passage(Place("text", code), story.texts[code])


def measures(story: Story) -> Iterator[Passage]:
    for number, measure in enumerate(story.measures):
        yield Passage(Place("measure", str(number)), Text(measure.name))
        for row, practice in enumerate(measure.practices):
            written = (practice.practice, practice.monitoring, practice.reporting, *practice.owners)
            yield Passage(Place("measure", str(number), row), Text("\n".join(written)))


def passages(story: Story) -> Iterator[Passage]:
    """Every free text of a story."""
    yield preface(story)
    yield from texts(story)
    yield from measures(story)
