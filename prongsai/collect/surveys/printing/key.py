"""The slip of a key holder: one page, printed once."""

from __future__ import annotations

from prongsai.collect.surveys.printing import common, key_words as words
from prongsai.core.text import Language, Text
from prongsai.documents import cards
from prongsai.documents.qr import Qr

_GROUP = 4


def print_key(
    *, key_text: str, holder: str, role: Text, survey: Text, office: Text, language: Language = "th"
) -> bytes:
    """Print the key for its holder. Nothing keeps the page: whoever calls hands it out and forgets it."""
    title = words.TITLE.in_(language)
    card = cards.Card(
        title=title,
        lead=words.LEAD.in_(language),
        facts=(
            (words.OFFICE.in_(language), office.in_(language)),
            (words.SURVEY.in_(language), survey.in_(language)),
            (words.HOLDER.in_(language), f"{holder} ({role.in_(language)})"),
        ),
        qr=Qr(key_text, words.PICTURE.in_(language)),
        groups=tuple(key_text[start : start + _GROUP] for start in range(0, len(key_text), _GROUP)),
        note=words.NOTE.in_(language),
        parts=tuple(
            cards.Part(part.in_(language), common.all_in(steps, language)) for part, steps in words.PARTS
        ),
    )
    return cards.render(common.imprint(title, office, language), card)
