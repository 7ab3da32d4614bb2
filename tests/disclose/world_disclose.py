"""A published result of both offices of the isolation walk."""

from fractions import Fraction

from world import register

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.assessments.queries import assessments_of
from prongsai.core.text import Text
from prongsai.disclose import actions
from prongsai.score.queries import result_of

RULES = "obec-2565"


@register
def published(*, office, marker, by):
    assessment = assessments_of(office).filter(framework_code=RULES).first()
    assessment = assessment or assessments.create_assessment(office=office, framework_code=RULES, by=by)
    if not result_of(assessment).is_complete:
        figures = {RULES: Fraction(90), "iit": Fraction(90), "eit": Fraction(90), "oit": Fraction(90)}
        assessments.bring_in_indicators(assessment=assessment, figures=figures, by=by)
    publication = actions.publish_result(assessment=assessment, note=Text(f"หมายเหตุ {marker}"), by=by)
    public = {"framework": RULES, "version": publication.version, "name": "result.json"}
    return public | {"code": RULES}
