"""What comes in from outside: office data, units, posts, members, one's own account."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from prongsai.core import days, thai
from prongsai.people import queries
from prongsai.people.models import Membership, Office, Post, Unit, User

Role = Membership.Role
OWN_ROLES = (Role.OFFICE_ADMIN, Role.UNIT_MEMBER, Role.EXECUTIVE, Role.VIEWER)  # an office names no assessor


HOST_HELP = _(
    "Public pages of the office stand there without its name in the address. Empty: the shared host."
)


class SignInForm(LoginForm):  # type: ignore[misc]  # Wagtail brings no types
    """Wagtail's, with labels that can be translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name or e-mail")
        self.fields["username"].widget.attrs["placeholder"] = ""
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs["placeholder"] = ""


class OfficeForm(forms.ModelForm[Office]):
    class Meta:
        model = Office
        fields = ["name_th", "name_en", "short_th", "province", "kind", "class_code", "host"]
        help_texts = {"host": HOST_HELP}

    def limit_to(self, by: User) -> None:
        """Leave the host to the technical administrator: it must be set up on the machine too."""
        if not by.is_superuser:
            del self.fields["host"]


class NewOfficeForm(forms.ModelForm[Office]):
    class Meta:
        model = Office
        fields = ["body", "slug", "name_th", "name_en", "short_th", "province", "kind", "class_code"]
        help_texts = {
            "slug": _("Latin letters, digits and hyphens. It stands in every address and lasts for ever.")
        }


class UnitForm(forms.ModelForm[Unit]):
    class Meta:
        model = Unit
        fields = ["code", "name_th", "name_en", "order"]


class PostForm(forms.ModelForm[Post]):
    class Meta:
        model = Post
        fields = ["title_th", "title_en", "unit", "holder_th", "holder_en", "email", "is_head"]
        help_texts = {"holder_th": _("Leave empty while the post is vacant.")}


class MemberForm(forms.ModelForm[Membership]):
    username = forms.CharField(label=_("User name"), max_length=150)
    display_name = forms.CharField(label=_("Name shown"), max_length=150)
    email = forms.EmailField(label=_("E-mail"), required=False)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("For a new user, or to set a new one. Give it to the person in private."),
    )

    class Meta:
        model = Membership
        fields = ["role", "unit"]

    field_order = ["username", "display_name", "email", "role", "unit", "password"]

    def limit_to(self, office: Office, by: User) -> None:
        """Offer the office's own units and the roles that `by` may give; a known member keeps the name."""
        self.fields["unit"].queryset = queries.units_of(office)  # type: ignore[attr-defined]  # a ModelChoiceField
        roles = [role for role in Role if role != Role.CENTRAL] if by.is_superuser else OWN_ROLES
        self.fields["role"].choices = [(role, role.label) for role in roles]  # type: ignore[attr-defined]  # a ChoiceField
        if self.instance.pk:
            user = self.instance.user
            del self.fields["username"]
            self.fields["display_name"].initial, self.fields["email"].initial = user.display_name, user.email
            if not queries.looks_after(by, user):
                for name in ("display_name", "email", "password"):
                    del self.fields[name]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (cleaned.get("role") == Role.UNIT_MEMBER) != bool(cleaned.get("unit")):
            self.add_error("unit", _("A unit member needs a unit; other roles have none."))
        return cleaned

    def _post_clean(self) -> None:
        """Leave the row alone: constraints over user and office are checked by the action."""


class AccountForm(forms.ModelForm[User]):
    password = forms.CharField(label=_("Present password"), required=False, widget=forms.PasswordInput)
    new_password = forms.CharField(
        label=_("New password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Leave empty to keep the present one."),
    )

    class Meta:
        model = User
        fields = ["display_name", "email", "preferred_language"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        new = cleaned.get("new_password")
        if new and not self.instance.check_password(cleaned.get("password") or ""):
            self.add_error("password", _("This is not your present password."))
        if new:
            try:
                validate_password(new, self.instance)
            except ValidationError as error:
                self.add_error("new_password", error)
        return cleaned


class ThaiDateField(forms.CharField):
    """A day as officials type it, 22 พฤศจิกายน 2569, ๒๒ พ.ย. ๖๙ or 22/11/2569. Cleans to a date."""

    def prepare_value(self, value: Any) -> Any:
        return days.written_day(value, "th") if isinstance(value, date) else value

    def to_python(self, value: Any) -> Any:  # CharField promises a text, this field gives a date
        if value in self.empty_values or isinstance(value, date):
            return value or None
        if day := thai.day(value):
            return day
        raise ValidationError(_("Type the day like 22 พฤศจิกายน 2569 or 22/11/2569."), code="date")

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool((initial or None) != self.to_python(data))
        except ValidationError:
            return True
