"""The barest view there can be: what a benchmark compares the real thing with."""

import secrets
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from prongsai.collect.surveys.models import Box
from prongsai.project import urls

SEALED_BYTES = 1_900


@csrf_exempt
@login_not_required
def insert(request, slug):
    """One insert by the ORM, of as many bytes as a sheet has; nothing is checked, sealed or rendered."""
    Box.objects.create(
        submission=secrets.token_hex(32),
        survey_id=int(slug),
        stream="iit",
        day=date(2026, 1, 1),
        answers_mac=secrets.token_hex(32),
        sealed=request.body[:SEALED_BYTES].ljust(SEALED_BYTES),
    )
    return HttpResponse("ok")


urlpatterns = [path("s/<slug>/answer/", insert, name="surveys_bare"), *urls.urlpatterns]
