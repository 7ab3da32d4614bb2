"""What is said at an address where no survey is, or none any more."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from prongsai.collect.surveys import pages
from prongsai.collect.surveys.models import GivingUp
from prongsai.people.templatetags.prongsai import thai_date


def absent(slug: str) -> HttpResponse:
    known = GivingUp.objects.select_related("survey__assessment__office")
    gone = known.filter(slug=slug, done_on__isnull=False).first()
    return _given_up(gone) if gone else _unknown(slug)


def _given_up(gone: GivingUp) -> HttpResponse:
    said = _(
        "The office gave this survey up on %(day)s, since its answers can never be opened. Nothing of what "
        "was sent is kept. Ask the office whether it asks anew."
    ) % {"day": thai_date(gone.done_on)}
    named = pages.frame(gone.survey) | {"first": "", "title": _("This survey was given up"), "said": said}
    return pages.page("surveys/refused.html", named, 410)


def _unknown(slug: str) -> HttpResponse:
    """One that is not ready yet and one that never was are told alike."""
    context = {
        "survey_name": _("Survey of integrity and transparency"),
        "path_th": pages.address_of(slug, "first", "th"),
        "path_en": pages.address_of(slug, "first", "en"),
        "title": _("There is no survey at this address"),
        "said": _(
            "A letter or digit of the address may be wrong: compare it with your slip or the poster, or scan "
            "the picture again. If it is right, the office is still preparing the survey: open this page "
            "again on the day that it told you."
        ),
    }
    return pages.page("surveys/refused.html", context, 404)
