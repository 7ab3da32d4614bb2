"""Words in both languages, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in Thai and English. English may be empty where an office has not written it."""

    th: str
    en: str = ""

    def in_(self, language: Language) -> str:
        """Give the wording; Thai stands in for an English one that is not there."""
        return (self.en or self.th) if language == "en" else self.th

    def fill(self, **values: object) -> Text:
        """Put the same values into both wordings: `{name}` becomes values["name"].

        A value that is a Text itself is put in by language.
        """
        th = {key: value.th if isinstance(value, Text) else value for key, value in values.items()}
        en = {key: value.in_("en") if isinstance(value, Text) else value for key, value in values.items()}
        return Text(self.th.format(**th), self.en.format(**en))
