"""The survey at a public address, as its pages need it, in one statement that is not made anew each time."""

from __future__ import annotations

from typing import Any

from django.db import connection, models
from django.http import Http404

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.surveys.models import Survey
from prongsai.people.models import Office

# What is not named here is fetched when it is asked for.
_FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Survey: (
        "id", "assessment_id", "instrument", "slug", "opens_on", "closes_on", "has_english",
        "asks_suggestion", "public_key", "verify_key", "sealed_on",
    ),
    Assessment: ("id", "office_id", "framework_code", "scoring_hash"),
    Office: ("id", "name_th", "name_en"),
}  # fmt: skip
_COLUMNS = ", ".join(f"{model._meta.db_table}.{name}" for model, names in _FIELDS.items() for name in names)
_SQL = f"""SELECT {_COLUMNS} FROM surveys_survey
JOIN assessments_assessment ON assessments_assessment.id = surveys_survey.assessment_id
JOIN people_office ON people_office.id = assessments_assessment.office_id
WHERE surveys_survey.slug = %s AND length(surveys_survey.public_key) > 0"""  # noqa: S608  # names of ours


def survey_by_slug_or_404(slug: str) -> Survey:
    """Give the survey at a public address; there is none before its keys are made."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [slug])
        row = cursor.fetchone()
    if row is None:
        raise Http404(slug)
    values = iter(row)
    survey: Survey
    survey, assessment, office = (_made(model, values) for model in _FIELDS)
    survey.assessment, assessment.office = assessment, office
    return survey


def _made(model: type[models.Model], values: Any) -> Any:
    names = _FIELDS[model]
    fields = {field.attname: field for field in model._meta.concrete_fields}
    read = [fields[name].to_python(next(values)) for name in names]
    return model.from_db(connection.alias, names, read)
