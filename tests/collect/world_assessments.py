"""Results of both offices of the isolation walk."""

from fractions import Fraction

from world import register

from prongsai.collect.assessments import actions
from prongsai.collect.assessments.queries import assessments_of
from prongsai.core.score import FULL, ItemResult, SurveyCounts
from prongsai.frameworks import library

RULES = "obec-2565"


@register
def results(*, office, marker, by):
    found = assessments_of(office).filter(framework_code=RULES).first()
    assessment = found or actions.create_assessment(office=office, framework_code=RULES, by=by)
    year = library.load(RULES)
    counts = {row.code: (12,) + (0,) * (len(row.scale.choices) - 1) for row in year.rows_of("iit")}
    items = {item.code: ItemResult(FULL, f"ความเห็น {marker}") for item in year.items}
    given = {"assessment": assessment, "by": by}
    actions.bring_in_answers(instrument="iit", counts=SurveyCounts(12, counts), **given)
    actions.bring_in_items(items=items, **given)
    actions.bring_in_indicators(figures={"2": Fraction(96)}, **given)
    mean = actions.set_mean(label_th=f"ค่าเฉลี่ย {marker}", figures={RULES: Fraction(96)}, **given)
    pages = ("assessments_bring_in", "assessments_blank", "assessments_remove")
    return (
        {"code": RULES}
        | {f"{page}:kind": "items" for page in pages}
        | {f"assessments_mean_{what}:pk": mean.pk for what in ("change", "remove")}
    )
