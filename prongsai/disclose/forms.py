"""What is said when a result is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.text import Text


class PublishForm(forms.Form):
    changes_th = forms.CharField(
        label=_("What is different from the version before, in Thai"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody reads it. Say which figures were corrected, and why."),
    )
    changes_en = forms.CharField(
        label=_("What is different, in English"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    note_th = forms.CharField(
        label=_("A note to the result, in Thai"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Where the figures come from, if that is not plain. May stay empty."),
    )
    note_en = forms.CharField(
        label=_("A note to the result, in English"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["changes_th"], self.fields["changes_en"]

    def said(self) -> dict[str, Text]:
        """What the action asks for."""
        typed = self.cleaned_data
        return {
            name: Text(typed.get(f"{name}_th", "").strip(), typed.get(f"{name}_en", "").strip())
            for name in ("changes", "note")
        }
