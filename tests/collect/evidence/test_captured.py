"""What was captured: shown without what acts, compared day by day, proven by one file."""

import io
import os
import re
import time

import pytest
from django.urls import reverse

from prongsai.collect.evidence.captured import addresses, kept
from prongsai.collect.evidence.models import Look
from prongsai.collect.evidence.recording.proof import prove
from prongsai.project.demonstration.sites import making
from prongsai.project.demonstration.sites.content import faulty, good

SITE = good(office=faulty().office, director="นางตัวอย่าง รักษาการ")


@pytest.fixture
def site(tmp_path, served):
    """(address, folder) of a site in good order."""
    return served(SITE), tmp_path / "0"


@pytest.fixture
def submission(site, checked):
    return checked(site[0], only=("o3", "o4", "o29"))


def later(page):
    """Servers tell a change by the second: this one was made in another."""
    os.utime(page, (time.time() + 5, time.time() + 5))


def look_at(submission, page):
    return (
        Look.objects.filter(submission=submission, address__endswith=page).select_related("capture").first()
    )


def place(submission, name, *more):
    return reverse(name, args=[submission.assessment.office.slug, "obec-2565", *more])


def test_a_captured_page_is_shown_without_signing_in_in_a_sandbox(submission, client):
    look = look_at(submission, "/o3.html")

    page = client.get(addresses.address_of(look.capture, look.address))

    assert page.status_code == 200
    assert "อำนาจหน้าที่" in page.text
    assert {"sandbox allow-popups", "default-src 'none'"} <= set(page["Content-Security-Policy"].split("; "))
    assert (dict(page.cookies), page["Referrer-Policy"]) == ({}, "no-referrer")


def test_what_acts_or_loads_is_gone_from_a_captured_page(site, submission, client, look_again):
    (site[1] / "o3.html").write_text(
        "<html><body onload='alert(1)'><script>alert(2)</script><p>อำนาจหน้าที่</p>"
        "<form action='/x'><input name=a></form><img src='http://127.0.0.1:9/x.png' alt='รูป'></body></html>"
    )
    later(site[1] / "o3.html")
    look_again(submission)
    look = look_at(submission, "/o3.html")

    page = client.get(addresses.address_of(look.capture, look.address)).text

    assert "อำนาจหน้าที่" in page
    assert re.findall(r"<script|onload|<form|<input|127\.0\.0\.1:9", page) == []


def test_a_file_is_told_as_text_and_saved_as_it_came(submission, client):
    look = look_at(submission, "/o29.pdf")
    address = addresses.address_of(look.capture, look.address)

    told, saved = client.get(address), client.get(f"{address}?file")

    assert "ช่องทางและวิธีการร้องเรียน" in told.text
    assert saved.content == making.printed(SITE, SITE.pages["o29"]["title"], SITE.pages["o29"]["body"])
    assert saved["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("spoil", [lambda token: token[:-2], lambda token: f"x{token}", lambda _token: "1"])
def test_an_address_that_was_not_signed_here_leads_nowhere(submission, client, spoil):
    look = look_at(submission, "/o3.html")
    token = addresses.address_of(look.capture, look.address).strip("/").partition("/")[2]

    assert client.get(reverse("evidence_captured", args=[spoil(token)])).status_code == 404


def test_two_days_are_set_side_by_side(site, submission, editor, look_again):
    first = look_at(submission, "/o3.html")
    page = site[1] / "o3.html"
    page.write_text(page.read_text().replace("จัดทำแผนพัฒนาการศึกษา<", "จัดทำแผนใหม่<"))
    later(page)
    look_again(submission)
    last = look_at(submission, "/o3.html")

    days = editor.get(place(submission, "evidence_days", "o3"))
    compared = editor.get(place(submission, "evidence_compare", "o3"), {"from": first.pk, "to": last.pk})

    assert [each.is_change for each in (line["day"] for line in days.context["links"][0]["days"])] == [
        True,
        False,
    ]
    assert [(each.before, each.after) for each in compared.context["found"].changes] == [
        ("จัดทำแผนพัฒนาการศึกษา", ""),
        ("", "จัดทำแผนใหม่"),
    ]


def test_a_look_at_another_items_link_cannot_be_compared_here(submission, editor):
    other = look_at(submission, "/o4.html")

    asked = {"from": other.pk, "to": other.pk}
    assert editor.get(place(submission, "evidence_compare", "o3"), asked).status_code == 404


def test_a_package_proves_itself(submission, editor, look_again):
    look_again(submission)
    capture = submission.captures.first()

    package = editor.get(place(submission, "evidence_package", capture.pk))

    proof = prove(io.BytesIO(package.content))
    assert [each.en for each in proof.problems] == []
    assert (proof.is_sound, proof.manifest.sha256, proof.manifest.number) == (
        True,
        capture.manifest_sha256,
        2,
    )


def test_what_has_not_changed_is_kept_once(submission, look_again):
    again = look_again(submission)

    first, last = submission.captures.order_by("pk")
    assert (again.passed, last.previous) == (3, first.manifest_sha256)
    assert {entry.kept_in for entry in kept.manifest_of(last).entries} == {first.warc_sha256}
