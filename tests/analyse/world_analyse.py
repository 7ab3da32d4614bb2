"""Texts and books of both offices of the isolation walk."""

from fractions import Fraction

from world import register

from prongsai.analyse import actions
from prongsai.collect.assessments.actions import bring_in_indicators, create_assessment
from prongsai.collect.assessments.queries import assessments_of

RULES = "obec-2565"


@register
def texts_and_books(*, office, marker, by):
    found = assessments_of(office).filter(framework_code=RULES).first()
    assessment = found or create_assessment(office=office, framework_code=RULES, by=by)
    if not found:
        bring_in_indicators(assessment=assessment, figures={"2": Fraction(96)}, by=by)
    actions.write_text(assessment=assessment, code="2", text_th=f"ข้อความ {marker}", by=by)
    book = actions.ask_for_book(
        assessment=assessment, report="yearbook", format_="html", language="th", digits="arabic", by=by
    )
    return {"code": RULES, "text": "2", "analyse_book_again:pk": book.pk, "analyse_book_file:pk": book.pk}
