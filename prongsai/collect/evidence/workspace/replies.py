"""The office's reply to the mark of an item."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.collect.evidence import queries, replying
from prongsai.collect.evidence.models import Work
from prongsai.collect.evidence.workspace.forms import ReplyForm
from prongsai.collect.evidence.workspace.frame import back_to_item, do, item_screen, render_item


@require_http_methods(["GET", "POST"])
@item_screen(verb="edit_own_unit")
def reply(request: HttpRequest, work: Work) -> HttpResponse:
    if not replying.may_be_replied_to(work.submission, timezone.localdate()):
        raise Http404
    form = ReplyForm(request.POST or None, links=list(work.links.all()))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data | {"agrees": form.cleaned_data["agrees"] == "yes"}
        if do(request, _("The reply was handed in."), replying.reply, work=work, **told):
            return back_to_item(work)
    context = {"form": form, "mark": queries.mark_shown(work)}
    return render_item(request, "evidence/office_reply.html", context, work, title=_("Reply"))
