"""What comes in from outside: a measure and the rows of its table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from prongsai.act.actions import PracticeDraft
from prongsai.act.models import Measure, PracticeRow
from prongsai.core.framework import Framework
from prongsai.people.forms import ThaiDateField
from prongsai.people.models import Unit, spoken
from prongsai.people.queries import units_of

MOST_PRACTICES = 50
_LINES = {"rows": 5}


class MeasureForm(forms.ModelForm[Measure]):
    """`seen` carries the revision that stands on the screen."""

    indicators = forms.MultipleChoiceField(
        label=_("Indicators it answers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Measure
        fields = ["name_th", "name_en", "indicators"]

    def offer(self, framework: Framework) -> None:
        self.fields["indicators"].choices = [  # type: ignore[attr-defined]  # a MultipleChoiceField
            (each.code, f"{each.code} {spoken(each.name.th, each.name.en)}") for each in framework.indicators
        ]


class PracticeForm(forms.ModelForm[PracticeRow]):
    row_id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    starts_on = ThaiDateField(label=_("First day"))
    ends_on = ThaiDateField(label=_("Last day"))
    units = forms.ModelMultipleChoiceField(
        label=_("Responsible units"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = PracticeRow
        fields = [
            "practice_th", "monitoring_th", "reporting_th", "practice_en", "monitoring_en", "reporting_en",
            "other_owners",
        ]  # fmt: skip
        widgets = {name: forms.Textarea(_LINES) for name in fields} | {
            "other_owners": forms.Textarea({"rows": 2})
        }
        help_texts = {"other_owners": _("Groups that are no unit of the office, one a line.")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first day."))
        if "units" in cleaned and not cleaned["units"] and not cleaned.get("other_owners", "").strip():
            self.add_error("units", _("Choose a unit, or write the name of a group below."))
        return cleaned

    def _post_clean(self) -> None:
        """Leave the row alone: its constraints are checked by the action."""

    def draft(self) -> PracticeDraft:
        fields = dict(self.cleaned_data)
        return PracticeDraft(**fields | {"units": tuple(fields["units"])})


class PracticeFormSet(BaseFormSet[PracticeForm]):
    def __init__(self, *args: Any, office_units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office_units = office_units

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["units"].queryset = self.office_units
        form.empty_permitted = False  # a row that is there must be filled or taken away
        form.use_required_attribute = False

    def drafts(self) -> list[PracticeDraft]:
        return [form.draft() for form in self.forms]


_PracticeForms = cast(
    "type[PracticeFormSet]",
    formset_factory(
        PracticeForm, formset=PracticeFormSet, extra=0, max_num=MOST_PRACTICES, absolute_max=MOST_PRACTICES
    ),
)


def practice_forms(
    measure: Measure, *, posted: Mapping[str, Any] | None = None, rows: list[dict[str, Any]] | None = None
) -> PracticeFormSet:
    """Give the forms of the rows: as posted, else filled with these rows."""
    units = units_of(measure.assessment.office)
    return _PracticeForms(posted, initial=rows, prefix="practice", office_units=units)


def initial_rows(measure: Measure) -> list[dict[str, Any]]:
    """Give the rows of a measure as the forms show them."""
    names = [*PracticeForm.Meta.fields, "starts_on", "ends_on"]
    return [
        {name: getattr(row, name) for name in names}
        | {"row_id": row.pk, "units": [owner.unit_id for owner in row.owners.all()]}
        for row in measure.practices.prefetch_related("owners")
    ]


def typed_rows(posted: Any) -> list[dict[str, Any]]:
    """Give the rows as they were typed, unchecked: a row is added or taken away before anything is saved."""
    names = [*PracticeForm.Meta.fields, "starts_on", "ends_on", "row_id"]
    total = posted.get("practice-TOTAL_FORMS", "")
    count = min(int(total), MOST_PRACTICES) if total.isdecimal() else 0
    return [
        {name: posted.get(f"practice-{place}-{name}", "") for name in names}
        | {"units": posted.getlist(f"practice-{place}-units")}
        for place in range(count)
    ]
