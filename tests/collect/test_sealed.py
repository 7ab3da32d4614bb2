"""Answers that were sealed stay as they are."""

import pytest
from assessed import answers
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from prongsai.collect.assessments import actions, bringing, queries
from prongsai.collect.assessments.models import SurveyResult
from prongsai.core.score import Inputs, SurveyCounts
from prongsai.trail.queries import events_of

pytestmark = pytest.mark.django_db

HASH = "0123456789abcdef" * 4
REFUSED = "IIT was sealed on .*[0-9]{4}. What is sealed cannot be replaced or removed."


@pytest.fixture
def sealed(assessment, administrator):
    return actions.bring_in_answers(
        assessment=assessment,
        instrument="iit",
        counts=answers("iit", 1, 2, 3, 30),
        population=40,
        sealed_hash=HASH,
        by=administrator,
    )


def test_sealed_answers_are_kept_with_their_hash_their_day_and_their_heads(assessment, sealed):
    assert (sealed.sealed_hash, sealed.sealed_on) == (HASH, timezone.localdate())
    assert queries.inputs_of(assessment).populations == {"iit": 40}
    assert events_of(assessment).first().details == {
        "instrument": "iit",
        "respondents": 36,
        "sealed_hash": HASH,
    }


def test_neither_a_file_nor_a_second_sealing_takes_their_place(assessment, sealed, administrator):
    before = queries.inputs_of(assessment)
    for more in ({}, {"sealed_hash": HASH[::-1]}, {"population": 50}):
        with pytest.raises(actions.ResultsRefusedError, match=REFUSED):
            actions.bring_in_answers(
                assessment=assessment, instrument="iit", counts=answers("iit", 1, 2), by=None, **more
            )
    brought = Inputs(surveys={"iit": answers("iit", 1, 2)})
    with pytest.raises(actions.ResultsRefusedError, match=REFUSED):
        bringing.keep(assessment, "iit", brought, by=administrator)

    assert queries.inputs_of(assessment) == before


def test_they_are_not_removed(assessment, sealed):
    with pytest.raises(actions.ResultsRefusedError, match=REFUSED):
        actions.remove_results(assessment=assessment, kind="iit", by=None)

    assert SurveyResult.objects.get() == sealed


def test_heads_that_were_sealed_stay_and_unknown_ones_may_be_said_once(assessment, sealed):
    with pytest.raises(actions.ResultsRefusedError, match=REFUSED):
        actions.set_populations(assessment=assessment, populations={"iit": 41}, by=None)
    SurveyResult.objects.update(population=None)
    actions.set_populations(assessment=assessment, populations={"iit": 41}, by=None)

    assert queries.inputs_of(assessment).populations == {"iit": 41}


def test_answers_of_a_file_give_way_to_sealed_ones(assessment):
    actions.bring_in_answers(assessment=assessment, instrument="iit", counts=answers("iit", 1, 2), by=None)
    counts = answers("iit", 5, 5)
    actions.bring_in_answers(
        assessment=assessment, instrument="iit", counts=counts, sealed_hash=HASH, by=None
    )

    assert queries.inputs_of(assessment).surveys["iit"] == counts
    assert SurveyResult.objects.get().is_sealed


def test_the_counts_of_streams_come_out_as_they_came_in(assessment):
    parts = {"eit-self": answers("eit", 2, 3, 0, 30), "eit-code": answers("eit", 5, 5)}
    one, other = (part.by_row for part in parts.values())
    pooled = {row: tuple(map(sum, zip(one[row], other[row], strict=True))) for row in one}
    counts = SurveyCounts(45, pooled, {label: part.by_row for label, part in parts.items()})
    actions.bring_in_answers(
        assessment=assessment, instrument="eit", counts=counts, sealed_hash=HASH, by=None
    )

    assert queries.inputs_of(assessment).surveys["eit"] == counts


def test_a_hash_is_a_hash(assessment):
    with pytest.raises(ValueError, match="is not a sha256"):
        actions.bring_in_answers(
            assessment=assessment, instrument="iit", counts=answers("iit", 9), sealed_hash="abc", by=None
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyResult.objects.create(
            assessment=assessment, instrument="iit", respondents=1, counts={}, sealed_hash=HASH
        )


def test_the_screen_says_sealed_and_offers_no_change(client, administrator, assessment, sealed):
    actions.bring_in_answers(assessment=assessment, instrument="eit", counts=answers("eit", 9), by=None)
    administrator.preferred_language = "en"
    administrator.save()
    client.force_login(administrator)
    address = [assessment.office.slug, assessment.framework_code]
    said = client.get(reverse("assessments_show", args=address)).content.decode()

    assert f"<code>{HASH}</code>" in said
    assert "These answers cannot be replaced or removed." in said
    for name, is_there in (("iit", False), ("eit", True)):
        assert (reverse("assessments_remove", args=[*address, name]) in said) is is_there
        assert (reverse("assessments_bring_in", args=[*address, name]) in said) is is_there
    assert said.count(reverse("assessments_populations", args=address)) == 1
