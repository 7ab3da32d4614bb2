"""What was visible when: the days of an item's links, two side by side, and a file that proves one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.evidence.captured import addresses, kept
from prongsai.collect.evidence.models import Capture, Look, Submission, Work
from prongsai.collect.evidence.reading.content import Content
from prongsai.collect.evidence.recording.difference import difference
from prongsai.collect.evidence.workspace.frame import item_screen, render_item, submission_screen

MOST_DIGITS = 18  # of a row's number


@require_safe
@item_screen(verb="view")
def show_days(request: HttpRequest, work: Work) -> HttpResponse:
    days = [
        {"address": address, "days": [{"day": each, "shown": _shown(each.look)} for each in found]}
        for address, found in kept.days_of(work).items()
    ]
    return render_item(request, "evidence/days.html", {"links": days}, work, title=_("What was visible when"))


@require_safe
@item_screen(verb="view")
def compare_days(request: HttpRequest, work: Work) -> HttpResponse:
    """Two looks at one link: what came, what went."""
    one, other = sorted((_look(request, work, name) for name in ("from", "to")), key=lambda look: look.pk)
    context = {"before": one, "after": other, "found": difference(_content(one), _content(other))}
    return render_item(request, "evidence/compared.html", context, work, title=_("What has changed"))


@require_safe
@submission_screen(verb="view")
def give_package(_request: HttpRequest, submission: Submission, capture: int) -> HttpResponse:
    found = get_object_or_404(Capture, pk=capture, submission=submission)
    response = HttpResponse(kept.packed(found), content_type="application/zip")
    name = f"{submission.assessment.office.slug}-{found.made_at:%Y-%m-%d}-{found.pk}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown(look: Look) -> str:
    return addresses.address_of(look.capture, look.address) if look.capture and look.sha256 else ""


def _look(request: HttpRequest, work: Work, name: str) -> Look:
    typed = request.GET.get(name, "")
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
        raise Http404
    looks = Look.objects.filter(submission=work.submission_id, address__in=work.links.values("address"))
    return get_object_or_404(looks.select_related("capture"), pk=typed)


def _content(look: Look) -> Content:
    found = kept.captured(look.capture, look.address) if look.capture else None
    if found is None:
        raise Http404
    return kept.content_of(found)
