"""What a night does: all offices, one's trouble not another's; and the queue of time stamps."""

import pytest
from served import Served

from prongsai.collect.evidence.models import Stamp
from prongsai.collect.evidence.recording import stamps
from prongsai.collect.evidence.running import nightly
from prongsai.collect.evidence.running.nightly import NotDoneError, check_all, stamp_all
from prongsai.trail.actions import place_of

TIME = "https://time.example/tsa"


@pytest.fixture
def _one_after_another(monkeypatch):
    """The databases of tests are no place for two writers."""
    monkeypatch.setattr(nightly, "OFFICES_AT_ONCE", 1)


@pytest.fixture
def _stamping(settings, authority):
    settings.EVIDENCE_AUTHORITIES = [TIME]
    settings.EVIDENCE_ROOTS = str(authority.folder / "root.pem")


@pytest.fixture
def captured(_stamping, office, site, show, check):
    check(show(office, {"o10": [site.url("/plan.html")]}))
    return Stamp.objects.get()


def offline(_authority, _request):
    raise OSError("no way there")


@pytest.mark.usefixtures("_one_after_another")
@pytest.mark.django_db(transaction=True)
def test_one_office_that_breaks_keeps_no_other_from_its_check(office, other_office, site, show, monkeypatch):
    with Served({"/plan.html": b'<html lang="th"><p>plan</p>'}) as other:
        breaks = show(office, {"o10": [site.url("/plan.html")]})
        goes_well = show(other_office, {"o10": [other.url("/plan.html", "other.localhost")]})
        perform = nightly.perform

        def falls_over(run, **told):
            if run.submission_id == breaks.pk:
                raise KeyError("o10")
            perform(run, **told)

        monkeypatch.setattr(nightly, "perform", falls_over)

        with pytest.raises(NotDoneError) as told:
            check_all()

    assert str(told.value).endswith("เขต 1 · obec-2565: KeyError: 'o10'")
    assert goes_well.works.get(item_code="o10").checked_at is not None
    assert breaks.works.filter(checked_at__isnull=False).count() == 0


@pytest.mark.usefixtures("_one_after_another")
@pytest.mark.django_db(transaction=True)
def test_a_night_looks_at_every_submission_that_is_not_confirmed(office, site, show):
    submission = show(office, {"o10": [site.url("/plan.html")]})

    assert check_all() == 1

    run = submission.runs.get()
    assert (run.is_rehearsal, run.done, run.total, run.trouble) == (False, 2, 2, "")


def test_a_capture_is_stamped_and_the_stamp_leads_to_the_authority(captured, authority):
    done = stamp_all(lambda _address, request: authority.post(request))

    captured.refresh_from_db()
    manifest = place_of(captured.capture.manifest_sha256).read_bytes()
    stamped = stamps.verify(bytes(captured.token), manifest, roots=stamps.roots_of(authority.root))
    assert (done, captured.authority, captured.stamped_at, captured.trouble) == (1, TIME, stamped.at, "")


def test_while_the_authority_is_out_of_reach_the_capture_waits_and_is_stamped_later(captured, authority):
    with pytest.raises(NotDoneError) as told:
        stamp_all(offline)

    captured.refresh_from_db()
    assert (captured.token, captured.stamped_at, str(told.value).startswith(TIME)) == (None, None, True)
    assert "no way there" in captured.trouble
    assert stamp_all(lambda _address, request: authority.post(request)) == 1
    assert stamp_all(offline) == 0
