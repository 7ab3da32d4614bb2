"""The public address of a survey, with its picture, as people outside the office meet it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from prongsai.collect.surveys.models import Survey
from prongsai.core.text import Language, Text
from prongsai.documents.qr import Qr


@dataclass(frozen=True, slots=True)
class Door:
    """An address and the picture that opens it."""

    language: Language
    url: str
    svg: str


def written_languages(survey: Survey) -> tuple[Language, ...]:
    return ("th", "en") if survey.has_english else ("th",)


def office_name(survey: Survey) -> Text:
    office = survey.assessment.office
    return Text(office.name_th, office.name_en)


def doors_of(request: HttpRequest, survey: Survey) -> tuple[Door, ...]:
    return tuple(_door(public_address(request, survey, each), each) for each in written_languages(survey))


def public_address(request: HttpRequest, survey: Survey, language: Language = "th") -> str:
    with translation.override(language):
        return request.build_absolute_uri(reverse("surveys_first", args=[survey.slug]))


def _door(url: str, language: Language) -> Door:
    return Door(language, url, Qr(url, url).svg)
