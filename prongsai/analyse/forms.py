"""What comes in from outside: a text of the office, who writes it, which book is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.analyse import queries
from prongsai.analyse.models import DIGITS, LANGUAGES, OfficeText
from prongsai.analyse.reports import reports
from prongsai.documents import FORMATS
from prongsai.people.models import Office, Unit
from prongsai.people.queries import units_of


class TextForm(forms.ModelForm[OfficeText]):
    """`seen` carries the revision that stands on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = OfficeText
        fields = ["text_th", "text_en"]
        widgets = {"text_th": forms.Textarea({"rows": 12}), "text_en": forms.Textarea({"rows": 6})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text_th"].required = True
        self.fields["text_en"].label = _("Text in English (optional)")


class WriterForm(forms.Form):
    unit = forms.ModelChoiceField(
        label=_("Unit that writes this text"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Office administrators"),
    )

    def offer(self, office: Office) -> None:
        self.fields["unit"].queryset = units_of(office)  # type: ignore[attr-defined]  # a ModelChoiceField


class BookForm(forms.Form):
    report = forms.ChoiceField(label=_("Report"))
    format_ = forms.ChoiceField(
        label=_("Format"), choices=[(code, code.upper()) for code in FORMATS], initial="pdf"
    )
    language = forms.ChoiceField(
        label=_("Language of the book"),
        choices=LANGUAGES,
    )
    digits = forms.ChoiceField(
        label=_("Digits"),
        choices=DIGITS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["report"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (code, report.TITLE.in_(queries.screen_language())) for code, report in reports().items()
        ]
        if len(reports()) == 1:
            self.fields["report"].widget = forms.HiddenInput()
            self.fields["report"].initial = next(iter(reports()))
