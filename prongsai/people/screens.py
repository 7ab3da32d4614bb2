"""The base of every workspace screen: limited to the user's offices, saving through actions.

A room subclasses OfficeViewSet for a table that belongs to an office, or decorates a function with
`@screen(verb=...)`, and announces it with `register_office_link`. Its addresses start with
`/workspace/offices/<office>/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import isfunction
from typing import Any, cast

from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from prongsai.people import queries
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Office, User


@dataclass(frozen=True, slots=True)
class OfficeLink:
    """A link that every office has in the menu and on its page, shown to who may."""

    name: str | Promise
    url_name: str  # takes the argument `office`
    order: int
    verb: str = "view"
    icon: str = "doc-full"
    description: str | Promise = ""

    def url(self, office: Office) -> str:
        return reverse(self.url_name, args=[office.slug])


OFFICE_LINKS: list[OfficeLink] = []


def register_office_link(
    name: str | Promise,
    url_name: str,
    *,
    order: int,
    verb: str = "view",
    icon: str = "doc-full",
    description: str | Promise = "",
) -> None:
    link = OfficeLink(name, url_name, order, verb, icon, description)
    if link not in OFFICE_LINKS:
        OFFICE_LINKS.append(link)
        OFFICE_LINKS.sort(key=lambda known: known.order)


def links_for(request: HttpRequest, office: Office) -> list[OfficeLink]:
    verbs = queries.verbs_of(request.user, office)
    return [link for link in OFFICE_LINKS if link.verb in verbs]


def actor(request: HttpRequest) -> User:
    """Who is signed in: the doors let nobody else into the workspace."""
    return cast("User", request.user)


def screen(*, verb: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Turn the `office` of the address into an Office in which the user may do `verb`, else 404."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, office: str, **kwargs: Any) -> HttpResponse:
            found = queries.office_or_404(request.user, office, verb)
            return view(request, office=found, **kwargs)

        guarded.verb = verb  # type: ignore[attr-defined]  # house tests read it
        return guarded

    return decorate


def render_screen(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    office: Office | None = None,
    title: str | Promise,
    above: tuple[tuple[str, str | Promise], ...] = (),
    icon: str = "doc-full",
    status: int = 200,
) -> HttpResponse:
    """Render in the workspace's frame; the template extends `people/workspace.html`.

    above   (address, name) of the screens between the office's page and this one, outermost first.
    """
    crumbs = trail_to(office) + [{"url": url, "label": name} for url, name in above]
    frame = {
        "office": office,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
    }
    return render(request, template, frame | dict(context), status=status)


def trail_to(office: Office | None) -> list[dict[str, Any]]:
    """Breadcrumbs down to the office's page."""
    crumbs: list[dict[str, Any]] = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if office:
        crumbs.append({"url": reverse("people_office", args=[office.slug]), "label": office.short_name})
    return crumbs


class _OfficeView:
    """What our views change of Wagtail's: rows of one office, its addresses, its roles, our actions."""

    viewset: OfficeViewSet
    permission_policy = None
    asks_for = "view"  # permission in Wagtail's words

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        verb = self.viewset.verbs[self.asks_for]
        self.office = queries.office_or_404(request.user, kwargs.pop("office"), verb)
        self.allowed = queries.verbs_of(request.user, self.office)
        super().setup(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        return self.viewset.rows(self.office)

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Model:
        row = super().get_object(queryset)
        if self.asks_for != "view" and not self.viewset.may_change(self.request.user, self.office, row):
            raise Http404
        return row

    def user_has_permission(self, permission: str) -> bool:
        return self.viewset.offers(permission) and self.viewset.verbs[permission] in self.allowed

    def user_has_permission_for_instance(self, permission: str, instance: Model) -> bool:
        return self.user_has_permission(permission) and self.viewset.may_change(
            self.request.user, self.office, instance
        )

    def user_has_any_permission(self, permissions: Any) -> bool:
        return any(self.user_has_permission(permission) for permission in permissions)

    def address(self, name: str, *args: Any) -> str:
        return reverse(self.viewset.get_url_name(name), args=[self.office.slug, *args])

    def get_index_url(self) -> str:
        return self.address("index")

    def get_index_results_url(self) -> str:
        return self.address("index_results")

    def get_add_url(self) -> str | None:
        return self.address("add") if self.user_has_permission("add") else None

    def get_edit_url(self, instance: Model | None = None) -> str | None:
        row = instance or self.object
        return self.address("edit", row.pk) if self.user_has_permission_for_instance("change", row) else None

    def get_delete_url(self, instance: Model | None = None) -> str | None:
        row = instance or self.object
        return (
            self.address("delete", row.pk) if self.user_has_permission_for_instance("delete", row) else None
        )

    def get_copy_url(self, _instance: Model | None = None) -> None:
        return None

    def get_history_url(self, _instance: Model | None = None) -> None:
        return None  # the trail tells what happened

    def get_usage_url(self, _instance: Model | None = None) -> None:
        return None

    def get_inspect_url(self, _instance: Model | None = None) -> None:
        return None

    def get_last_updated_info(self) -> None:
        return None

    def get_success_url(self) -> str:
        return self.get_index_url()

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        name = self.viewset.plural
        if isinstance(self, generic.IndexView):
            return [*trail_to(self.office), {"url": "", "label": name}]
        return [
            *trail_to(self.office),
            {"url": self.get_index_url(), "label": name},
            {"url": "", "label": self.get_page_subtitle() or self.get_page_title()},
        ]

    def get_form(self, form_class: type[ModelForm[Any]] | None = None) -> ModelForm[Any]:
        form = super().get_form(form_class)
        self.viewset.prepare_form(form, self.office, self.request.user)
        return form

    def refuse(self, form: ModelForm[Any], refusal: ActionRefusedError) -> HttpResponse:
        form.add_error(None, str(refusal))
        self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)

    def form_valid(self, form: ModelForm[Any]) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ActionRefusedError as refusal:
            return self.refuse(form, refusal)


class OfficeIndexView(_OfficeView, generic.IndexView):
    viewset = None

    def get_queryset(self) -> QuerySet[Any]:
        return generic.IndexView.get_queryset(self)

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.viewset.rows(self.office)


class OfficeCreateView(_OfficeView, generic.CreateView):
    viewset = None
    asks_for = "add"

    def save_instance(self) -> Model:
        return self.viewset.add_action(office=self.office, by=self.request.user, **self.form.cleaned_data)


class OfficeEditView(_OfficeView, generic.EditView):
    viewset = None
    asks_for = "change"

    def save_instance(self) -> Model:
        # The form has already written into self.object; the action gets the row as it stands.
        row = self.viewset.rows(self.office).get(pk=self.object.pk)
        named = {self.viewset.model_name: row}
        return self.viewset.edit_action(by=self.request.user, **named, **self.form.cleaned_data)


class OfficeDeleteView(_OfficeView, generic.DeleteView):
    viewset = None
    asks_for = "delete"

    def delete_action(self) -> None:
        self.viewset.delete_action(by=self.request.user, **{self.viewset.model_name: self.object})

    def form_valid(self, form: ModelForm[Any]) -> HttpResponse:
        try:
            return generic.DeleteView.form_valid(self, form)
        except ActionRefusedError as refusal:
            generic.models.messages.error(self.request, str(refusal))
            return redirect(self.get_index_url())

    def get_form(self, form_class: type[ModelForm[Any]] | None = None) -> ModelForm[Any]:
        return generic.DeleteView.get_form(self, form_class)


class OfficeViewSet(ModelViewSet):
    """Lists, adds, edits and deletes the rows of one table within one office.

    model, icon, list_display, form_fields (or form_class), as for Wagtail's ModelViewSet.
    office_lookup   path from the row to its office.
    add_action      action(*, office, by, **form fields) -> row; leave out what the screen does not offer.
    edit_action     action(*, <model name>=row, by, **form fields) -> row
    delete_action   action(*, <model name>=row, by)
    verbs           what the user must be allowed in the office, per permission of Wagtail.
    """

    form_class: type[ModelForm[Any]] | None = None
    office_lookup = "office"
    add_action: Callable[..., Any] | None = None
    edit_action: Callable[..., Any] | None = None
    delete_action: Callable[..., Any] | None = None
    verbs = {"view": "view", "add": "edit", "change": "edit", "delete": "edit"}

    index_view_class = OfficeIndexView
    add_view_class = OfficeCreateView
    edit_view_class = OfficeEditView
    delete_view_class = OfficeDeleteView
    copy_view_enabled = False
    add_to_reference_index = False

    def __init_subclass__(cls) -> None:
        for name in ("add_action", "edit_action", "delete_action"):
            if isfunction(action := cls.__dict__.get(name)):
                setattr(cls, name, staticmethod(action))  # else Python would hand it the viewset

    def __init__(self, name: str | None = None, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.plural = capfirst(self.model_opts.verbose_name_plural)

    @cached_property
    def url_prefix(self) -> str:
        return f"offices/<slug:office>/{self.name}"

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:  # noqa: FBT001, FBT002  # Wagtail's signature
        return self.form_class or super().get_form_class(for_update)

    def rows(self, office: Office) -> QuerySet[Any]:
        return self.model._default_manager.filter(**{self.office_lookup: office})

    def offers(self, permission: str) -> bool:
        action = {"add": self.add_action, "change": self.edit_action, "delete": self.delete_action}
        return permission == "view" or action.get(permission) is not None

    def may_change(self, user: Any, office: Office, row: Model) -> bool:  # noqa: ARG002  # rooms look at the row
        """Say whether the user may change this row, beyond what `verbs` asks; rooms narrow it."""
        return True

    def prepare_form(self, form: ModelForm[Any], office: Office, by: Any) -> None:
        """Limit the choices of a form to the office and to what `by` may choose; rooms fill it in."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(viewset=self, **kwargs)

    def get_urlpatterns(self) -> list[Any]:
        patterns = [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]
        if self.offers("add"):
            patterns.append(path("new/", self.add_view, name="add"))
        if self.offers("change"):
            patterns.append(path("edit/<int:pk>/", self.edit_view, name="edit"))
        if self.offers("delete"):
            patterns.append(path("delete/<int:pk>/", self.delete_view, name="delete"))
        return patterns

    def on_register(self) -> None:
        """Nothing of Wagtail's own: no menu item, no permissions by model, no reference index."""
