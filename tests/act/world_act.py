"""Measures of both offices of the isolation walk."""

from datetime import date

from world import register

from prongsai.act import actions
from prongsai.act.actions import PracticeDraft
from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.assessments.queries import assessments_of
from prongsai.people.queries import units_of

RULES = "obec-2565"


@register
def measures(*, office, marker, by):
    found = assessments_of(office).filter(framework_code=RULES).first()
    measure = actions.add_measure(
        assessment=found or create_assessment(office=office, framework_code=RULES, by=by),
        name_th=f"มาตรการ {marker}",
        practices=[
            PracticeDraft(
                practice_th=f"ทำ {marker}",
                monitoring_th=f"ติดตาม {marker}",
                reporting_th=f"รายงาน {marker}",
                starts_on=date(2022, 10, 1),
                ends_on=date(2023, 9, 30),
                units=tuple(units_of(office)),
                other_owners=f"กลุ่มอื่น {marker}",
            )
        ],
        by=by,
    )
    pages = ("act_measure_change", "act_measure_remove", "act_measure_move")
    return {f"{page}:pk": measure.pk for page in pages} | {"code": RULES}
