"""Remarks that a body's assessors use again, for one item or for every item."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.collect.evidence.models import Wording
from prongsai.collect.evidence.reviewing import appointing
from prongsai.collect.evidence.reviewing.forms import WordingForm
from prongsai.collect.evidence.reviewing.frame import body_screen, do, render_body
from prongsai.core import codes
from prongsai.people.models import Body

WORDINGS = "evidence_wordings"


@require_http_methods(["GET", "POST"])
@body_screen
def show_wordings(request: HttpRequest, body: Body) -> HttpResponse:
    if wanted := request.POST.get("remove", ""):
        wording = get_object_or_404(Wording, body=body, pk=int(wanted) if wanted.isdecimal() else 0)
        do(request, _("The wording was removed."), appointing.remove_wording, wording=wording)
        return redirect(WORDINGS, body.code)
    form = WordingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        code = codes.canonical(typed["item_code"]) if typed["item_code"] else ""
        if do(
            request,
            _("The wording was kept."),
            appointing.add_wording,
            body=body,
            item_code=code,
            text=typed["text"],
        ):
            return redirect(WORDINGS, body.code)
    known = sorted(
        Wording.objects.filter(body=body), key=lambda each: (codes.order(each.item_code), each.text)
    )
    context = {"wordings": known, "form": form}
    return render_body(
        request, "evidence/review_wordings.html", context, body, title=_("Wordings"), url_name=WORDINGS
    )
