"""A person's answer stands in the place of the machine's while what was looked at is the same."""

import pytest
from django.utils import timezone

from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Finding, Overruling
from prongsai.collect.evidence.overruling import overrule, overruled, overrulings_of
from prongsai.core.text import Text

pytestmark = pytest.mark.django_db
PAGE, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def finding(item, show):
    """The machine finds no chart on the page, and the item gets nothing for it."""
    [link] = show("o1")
    work = item("o1")
    work.machine_points, work.failing, work.checked_at = 0, 1, timezone.now()
    work.save()
    told = {"work": work, "address": link.address, "said_th": "ไม่พบ", "said_en": "not found"}
    Finding.objects.create(asked="alive", answer="pass", looked_at=PAGE, **told)
    return Finding.objects.create(asked="complete", answer="fail", element="chart", looked_at=PAGE, **told)


def verdict(looked_at, answer=Answer.FAIL, address="https://office.example/structure/o1"):
    return Verdict(
        asked=Asked.COMPLETE,
        answer=answer,
        said=Text("ไม่พบ"),
        element="chart",
        address=address,
        looked_at=looked_at,
    )


def test_the_answer_holds_until_the_content_changes(finding, item, member):
    overrule(finding=finding, answer="pass", reason="เป็นภาพที่เครื่องอ่านไม่ได้", by=member)
    known = overrulings_of(item("o1"))
    answers = [overruled([verdict(seen)], known)[0].answer for seen in (PAGE, OTHER)]

    assert answers == [Answer.PASS, Answer.FAIL]


def test_the_points_follow_at_once(finding, item, member):
    overrule(finding=finding, answer="pass", reason="เป็นภาพ", by=member)

    assert (item("o1").machine_points, item("o1").failing) == (100, 0)


def test_a_finding_on_no_single_page_is_bound_to_all_that_was_looked_at(finding, item, member):
    finding.looked_at = finding.address = ""
    finding.save()
    overrule(finding=finding, answer="pass", reason="อยู่สองหน้า", by=member)
    known = overrulings_of(item("o1"))
    found = [
        overruled([verdict("", address=""), verdict(seen, Answer.PASS)], known)[0].answer
        for seen in (PAGE, OTHER)
    ]

    assert found == [Answer.PASS, Answer.FAIL]


def test_a_reason_a_sure_answer_and_something_to_look_at_are_needed(finding, member, executive):
    for told in ({"answer": "pass", "reason": " "}, {"answer": "not_sure", "reason": "x"}):
        with pytest.raises(EvidenceRefusedError):
            overrule(finding=finding, by=member, **told)
    with pytest.raises(EvidenceRefusedError):
        overrule(finding=finding, answer="pass", reason="x", by=executive)
    Finding.objects.update(looked_at="")
    finding.refresh_from_db()
    with pytest.raises(EvidenceRefusedError, match="Nothing could be looked at"):
        overrule(finding=finding, answer="pass", reason="x", by=member)

    assert Overruling.objects.count() == 0
