"""What comes in from assessors and from central staff."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.evidence.models import Interest
from prongsai.collect.evidence.reviewing.giving import DOUBLE, Grouping
from prongsai.people.forms import ThaiDateField
from prongsai.people.models import Office, User

DAYS_TO_REPLY = 15
MOST_ITEMS = 450


class InterestForm(forms.Form):
    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"))
    kind = forms.ChoiceField(label=_("Kind of interest"), choices=Interest.Kind.choices)
    said = forms.CharField(label=_("In words"), required=False, max_length=500)

    def __init__(self, *args: Any, offices: QuerySet[Office], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]  # of a choice of rows


class GivingBackForm(forms.Form):
    """why: an interest in the office, or something else."""

    why = forms.ChoiceField(
        label=_("Why"),
        choices=[
            ("withdraw", _("I cannot judge this item, but others of the office")),
            *((kind, label) for kind, label in Interest.Kind.choices),
        ],
    )
    said = forms.CharField(label=_("In words"), required=False, max_length=500)


class GivingForm(forms.Form):
    grouping = forms.ChoiceField(
        label=_("Together to one assessor"),
        choices=[
            (Grouping.OFFICE, _("All items of an office")),
            (Grouping.ITEM, _("The same item of all offices")),
        ],
    )
    percent = forms.IntegerField(
        label=_("Marked twice, per cent"), min_value=0, max_value=100, initial=int(DOUBLE * 100)
    )

    @property
    def share(self) -> Fraction:
        return Fraction(self.cleaned_data["percent"], 100)


class ShowingForm(forms.Form):
    replies_until = ThaiDateField(label=_("Replies until"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["replies_until"].initial = timezone.localdate() + timedelta(days=DAYS_TO_REPLY)


class AppointmentForm(forms.Form):
    name = forms.CharField(label=_("User name or e-mail"), max_length=254)
    most_items = forms.IntegerField(
        label=_("Most items at one time"), min_value=1, max_value=20_000, initial=MOST_ITEMS
    )

    def clean_name(self) -> User:
        typed = self.cleaned_data["name"].strip()
        known = Q(username__iexact=typed) | Q(email__iexact=typed)
        user = User.objects.filter(known, is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("No user has this name or e-mail."), code="unknown")
        return user


class LimitForm(forms.Form):
    most_items = forms.IntegerField(min_value=1, max_value=20_000)


class WordingForm(forms.Form):
    item_code = forms.CharField(
        label=_("Item"), max_length=20, required=False, help_text=_("Like O12. Empty: for every item.")
    )
    text = forms.CharField(label=_("Remark"), max_length=500)
