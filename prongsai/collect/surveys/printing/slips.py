"""Slips with codes, eight a page, behind a page that says how to hand them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from prongsai.collect.surveys.codes import written
from prongsai.collect.surveys.printing import common, handing
from prongsai.collect.surveys.printing.handing_counter import COUNTER
from prongsai.collect.surveys.printing.handing_interview import INTERVIEW
from prongsai.collect.surveys.printing.handing_staff import STAFF
from prongsai.core.text import Language, Text
from prongsai.documents import slips
from prongsai.documents.qr import Qr

_HANDINGS = {"iit": STAFF, "eit-code": COUNTER, "eit-interview": INTERVIEW}


def print_slips(
    *,
    codes: Sequence[str],
    address: str,
    office: Text,
    survey: Text,
    stream: str,
    closes_on: date,
    who: Text,
    language: Language = "th",
) -> bytes:
    """Print the slips in the order given: whoever calls has shuffled them.

    codes    20 digits each.
    address  whole, of the survey in this language.
    who      who may answer.
    raises   KeyError for a stream that takes no code, ValueError without codes.
    """
    if not codes:
        raise ValueError("There is no code to print.")
    words = _HANDINGS[stream]
    guide = _guide(words, len(codes), office, survey, language)
    face = slips.Face(
        head=office.in_(language),
        title=survey.in_(language),
        closing=common.closing(closes_on, language),
        ask=words.ask.in_(language),
        address=common.shown(address),
        typing=words.typing.in_(language),
        promises=common.all_in(words.promises, language),
        foot=handing.WHO.fill(who=who).in_(language),
        fold=handing.FOLD.in_(language),
    )
    each = tuple(_slip(code, address, language) for code in codes)
    return slips.render(common.imprint(guide.title, office, language), guide=guide, face=face, slips=each)


def _guide(words: handing.Handing, count: int, office: Text, survey: Text, language: Language) -> slips.Guide:
    sheets = -(-count // slips.A_SHEET)
    filled = {"slips": count, "sheets": sheets, "survey": survey, "office": office}
    return slips.Guide(
        title=words.title.in_(language),
        lead=words.lead.fill(**filled).in_(language),
        steps=common.all_in((step.fill(**filled) for step in words.steps), language),
        warning_title=handing.WARNINGS.in_(language),
        warnings=common.all_in(words.warnings, language),
    )


def _slip(code: str, address: str, language: Language) -> slips.Slip:
    picture = Qr(f"{address}?code={code}", handing.PICTURE.in_(language))
    return slips.Slip(picture, tuple(written(code).split()))
