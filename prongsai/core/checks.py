"""What a machine can look for in what shows an element of an item. Data of the rules, read from a file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Rule(StrEnum):
    WORDS = "words"  # `least` of the phrases
    COLUMNS = "columns"  # one table that has every column
    ROWS = "rows"  # a table of `least` rows, or a phrase of `none`
    ACTIVITIES = "activities"  # `least` different activities
    MONTHS = "months"  # every month of the item's period
    YEAR = "year"  # of the item's period
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    PICTURE = "picture"  # with words in its place
    MAP = "map"
    PERSON_NAMES = "person_names"
    LANGUAGE = "language"  # most letters are of it
    EXECUTIVE = "executive"  # the name of the present head
    FOLLOWS = "follows"  # `least` per cent of what the item that it must agree with names
    FROM_MAIN_SITE = "from_main_site"  # reached by links from the office's main site
    APART = "apart"  # at another address than these items
    TAKES_TEXT = "takes_text"  # a form into which something can be written
    BY_EYE = "by_eye"  # only a person can tell


LEAST = {Rule.FOLLOWS: 60}  # where the file does not say; of all others 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule and what it is asked with.

    any       phrases.
    columns   for each column the names it may have.
    none      phrases that say in so many words that there is nothing.
    language  "th" or "en".
    items     codes of items.
    """

    rule: Rule
    any: tuple[str, ...] = ()
    least: int = 1
    columns: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()
    language: str = ""
    items: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write it in one line: `words (any: แผน | โครงการ)`."""
        told = ((each.name, getattr(self, each.name), each.default) for each in fields(self)[1:])
        said = "; ".join(f"{name}: {_written(value)}" for name, value, default in told if value != default)
        return f"{self.rule} ({said})" if said else self.rule


def _written(value: str | int | tuple[str | tuple[str, ...], ...]) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return " | ".join(" = ".join(each) if isinstance(each, tuple) else each for each in value)
