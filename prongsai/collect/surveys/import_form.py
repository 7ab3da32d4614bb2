"""What a person says of an export: which row each column is of, which choice a label stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from prongsai.collect.surveys import import_options as options
from prongsai.collect.surveys.importing import counting
from prongsai.collect.surveys.importing.matching import Proposal
from prongsai.collect.surveys.importing.rows import Rows
from prongsai.collect.surveys.importing.tally import Tally
from prongsai.core.framework import Row
from prongsai.core.score import SurveyCounts


class MatchingForm(forms.Form):
    """A field a column, and a field a label that is not the very wording of a choice.

    What a person does not say is as it was proposed; where nothing was proposed, it is asked.
    """

    def __init__(
        self,
        posted: Mapping[str, str] | None = None,
        *,
        rows: Rows,
        tally: Tally,
        proposals: Sequence[Proposal],
    ) -> None:
        self._rows, self._tally = rows, tally
        self._columns = {f"column-{each}": proposal for each, proposal in enumerate(proposals)}
        self._said = {field: proposal.row for field, proposal in self._columns.items()} | dict(posted or {})
        self._labels = {
            f"label-{scale}-{place}": (scale, place) for scale, place in counting.asked(tally, self.matched)
        }
        for field, (scale, place) in self._labels.items():
            known = dict(tally.labels[place].meanings).get(scale, "")
            self._said.setdefault(field, str(known))
        super().__init__(None if posted is None else self._said, initial=self._said)
        self._add_columns()
        self._add_labels()

    @property
    def matched(self) -> dict[int, Row]:
        """Row by column, of the columns that have one so far."""
        found = {each: self._rows.by_code.get(self._said[field]) for each, field in enumerate(self._columns)}
        return {each: row for each, row in found.items() if row}

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask; of a form that was sent, whether it is right."""
        return self.is_valid() if self.is_bound else bool(self.matched) and not self.asked()

    def asked(self) -> list[BoundField]:
        """What only a person can say."""
        return [field for field in self if not self._said[field.name] or field.errors]

    @property
    def _twice(self) -> dict[str, list[str]]:
        """Fields by the row that more than one of them has."""
        names = list(self._columns)
        twice = counting.twice(self.matched)
        return {code: [names[each] for each in columns] for code, columns in twice.items()}

    def settled_columns(self) -> list[BoundField]:
        return self._settled(self._columns)

    def settled_labels(self) -> list[BoundField]:
        return self._settled(self._labels)

    def counts(self) -> SurveyCounts:
        """Count as it was matched; only of a complete form."""
        chosen = {key: int(self._said[field]) for field, key in self._labels.items()}
        return counting.counts(self._tally, self.matched, chosen)

    def clean(self) -> dict[str, Any]:
        for code, twins in self._twice.items():
            named = ", ".join(f"“{options.cut(str(self.fields[name].label))}”" for name in twins)
            message = _("%(row)s has several columns: %(columns)s. Keep one and leave the others out.")
            for name in twins:
                self.add_error(name, message % {"row": code, "columns": named})
        if not self.matched:
            self.add_error(None, _("No column is matched to a row of the survey."))
        return super().clean() or {}

    def _settled(self, names: Iterable[str]) -> list[BoundField]:
        """What was proposed or said."""
        asked = {field.name for field in self.asked()}
        return [self[name] for name in names if name not in asked]

    def _add_columns(self) -> None:
        unsure = {name for names in self._twice.values() for name in names}
        for each, (name, proposal) in enumerate(self._columns.items()):
            column, answer = self._tally.columns[each], self._said[name]
            field = forms.ChoiceField(
                label=options.name_of(column.title, column.place),
                choices=options.every_row(self._rows, proposal.likely),
                error_messages={"required": _("Say which row it is, or leave the column out.")},
            )
            if name not in unsure and (answer == options.LEFT_OUT or answer in self._rows.by_code):
                field.widget.choices = options.settled(self._rows, answer)
            self.fields[name] = field

    def _add_labels(self) -> None:
        of_rows = counting.asked(self._tally, self.matched)
        for name, key in self._labels.items():
            scale, label = of_rows[key]
            self.fields[name] = forms.ChoiceField(
                label=_("Cells with “%(label)s”") % {"label": label.text},
                choices=options.choices(scale),
                error_messages={"required": _("Say which choice it stands for.")},
            )
