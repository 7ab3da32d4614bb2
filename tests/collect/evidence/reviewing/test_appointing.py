import pytest
from judging import TODAY, assessor

from prongsai.collect.evidence.models import Interest, Wording
from prongsai.collect.evidence.reviewing import appointing
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.trail.models import Event


def test_an_assessor_is_appointed_once(body, viewer, central):
    made = appointing.appoint(body=body, user=viewer, most_items=100, by=central)

    assert (made.most_items, made.is_present, made.declared_on) == (100, True, None)
    with pytest.raises(ReviewRefusedError, match="judges for this body already"):
        appointing.appoint(body=body, user=viewer, most_items=100, by=central)


def test_interests_are_declared_by_oneself(body, central):
    new = assessor(body, "new", is_declared=False)

    with pytest.raises(ReviewRefusedError, match="Only the assessor"):
        appointing.declare_all(assessor=new, by=central)
    appointing.declare_all(assessor=new, by=new.user)

    new.refresh_from_db()
    assert new.declared_on == TODAY


def test_an_interest_that_is_over_is_lifted_and_the_trail_keeps_it(anan, office, central):
    held = Interest.objects.create(assessor=anan, office=office, kind=Interest.Kind.FORMER)
    appointing.lift_interest(interest=held, by=central)

    assert not anan.interests.exists()
    assert Event.objects.get(verb="evidence.interest_lifted").details == {
        "office": office.pk,
        "kind": "former",
    }


def test_a_limit_is_changed(anan, central):
    appointing.change_limit(assessor=anan, most_items=12, by=central)
    anan.refresh_from_db()

    assert anan.most_items == 12


def test_a_wording_is_kept_once_and_removed(body, central):
    made = appointing.add_wording(body=body, item_code="o1", text="ไม่พบแผนผัง", by=central)

    with pytest.raises(ReviewRefusedError, match="there already"):
        appointing.add_wording(body=body, item_code="o1", text="ไม่พบแผนผัง", by=central)
    appointing.remove_wording(wording=made, by=central)
    assert not Wording.objects.exists()
