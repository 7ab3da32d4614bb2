from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from prongsai.people.forms import ThaiDateField
from prongsai.people.models import spoken

DAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 20, 5, tzinfo=ZoneInfo("UTC"))  # 3.05 of the next morning in Bangkok


@pytest.mark.parametrize("typed", ["22 พฤศจิกายน 2569", "๒๒ พ.ย. ๖๙", "22/11/2569", "2026-11-22"])
def test_a_day_is_taken_however_officials_type_it(typed):
    assert ThaiDateField().clean(typed) == DAY


@pytest.mark.parametrize("typed", ["พรุ่งนี้", "31/2/2569", "22"])
def test_what_is_no_day_is_sent_back(typed):
    with pytest.raises(ValidationError):
        ThaiDateField().clean(typed)


def test_an_empty_day_is_none_where_it_may_be():
    assert ThaiDateField(required=False).clean("") is None


def test_a_known_day_is_shown_as_it_is_typed():
    field = ThaiDateField()

    assert field.prepare_value(DAY) == "22 พฤศจิกายน 2569"
    assert not field.has_changed(DAY, "22 พฤศจิกายน 2569")
    assert field.has_changed(DAY, "23 พฤศจิกายน 2569")


@pytest.mark.parametrize(
    ("language", "template", "said"),
    [
        ("th", "{{ day|thai_date }}", "22 พฤศจิกายน 2569"),
        ("en", "{{ day|thai_date }}", "22 Nov 2026"),
        ("th", "{{ day|thai_date_short }}", "22 พ.ย. 69"),
        ("en", "{{ day|thai_date_short }}", "22 Nov 2026"),
        ("th", "{{ moment|thai_date }}", "23 พฤศจิกายน 2569"),
        ("th", "{{ moment|thai_moment }}", "23 พฤศจิกายน 2569 03.05 น."),
        ("en", "{{ moment|thai_moment }}", "23 Nov 2026 03:05"),
        ("th", "{{ year|year_of }}", "2565"),
        ("en", "{{ year|year_of }}", "2022"),
        ("th", "{{ nothing|thai_date }}{{ nothing|thai_date_short }}{{ nothing|thai_moment }}", ""),
        ("en", "{{ 'thing.was_done'|event_words }}", "Was done"),
    ],
)
def test_days_speak_the_era_of_the_language(language, template, said):
    page = Template("{% load prongsai %}" + template)
    with translation.override(language):
        text = page.render(Context({"day": DAY, "moment": MOMENT, "year": 2565, "nothing": None}))

    assert text == said


@pytest.mark.parametrize(
    ("language", "english", "said"),
    [("th", "Office", "สำนักงาน"), ("en", "Office", "Office"), ("en", "", "สำนักงาน")],
)
def test_english_is_optional(language, english, said):
    with translation.override(language):
        assert spoken("สำนักงาน", english) == said
