"""Publishing: by whom, of what, once, and never taken back."""

import json
from fractions import Fraction as F

import pytest
from assessed import PUBLISHED
from django.db import DatabaseError, transaction
from world import Role, make_member

from prongsai.collect.assessments import actions as assessments
from prongsai.disclose import actions, queries
from prongsai.disclose.actions import PublicationRefusedError
from prongsai.disclose.models import Publication
from prongsai.score.queries import runs_of
from prongsai.trail.models import Frozen, RowsAreOnlyAddedError
from prongsai.trail.queries import events_of, read

pytestmark = pytest.mark.django_db


def test_a_published_result_is_frozen_with_its_hash_and_leaves_a_trail(complete, publish, executive):
    publication = publish(complete, by=executive)

    frozen = Frozen.objects.get(sha256=publication.sha256)
    [event] = events_of(publication)
    assert json.loads(read(frozen))["total"]["printed"] == "98.79"
    assert (frozen.slug, frozen.period, frozen.address) == (
        "ita-result",
        "obec-2565",
        "/example-1/ita/obec-2565/",
    )
    assert (event.verb, event.actor_label) == ("disclose.result_published", str(executive))
    assert (publication.version, publication.total, publication.grade) == (1, "98.79", "AA")
    assert runs_of(complete).count() == 1


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ASSESSOR, Role.CENTRAL])
def test_only_the_executive_and_administrators_publish(complete, role):
    other = make_member(complete.office, role, "other")

    with pytest.raises(PublicationRefusedError, match="Only the executive or an administrator"):
        actions.publish_result(assessment=complete, by=other)
    assert not Publication.objects.exists()


def test_the_administrator_publishes(complete, publish, administrator):
    assert publish(complete, by=administrator).published_by == str(administrator)


def test_an_incomplete_result_is_refused_by_the_names_of_what_is_missing(assessment):
    figures = {code: figure for code, figure in PUBLISHED.items() if code not in {"9", "10"}}
    assessments.bring_in_indicators(assessment=assessment, figures=figures, by=None)

    with pytest.raises(PublicationRefusedError, match="not complete: OIT has no figure yet"):
        actions.publish_result(assessment=assessment, by=None)


def test_a_new_version_says_what_changed_and_names_the_one_before(complete, publish):
    first = publish(complete)
    figures = PUBLISHED | {"2": F("97.09")}
    assessments.bring_in_indicators(assessment=complete, figures=figures, by=None)

    with pytest.raises(PublicationRefusedError, match="Say in Thai what is different"):
        publish(complete)
    second = publish(complete, changes="แก้คะแนนตัวชี้วัดที่ 2")

    assert (second.version, second.total) == (2, "98.85")
    [earlier] = queries.record_of(second)["edition"]["earlier"]
    assert (earlier["version"], earlier["sha256"]) == (1, first.sha256)


def test_a_version_without_a_difference_is_refused(complete, publish):
    publish(complete, note="จากรายงาน")

    with pytest.raises(PublicationRefusedError, match="Nothing has changed since version 1"):
        publish(complete, changes="ไม่มี", note="จากรายงาน")
    assert publish(complete, changes="แก้หมายเหตุ", note="จากรายงานฉบับจริง").version == 2


def test_what_is_published_cannot_be_changed_or_taken_back(published):
    published.total = "100.00"

    with pytest.raises(RowsAreOnlyAddedError):
        published.save()
    with pytest.raises(RowsAreOnlyAddedError):
        Publication.objects.filter(pk=published.pk).delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Publication.objects.filter(pk=published.pk)._raw_delete("default")


def test_a_preview_is_of_the_next_version_and_freezes_nothing(published, complete):
    assert actions.draft(complete)["edition"]["version"] == 2
    assert (Publication.objects.count(), Frozen.objects.count()) == (1, 1)


def test_a_note_is_part_of_the_record(complete, publish):
    publication = publish(complete, note="คัดจากรายงานที่พิมพ์เผยแพร่")

    assert queries.record_of(publication)["edition"]["note"]["th"] == "คัดจากรายงานที่พิมพ์เผยแพร่"
