"""Bodies, offices, units, posts, users and what each user may do where."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, Group
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import get_language, gettext_lazy as _
from wagtail.models import Collection, Page

from prongsai.people import phrases

HOST = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\Z"


def spoken(thai: str, english: str) -> str:
    """Give the English text on English pages where there is one, else the Thai."""
    return english if english and (get_language() or "").startswith("en") else thai


class User(AbstractUser):
    """Somebody who signs in, by name or e-mail. Wagtail wants first and last name; we show display_name."""

    display_name = models.CharField(_("Name shown"), max_length=150)
    preferred_language = models.CharField(
        _("Language of the workspace"),
        max_length=2,
        choices=[("th", "ไทย"), ("en", "English")],
        default="th",
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_name_once"),
            models.UniqueConstraint(Lower("email"), condition=~Q(email=""), name="user_email_once"),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.first_name = self.display_name  # by which Wagtail greets
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.display_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()


class Body(models.Model):
    """Who assesses: OBEC, NACC. Its central staff see the offices under it."""

    code = models.SlugField(phrases.code, max_length=40, unique=True)
    name_th = models.CharField(phrases.name_th, max_length=200)
    name_en = models.CharField(phrases.name_en, max_length=200, blank=True)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="body_of_central")

    class Meta:
        verbose_name = phrases.body
        verbose_name_plural = _("assessing bodies")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return spoken(self.name_th, self.name_en)


class OfficePage(Page):  # type: ignore[misc]  # Wagtail brings no types
    """Root of everything an office has in the page tree. Made with the office, never by hand."""

    is_creatable = False
    preview_modes: ClassVar[list[tuple[str, str]]] = []  # it shows nothing by itself

    class Meta:
        verbose_name = _("office page")
        verbose_name_plural = _("office pages")


class Office(models.Model):
    """A public office that is assessed."""

    class Kind(models.TextChoices):
        CENTRAL = "central", _("Central government")
        PROVINCE = "province", _("Province")
        EDUCATION_AREA = "education_area", _("Education area office")
        SCHOOL = "school", _("School")
        LOCAL = "local", _("Local government")
        ENTERPRISE = "enterprise", _("State enterprise or public organisation")
        OTHER = "other", _("Other")

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="offices", verbose_name=phrases.body
    )
    slug = models.SlugField(_("Name in addresses"), max_length=60, unique=True)  # lasts for ever
    host = models.CharField(
        _("Own host name"),
        max_length=253,
        unique=True,
        null=True,
        blank=True,
        validators=[
            RegexValidator(HOST, _("Small letters, digits, hyphens and dots, like ita.example.go.th."))
        ],
    )
    kind = models.CharField(_("Kind of office"), max_length=20, choices=Kind, default=Kind.OTHER)
    class_code = models.CharField(_("Class in the assessment"), max_length=40, blank=True)
    name_th = models.CharField(phrases.name_th, max_length=200)
    name_en = models.CharField(phrases.name_en, max_length=200, blank=True)
    short_th = models.CharField(_("Short name in Thai"), max_length=80, blank=True)
    province = models.CharField(_("Province"), max_length=80, blank=True)
    is_demonstration = models.BooleanField(_("Demonstration"), default=False)
    root_page = models.OneToOneField(OfficePage, on_delete=models.PROTECT, related_name="office")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="office")

    class Meta:
        verbose_name = phrases.office
        verbose_name_plural = _("offices")
        ordering = ["name_th"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(
                    slug__in=[
                        "en",
                        "workspace",
                        "static",
                        "media",
                        "documents",
                        "health",
                        "ita",
                        "api",
                        "s",
                        "captured",
                    ]
                ),
                name="office_slug_is_no_address_of_the_site",
                violation_error_message=_("This name is taken by an address of the site itself."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return spoken(self.name_th, self.name_en)

    @property
    def short_name(self) -> str:
        return spoken(self.short_th or self.name_th, self.name_en)


class Unit(models.Model):
    """A group of an office that owns items, texts and measures."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="units")
    code = models.SlugField(phrases.code, max_length=40)
    name_th = models.CharField(phrases.name_th, max_length=200)
    name_en = models.CharField(phrases.name_en, max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(phrases.order, default=0)

    class Meta:
        verbose_name = phrases.unit
        verbose_name_plural = phrases.units
        ordering = ["office", "order", "code"]
        constraints = [models.UniqueConstraint(fields=["office", "code"], name="unit_code_once_in_office")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return spoken(self.name_th, self.name_en)


class Post(models.Model):
    """A post of an office and who holds it; nobody is named where it is vacant."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=phrases.unit
    )
    title_th = models.CharField(phrases.title_th, max_length=200)
    title_en = models.CharField(phrases.title_en, max_length=200, blank=True)
    holder_th = models.CharField(_("Holder, in Thai"), max_length=150, blank=True)
    holder_en = models.CharField(_("Holder, in English"), max_length=150, blank=True)
    email = models.EmailField(_("E-mail of the post"), blank=True)  # reaches whoever holds it
    is_head = models.BooleanField(_("Head of the office"), default=False)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["office", "-is_head", "title_th"]
        constraints = [
            models.UniqueConstraint(
                fields=["office"],
                condition=Q(is_head=True),
                name="office_has_one_head",
                violation_error_message=_("The office already has a head. Change that post first."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return spoken(self.title_th, self.title_en)

    @property
    def holder(self) -> str:
        return spoken(self.holder_th, self.holder_en)


class OfficeGroup(models.Model):
    """Wagtail's group of the users who have this role in this office."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="groups")
    role = models.CharField(max_length=20)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="office_role")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "role"], name="one_group_per_role")]

    def __str__(self) -> str:
        return self.group.name


class Membership(models.Model):
    """What a user may do where. A role belongs to an office; central staff belong to a body."""

    class Role(models.TextChoices):
        OFFICE_ADMIN = "office_admin", _("Office administrator")
        UNIT_MEMBER = "unit_member", _("Unit member")
        EXECUTIVE = "executive", _("Executive")
        VIEWER = "viewer", _("Viewer")
        ASSESSOR = "assessor", _("Assessor")
        CENTRAL = "central", _("Central staff")

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("User")
    )
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("Unit"),
    )

    class Meta:
        verbose_name = _("role of a user")
        verbose_name_plural = _("users and roles")
        ordering = ["user__display_name", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role="central", body__isnull=False, office__isnull=True)
                | Q(~Q(role="central"), body__isnull=True, office__isnull=False),
                name="membership_central_of_body_others_of_office",
            ),
            models.CheckConstraint(
                condition=Q(role="unit_member", unit__isnull=False)
                | Q(~Q(role="unit_member"), unit__isnull=True),
                name="membership_unit_for_unit_members",
                violation_error_message=_("A unit member needs a unit; other roles have none."),
            ),
            models.CheckConstraint(
                condition=Q(
                    role__in=["office_admin", "unit_member", "executive", "viewer", "assessor", "central"]
                ),
                name="membership_role_is_known",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "office"],
                condition=Q(unit__isnull=True, office__isnull=False),
                name="membership_once_in_office",
            ),
            models.UniqueConstraint(
                fields=["user", "unit"], condition=Q(unit__isnull=False), name="membership_once_in_unit"
            ),
            models.UniqueConstraint(
                fields=["user", "body"], condition=Q(body__isnull=False), name="membership_once_in_body"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
