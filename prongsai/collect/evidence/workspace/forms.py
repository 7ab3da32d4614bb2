"""What comes in from outside of an office's items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.models import Link, Work
from prongsai.collect.evidence.models.shown import ADDRESS
from prongsai.collect.evidence.overruling import ANSWERS
from prongsai.collect.evidence.states import WORDS, State
from prongsai.collect.evidence.templatetags.office_items import ANSWERS as ANSWER_WORDS
from prongsai.core.framework import Element, Item
from prongsai.people.forms import ThaiDateField
from prongsai.people.models import Office, Post, Unit

Choices = list[tuple[str, str | Promise]]


class SubmissionForm(forms.Form):
    closes_on = ThaiDateField(
        label=_("Closes on"),
        help_text=_("The last day on which anything can be changed. When it is over, everything freezes."),
    )
    main_site = forms.URLField(
        label=_("The office's main site"),
        max_length=ADDRESS,
        assume_scheme="https",
        help_text=_("From here an assessor starts. Some items must be reached by links from it."),
    )


class AssignForm(forms.Form):
    """Whatever is left empty stays as it is."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), required=False)
    post = forms.ModelChoiceField(label=_("Post"), queryset=Post.objects.none(), required=False)
    due_on = ThaiDateField(label=_("Due on"), required=False)

    def __init__(self, *args: Any, office: Office, **named: Any) -> None:
        super().__init__(*args, **named)
        for name, rows in (("unit", office.units.all()), ("post", office.posts.all())):
            field: Any = self.fields[name]
            field.queryset, field.empty_label = rows, _("stays as it is")
        self.fields["due_on"].widget.attrs["placeholder"] = _("stays as it is")


class FilterForm(forms.Form):
    """Which items to list; wrong values list all."""

    mine = forms.BooleanField(label=_("Only my units' items"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), required=False)

    def __init__(self, *args: Any, office: Office, **named: Any) -> None:
        super().__init__(*args, **named)
        state: Any = self.fields["state"]
        state.choices = [("", _("all")), *((each.value, WORDS[each]) for each in State)]
        unit: Any = self.fields["unit"]
        unit.queryset, unit.empty_label = office.units.all(), _("all")

    def chosen(self) -> dict[str, Any]:
        return self.cleaned_data if self.is_valid() else {}


class ItemForm(forms.Form):
    """`seen` carries the hash of the content that stands on the screen."""

    statement = forms.CharField(
        label=_("Statement"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("What an assessor should know to find it: which page, which heading, which year."),
    )
    is_not_applicable = forms.BooleanField(label=_("Not applicable to this office"), required=False)
    why_not_applicable = forms.CharField(
        label=_("Why it is not applicable"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, typed: Any, *, work: Work, item: Item) -> None:
        told = ("statement", "is_not_applicable", "why_not_applicable")
        initial = {name: getattr(work, name) for name in told} | {"seen": work.content_hash}
        super().__init__(typed, initial=initial)
        if not item.may_be_not_applicable:
            del self.fields["is_not_applicable"], self.fields["why_not_applicable"]


@dataclass(frozen=True, slots=True)
class ElementFields:
    element: Element
    shows: Any
    where: Any


class LinkForm(forms.Form):
    address = forms.URLField(label=_("Address"), max_length=ADDRESS, assume_scheme="https")
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, help_text=_("What this link is, in a few words.")
    )

    def __init__(self, typed: Any, *, item: Item, link: Link | None) -> None:
        initial = {"address": link.address, "note": link.note} if link else {}
        super().__init__(typed, initial=initial)
        self.item = item
        shows: Mapping[str, str] = link.shows if link else {}
        for element in item.elements:
            self.fields[f"shows-{element.code}"] = forms.BooleanField(
                label=said(element.name), required=False, initial=element.code in shows
            )
            self.fields[f"where-{element.code}"] = forms.CharField(
                label=_("Where on it"), required=False, max_length=300, initial=shows.get(element.code, "")
            )

    def elements(self) -> Iterator[ElementFields]:
        for each in self.item.elements:
            yield ElementFields(each, self[f"shows-{each.code}"], self[f"where-{each.code}"])

    @property
    def shows(self) -> dict[str, str]:
        """Where in words says that it is shown, ticked or not."""
        told = {each.code: self.cleaned_data[f"where-{each.code}"] for each in self.item.elements}
        return {code: where for code, where in told.items() if where or self.cleaned_data[f"shows-{code}"]}


class OverruleForm(forms.Form):
    answer = forms.ChoiceField(label=_("What is right?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why is the machine wrong?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("It stays in the history of the item, with your name."),
    )

    def __init__(self, *args: Any, machine: str, **named: Any) -> None:
        super().__init__(*args, **named)
        field: Any = self.fields["answer"]
        field.choices = [(each.value, ANSWER_WORDS[each]) for each in ANSWERS if each.value != machine]


class ReplyForm(forms.Form):
    agrees = forms.ChoiceField(
        label=_("The office"),
        choices=[("yes", _("agrees with the mark")), ("no", _("objects to it"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What it objects to"), required=False, max_length=4000, widget=forms.Textarea({"rows": 6})
    )
    addresses = forms.MultipleChoiceField(
        label=_("Links that show it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only links that were frozen with the item."),
    )

    def __init__(self, *args: Any, links: list[Link], **named: Any) -> None:
        super().__init__(*args, **named)
        field: Any = self.fields["addresses"]
        field.choices = [(link.address, link.address) for link in links]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("agrees") == "no" and not cleaned.get("words", "").strip():
            self.add_error("words", _("Say in words what you object to."))
        return cleaned
