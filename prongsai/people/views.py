"""The screens of this room that are plain functions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.people import actions, phrases, queries
from prongsai.people.forms import AccountForm, NewOfficeForm, OfficeForm
from prongsai.people.models import Office, User
from prongsai.people.screens import actor, links_for, render_screen, screen
from prongsai.trail.queries import events_of_office

OFFICES_A_PAGE = 50


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    user = actor(request)
    form = AccountForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        about = {name: form.cleaned_data[name] for name in ("display_name", "email", "preferred_language")}
        user = User.objects.get(pk=user.pk)
        actions.edit_account(user=user, by=user, **about)
        if new := form.cleaned_data["new_password"]:
            actions.set_password(user=user, password=new, by=user)
            update_session_auth_hash(request, user)
        messages.success(request, _("Your account was saved."))
        return redirect("people_account")
    return render_screen(request, "people/form.html", {"form": form}, title=_("Your account"), icon="user")


@require_safe
def list_offices(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()
    offices = queries.find_offices(request.user, typed)
    page = Paginator(offices, OFFICES_A_PAGE).get_page(request.GET.get("p"))
    return render_screen(
        request, "people/offices.html", {"page": page, "typed": typed}, title=_("Offices"), icon="home"
    )


@require_http_methods(["GET", "POST"])
def add_office(request: HttpRequest) -> HttpResponse:
    form = NewOfficeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        office = actions.create_office(by=queries.technical_or_404(request.user), **form.cleaned_data)
        messages.success(
            request, _("%(office)s was added. Name its administrator next.") % {"office": office}
        )
        return redirect("people_member:add", office.slug)
    queries.technical_or_404(request.user)
    return render_screen(request, "people/form.html", {"form": form}, title=_("Add an office"), icon="plus")


@require_safe
@screen(verb="view")
def show_office(request: HttpRequest, office: Office) -> HttpResponse:
    context = {
        "office": office,
        "links": [(link, link.url(office)) for link in links_for(request, office)],
        "head": queries.head_of(office),
        "units": queries.units_of(office),
        "events": events_of_office(office.pk)[:10] if queries.may(request.user, "administer", office) else (),
    }
    return render_screen(request, "people/office.html", context, title=office.name, icon="home")


@require_http_methods(["GET", "POST"])
@screen(verb="administer")
def edit_office(request: HttpRequest, office: Office) -> HttpResponse:
    form = OfficeForm(request.POST or None, instance=office)
    form.limit_to(actor(request))
    if request.method == "POST" and form.is_valid():
        kept = Office.objects.get(pk=office.pk)
        actions.edit_office(office=kept, by=actor(request), **form.cleaned_data)
        messages.success(request, _("The office was saved."))
        return redirect("people_office", office.slug)
    return render_screen(
        request, "people/form.html", {"form": form}, office=office, title=phrases.settings, icon="cog"
    )
