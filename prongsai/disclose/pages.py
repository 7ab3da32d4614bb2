"""The pages as text. Each is made of frozen records and published rows alone, and of no request: the same
page is served by the application and written out as a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils import translation

from prongsai.core.text import Language
from prongsai.disclose import pictures
from prongsai.disclose.addresses import Place
from prongsai.disclose.queries import Listed
from prongsai.disclose.showing import Record, Shown


@dataclass(frozen=True, slots=True)
class Replacement:
    """When a version was replaced."""

    published_at: datetime


def result_page(
    record: Record,
    *,
    sha256: str,
    place: Place,
    language: Language,
    replaced: Replacement | None = None,
    is_preview: bool = False,
) -> str:
    """A published result. replaced: this is an earlier version, shown at its own address."""
    shown = Shown(record, language)
    version = shown.version if replaced else None
    with translation.override(language):
        context = _frame(place, language) | {
            "shown": shown,
            "said": shown.said(),
            "verdicts": shown.verdicts(),
            "charts": {"indicators": pictures.of_indicators(shown), "lost": pictures.of_losses(shown)},
            "sha256": sha256,
            "replaced": replaced,
            "is_preview": is_preview,
            "current": place.result(shown.code, language),
            "data": _data(place, shown.code, version),
            "versions": [
                (each, place.result(shown.code, language, version=each.number))
                for each in shown.earlier_versions
            ],
            "path_th": place.result(shown.code, "th", version=version),
            "path_en": place.result(shown.code, "en", version=version),
        }
        return render_to_string("disclose/result.html", context)


def office_page(listed: Listed, *, place: Place, language: Language) -> str:
    """The results of one office."""
    with translation.override(language):
        context = _frame(place, language) | {
            "office": listed,
            "results": [(each, place.result(each.framework_code, language)) for each in listed.results],
            "path_th": place.office_page("th"),
            "path_en": place.office_page("en"),
        }
        return render_to_string("disclose/office.html", context)


def offices_page(page: Page[Listed], *, language: Language, typed: str = "") -> str:
    """The offices of the shared host."""
    place = Place("")
    with translation.override(language):
        context = _frame(place, language) | {
            "page": page,
            "typed": typed,
            "rows": [_row(each, language) for each in page],
            "path_th": place.first_page("th"),
            "path_en": place.first_page("en"),
        }
        return render_to_string("disclose/offices.html", context)


def _row(listed: Listed, language: Language) -> dict[str, Any]:
    place = Place(listed.slug)
    return {
        "office": listed,
        "address": place.office_page(language),
        "results": [(each, place.result(each.framework_code, language)) for each in listed.results],
    }


def _frame(place: Place, language: Language) -> dict[str, Any]:
    return {"first_page": place.first_page(language), "office_page": place.office_page(language)}


def _data(place: Place, framework: str, version: int | None) -> dict[str, str]:
    return {
        name.replace(".", "_"): place.data(framework, name, version=version)
        for name in ("result.json", "result.csv", "codebook.csv")
    }
