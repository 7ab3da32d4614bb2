"""Links of an item: added, changed, ordered, removed; findings on them overruled."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.evidence import actions
from prongsai.collect.evidence.models import Link, Work
from prongsai.collect.evidence.overruling import overrule
from prongsai.collect.evidence.workspace.checklist import found_in
from prongsai.collect.evidence.workspace.forms import LinkForm, OverruleForm
from prongsai.collect.evidence.workspace.frame import back_to_item, do, item_of, item_screen, render_item


@require_http_methods(["GET", "POST"])
@item_screen(verb="edit_own_unit")
def add_link(request: HttpRequest, work: Work) -> HttpResponse:
    return _write(request, work, None)


@require_http_methods(["GET", "POST"])
@item_screen(verb="edit_own_unit")
def change_link(request: HttpRequest, work: Work, pk: int) -> HttpResponse:
    return _write(request, work, _link(work, pk))


@require_POST
@item_screen(verb="edit_own_unit")
def remove_link(request: HttpRequest, work: Work, pk: int) -> HttpResponse:
    do(request, _("The link was removed."), actions.remove_link, link=_link(work, pk))
    return back_to_item(work)


@require_POST
@item_screen(verb="edit_own_unit")
def move_link(request: HttpRequest, work: Work, pk: int) -> HttpResponse:
    up = request.POST.get("to") == "up"
    do(request, _("The links were put in order."), actions.move_link, link=_link(work, pk), up=up)
    return back_to_item(work)


@require_http_methods(["GET", "POST"])
@item_screen(verb="edit_own_unit")
def overrule_finding(request: HttpRequest, work: Work, pk: int) -> HttpResponse:
    finding = get_object_or_404(work.findings, pk=pk)
    finding.work = work
    found = next(each for each in found_in(work, item_of(work), ()) if each.row.pk == pk)
    form = OverruleForm(request.POST or None, machine=finding.answer)
    if request.method == "POST" and form.is_valid():
        told = _("Your answer stands, as long as what was looked at does not change.")
        if do(request, told, overrule, finding=finding, **form.cleaned_data):
            return back_to_item(work)
    context = {"form": form, "found": found}
    title = _("Answer otherwise than the machine")
    return render_item(request, "evidence/office_overrule.html", context, work, title=title)


def _write(request: HttpRequest, work: Work, link: Link | None) -> HttpResponse:
    form = LinkForm(request.POST or None, item=item_of(work), link=link)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("address", "note")}
        if do(request, _("Saved."), actions.put_link, work=work, link=link, shows=form.shows, **told):
            return back_to_item(work)
    context = {"form": form, "link": link}
    title = _("Change a link") if link else _("Add a link")
    return render_item(request, "evidence/office_link.html", context, work, title=title)


def _link(work: Work, pk: int) -> Link:
    link = get_object_or_404(work.links, pk=pk)
    link.work = work
    return link
