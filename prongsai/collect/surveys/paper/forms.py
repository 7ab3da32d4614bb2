"""What comes in from outside of a pile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.streams import StreamKind


class PileForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the pile"),
        max_length=60,
        help_text=_("For example the box it came from and the day. No name of a person."),
    )
    stream = forms.ChoiceField(label=_("Way of answering"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, streams: Sequence[StreamKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stream"]
        field.choices = [(kind.code, said(kind.name)) for kind in streams]  # type: ignore[attr-defined]  # a ChoiceField
        if len(streams) == 1:
            field.initial = streams[0].code
