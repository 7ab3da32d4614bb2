"""The public pages: frozen, without a cookie, the same as files, at addresses that stay."""

import json
from fractions import Fraction as F
from pathlib import Path

import pytest
from assessed import PUBLISHED
from django.conf import settings
from django.core.management import call_command

from prongsai.collect.assessments import actions as assessments
from prongsai.disclose.queries import content_of
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db
RESULT = "/example-1/ita/obec-2565/"
PAGES = ["/", "/en/", "/example-1/", "/en/example-1/", RESULT, f"/en{RESULT}"]
DATA = [f"{RESULT}{name}" for name in ("result.json", "result.csv", "codebook.csv")]
OWN = "ita.example.invalid"


@pytest.fixture
def own_host(office, settings):
    settings.ALLOWED_HOSTS = [OWN, "testserver"]
    return people.edit_office(office=office, by=None, host=OWN)


def change_live_data(assessment):
    people.edit_office(office=assessment.office, name_th="ชื่อใหม่", short_th="ชื่อใหม่", by=None)
    assessments.bring_in_indicators(assessment=assessment, figures=PUBLISHED | {"2": F("97.09")}, by=None)


@pytest.mark.parametrize("address", [*PAGES, *DATA])
def test_a_public_page_sets_no_cookie_and_depends_on_none(published, client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "public, max-age=300"
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", [*PAGES, *DATA])
def test_a_public_page_is_only_read(published, client, address):
    assert client.post(address).status_code == 405
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")


def test_the_page_shows_total_grade_and_every_indicator(published, client):
    page = client.get(f"/en{RESULT}").content.decode()

    assert "<b>98.79</b>" in page
    assert [figure for figure in ("29.40", "29.39", "40.00") if f">{figure}</td>" not in page] == []
    assert [code for code in PUBLISHED if f'<details id="{code}">' not in page] == []
    assert "What this figure is, and what it is not" in page
    assert published.sha256 in page
    assert "<script" not in page


def test_the_frozen_page_stays_when_the_data_change(published, complete, client):
    before = {address: client.get(address).content for address in [RESULT, f"/en{RESULT}", *DATA]}

    change_live_data(complete)

    assert {address: client.get(address).content for address in before} == before


def test_the_download_is_the_frozen_record(published, client):
    response = client.get(f"{RESULT}result.json")

    assert response.content == content_of(published)
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="example-1-obec-2565-result.json"'
    assert json.loads(response.content)["office"]["slug"] == "example-1"


def test_who_has_the_page_already_is_told_so(published, client):
    first = client.get(RESULT)

    by_tag = client.get(RESULT, headers={"If-None-Match": first["ETag"]})
    by_date = client.get(RESULT, headers={"If-Modified-Since": first["Last-Modified"]})

    assert (by_tag.status_code, by_tag.content, by_date.status_code) == (304, b"", 304)
    assert client.get(RESULT, headers={"If-None-Match": '"another"'}).status_code == 200


def test_an_earlier_version_stays_at_its_address_and_says_that_it_was_replaced(
    published, complete, client, publish
):
    change_live_data(complete)
    second = publish(complete, changes="แก้คะแนนตัวชี้วัดที่ 2")

    now, then = client.get(f"/en{RESULT}"), client.get(f"/en{RESULT}versions/1/")

    assert "<b>98.85</b>" in now.content.decode()
    assert f'href="/en{RESULT}versions/1/"' in now.content.decode()
    assert "<b>98.79</b>" in then.content.decode()
    assert "This is version 1. It was replaced on" in then.content.decode()
    assert client.get(f"{RESULT}versions/1/result.json").content == content_of(published)
    assert client.get(f"{RESULT}versions/2/")["Location"] == RESULT
    assert second.sha256 in now.content.decode()


def test_data_have_one_address_for_both_languages(published, client):
    response = client.get(f"/en{RESULT}result.csv")

    assert (response.status_code, response["Location"]) == (301, f"{RESULT}result.csv")


@pytest.mark.parametrize(
    "address",
    [
        "/nobody/",
        "/nobody/ita/obec-2565/",
        "/example-1/ita/obec-2566-draft/",
        f"{RESULT}versions/2/",
        f"{RESULT}secret.txt",
        "/ita/obec-2565/",
    ],
)
def test_what_is_not_published_is_not_there(published, client, address):
    assert client.get(address).status_code == 404


def test_an_office_has_its_own_host_without_its_name_in_the_address(own_host, complete, publish, client):
    publish(complete)
    at = {"headers": {"host": f"{OWN}:8000"}}

    first, result = client.get("/", **at), client.get("/en/ita/obec-2565/", **at)

    assert 'href="/ita/obec-2565/"' in first.content.decode()
    assert 'href="/ita/obec-2565/result.json"' in result.content.decode()
    assert client.get(RESULT, **at).status_code == 404
    assert client.get(RESULT).status_code == 200


def test_every_file_is_what_the_site_serves(own_host, complete, publish, client):
    publish(complete)
    change_live_data(complete)
    publish(complete, changes="แก้คะแนนตัวชี้วัดที่ 2")
    folder = Path(settings.PUBLIC_DIR)

    files = [path for path in folder.rglob("*") if path.is_file()]
    differing = [path for path in files if served(client, path.relative_to(folder)) != path.read_bytes()]

    assert differing == []
    assert len(files) == len(["th", "en"]) * (len(["offices", "shared", "own"]) + 2 * 2) + 2 * 2 * len(DATA)


def served(client, path):
    """What the application answers at the address that the file stands for."""
    host = "testserver" if path.parts[0] == "shared" else path.parts[1]
    below = "/".join(path.parts[1:] if path.parts[0] == "shared" else path.parts[2:])
    return client.get("/" + below.removesuffix("index.html"), headers={"host": host}).content


def test_files_can_be_written_again(published, capsys):
    folder = Path(settings.PUBLIC_DIR)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in before:
        path.unlink()

    call_command("write_public")

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert f"Wrote {len(before)} files." in capsys.readouterr().out


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_of_offices_takes_the_same_queries_for_any_number(
    body, client, many, django_assert_num_queries
):
    for number in range(many):
        people.create_office(body=body, slug=f"office-{number}", name_th=f"สำนักงาน {number}", by=None)

    with django_assert_num_queries(4):  # whose host; how many; which; their results
        page = client.get("/en/").content.decode()

    assert page.count("No result is published yet.") == many


def test_offices_are_found_by_a_part_of_their_name(published, other_office, client):
    page = client.get("/", {"q": "เขต 1"}).content.decode()

    assert 'href="/example-1/"' in page
    assert 'href="/example-2/"' not in page


def test_a_demonstration_says_so(office, complete, publish, client):
    people.edit_office(office=office, is_demonstration=True, by=None)
    complete.refresh_from_db()
    publish(complete)

    assert "It is no official publication." in client.get(f"/en{RESULT}").content.decode()
    assert "It is no official publication." in client.get("/en/example-1/").content.decode()
