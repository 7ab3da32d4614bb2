"""What comes in from outside when a survey is set up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.forms import PeopleField
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.models import Stream, Survey
from prongsai.collect.surveys.streams import StreamKind, streams_of
from prongsai.people.forms import ThaiDateField


@dataclass(frozen=True, slots=True)
class StreamFields:
    """The two fields of one way of answering."""

    kind: StreamKind
    use: Any
    heads: Any


class SurveyForm(forms.Form):
    opens_on = ThaiDateField(label=_("First day for answering"))
    closes_on = ThaiDateField(label=_("Last day for answering"))
    has_english = forms.BooleanField(label=_("Questions in English, too"), required=False, initial=True)
    asks_suggestion = forms.BooleanField(
        label=_("Ask for a suggestion at the end"),
        required=False,
        initial=True,
        help_text=_(
            "Suggestions are kept apart from the answers, and only where at least ten people wrote one."
        ),
    )

    def __init__(self, *args: Any, instrument: str, survey: Survey | None, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kinds = streams_of(instrument)
        known = {stream.code: stream for stream in survey.streams.all()} if survey else {}
        for kind in self.kinds:
            is_used = kind.code in known if survey else kind is self.kinds[0]
            self.fields[f"use-{kind.code}"] = forms.BooleanField(
                label=said(kind.name), required=False, initial=is_used
            )
            self.fields[f"heads-{kind.code}"] = PeopleField(
                label=_("%(way)s: how many could answer") % {"way": said(kind.name)},
                initial=known[kind.code].heads if kind.code in known else None,
            )
        if survey:
            for name in ("opens_on", "closes_on", "has_english", "asks_suggestion"):
                self.fields[name].initial = getattr(survey, name)

    def streams(self) -> Iterator[StreamFields]:
        for kind in self.kinds:
            yield StreamFields(kind, self[f"use-{kind.code}"], self[f"heads-{kind.code}"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"use-{kind.code}") for kind in self.kinds):
            self.add_error(None, _("Choose at least one way of answering."))
        opens_on, closes_on = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens_on and closes_on and closes_on < opens_on:
            self.add_error("closes_on", _("The last day lies before the first day."))
        return cleaned

    @property
    def heads(self) -> dict[str, int | None]:
        """How many could answer, by the streams that are used, once the form is valid."""
        return {
            kind.code: self.cleaned_data[f"heads-{kind.code}"]
            for kind in self.kinds
            if self.cleaned_data[f"use-{kind.code}"]
        }

    @property
    def others(self) -> dict[str, Any]:
        return {
            name: self.cleaned_data[name]
            for name in ("opens_on", "closes_on", "has_english", "asks_suggestion")
        }


LANGUAGE_NAMES = {"th": _("Thai"), "en": _("English")}


class CodesForm(forms.Form):
    number = PeopleField(label=_("How many slips"))
    language = forms.ChoiceField(label=_("Language of the slips"))

    def __init__(self, *args: Any, stream: Stream, languages: tuple[str, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["number"].required = True
        if stream.heads is not None:
            self.fields["number"].initial = max(0, stream.heads - stream.codes_issued) or None
        field: Any = self.fields["language"]
        field.choices = [(each, LANGUAGE_NAMES[each]) for each in languages]


class GivingUpForm(forms.Form):
    reason = forms.CharField(
        label=_("Why can the answers not be opened any more?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("It stays in the trail of the office."),
    )
