"""What comes in from outside: the choice of rules, files, figures typed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments import intake
from prongsai.collect.assessments.models import SurveyResult
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.core.framework import Framework
from prongsai.core.naming import exact, label_of, name
from prongsai.core.thai import arabic
from prongsai.people.models import Office


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, XLSX or ODS."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods"}),
    )


class FiguresForm(forms.Form):
    """One field a figure: the total, the instruments, the indicators. Empty is not known."""

    def __init__(
        self, *args: Any, framework: Framework, figures: Mapping[str, Fraction] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [
            framework.code,
            *(instrument.code for instrument in framework.instruments),
            *(indicator.code for indicator in framework.indicators),
        ]
        known = figures or {}
        for code in self.codes:
            part = framework.by_code.get(code)
            self.fields[_field(code)] = FigureField(
                label=said(name(part) if part else label_of(code, framework)),
                initial=exact(known[code]) if code in known else "",
            )

    @property
    def figures(self) -> dict[str, Fraction]:
        """The figures that were typed, once the form is valid."""
        typed = {code: self.cleaned_data[_field(code)] for code in self.codes}
        return {code: figure for code, figure in typed.items() if figure is not None}


class MeanForm(FiguresForm):
    label_th = forms.CharField(
        label=_("Label in Thai"), max_length=120, help_text=_("For example: ค่าเฉลี่ยระดับประเทศ")
    )
    label_en = forms.CharField(label=_("Label in English"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self.figures:
            raise forms.ValidationError(_("Give at least one figure of the mean."))
        return cleaned


class FigureField(forms.CharField):
    """Points 0 to 100, with a point or a comma, in Thai or Arabic digits."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8})
        super().__init__(required=False, max_length=40, widget=widget, **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        figure = intake.figure(typed)
        if figure is None:
            raise forms.ValidationError(_("Type a number from 0 to 100, such as 97.77 or ๙๗,๗๗."))
        return figure


class PopulationsForm(forms.Form):
    """How many could have answered, a field a survey."""

    def __init__(
        self, *args: Any, framework: Framework, surveys: Iterable[SurveyResult], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.surveys = [survey.instrument for survey in surveys]
        for survey in surveys:
            instrument = framework.part(survey.instrument)
            sampling = getattr(instrument, "sampling", None)
            self.fields[_field(survey.instrument)] = PeopleField(
                label=said(name(instrument)),
                initial=survey.population,
                help_text=said(sampling.who) if sampling else "",
            )

    @property
    def populations(self) -> dict[str, int | None]:
        return {code: self.cleaned_data[_field(code)] for code in self.surveys}


class PeopleField(forms.IntegerField):
    """A number of people, in Thai or Arabic digits, with or without commas."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 8})
        super().__init__(required=False, min_value=1, max_value=100_000_000, widget=widget, **kwargs)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(arabic(str(value or "")).replace(",", "").strip())


class NewAssessmentForm(forms.Form):
    framework_code = forms.ChoiceField(label=_("Rules of the year"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, office: Office, frameworks: Iterable[Framework], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = set(office.assessments.values_list("framework_code", flat=True))
        self.offered = [each for each in frameworks if each.code not in taken]
        field: Any = self.fields["framework_code"]
        field.choices = [(each.code, said(each.name)) for each in self.offered]


def _field(code: str) -> str:
    return f"figure-{code}"
