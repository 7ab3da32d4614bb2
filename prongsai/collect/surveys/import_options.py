"""What the fields of the matching offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.importing.counting import NOT_ANSWERED
from prongsai.collect.surveys.importing.rows import Rows
from prongsai.core.framework import Row, Scale
from prongsai.documents.rows import letters

Options = list[Any]  # as Django takes them: (value, label), or (heading, options)
LEFT_OUT = "-"
_SHORT = 60  # letters of a wording that stands among fifty


def every_row(rows: Rows, likely: Sequence[str]) -> Options:
    """Any row of the survey; the likely ones first, in full."""
    first = [(code, _worded(rows.by_code[code])) for code in likely]
    offered: Options = [("", _("Choose…")), (LEFT_OUT, _("Leave this column out"))]
    if first:
        offered.append((_("Most alike"), first))
    rest = [(code, cut(_worded(row))) for code, row in rows.by_code.items() if code not in likely]
    return [*offered, (_("Other rows"), rest)] if rest else offered


def settled(rows: Rows, answer: str) -> Options:
    """A row that is known already: few words, since there are fifty such columns."""
    named = [(answer, _worded(rows.by_code[answer]))] if answer != LEFT_OUT else []
    return [*named, (LEFT_OUT, _("Leave this column out")), ("", _("Another row (asked on the next page)"))]


def choices(scale: Scale) -> Options:
    """The choices of a scale, or none of them."""
    offered = [(str(place), said(choice.label)) for place, choice in enumerate(scale.choices)]
    return [("", _("Choose…")), *offered, (str(NOT_ANSWERED), _("None of these: not answered"))]


def name_of(title: str, place: int) -> str:
    """How a column is called: by its title, or as a spreadsheet does."""
    return title or _("Column %(letters)s") % {"letters": letters(place)}


def _worded(row: Row) -> str:
    return f"{row.code} {said(row.name)}"


def cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
