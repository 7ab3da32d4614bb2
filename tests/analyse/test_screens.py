"""The screens of texts, findings and books: who sees what, what is offered, what stays words."""

import pytest
from django.urls import reverse
from one_office import draft
from world import Role, make_member

from prongsai.act import actions as act
from prongsai.analyse import actions, shown
from prongsai.analyse.models import Book, OfficeText
from prongsai.trail.actions import place_of
from prongsai.trail.queries import read

ASKED = {"report": "yearbook", "format_": "html", "language": "th", "digits": "arabic"}
HOSTILE = '<script>alert(1)</script> {{ 7|add:7 }} "><img src=x onerror=alert(1)>'


@pytest.fixture
def address(office, published):
    def of(name, *more):
        return reverse(f"analyse_{name}", args=[office.slug, published.framework_code, *more])

    return of


@pytest.fixture
def write(published):
    def text(code="2", text_th="จัดทำแผน"):
        return actions.write_text(assessment=published, code=code, text_th=text_th, by=None)

    return text


@pytest.fixture
def book(published):
    asked = actions.ask_for_book(assessment=published, **ASKED, by=None)
    return Book.objects.get(pk=asked.pk)


def test_a_text_is_written_beside_what_its_figures_say(client, administrator, address):
    client.force_login(administrator)

    page = client.get(address("text", "2"))
    sent = client.post(address("text", "2"), {"text_th": "จัดทำแผน", "seen": "0"})

    assert page.context["text"].figures[0].startswith("96.09 points")
    assert sent.url == address("texts")
    assert OfficeText.objects.get().text_th == "จัดทำแผน"


def test_two_writers_see_each_others_words_and_nothing_is_lost(client, administrator, address, write):
    write(text_th="ของเพื่อน")
    client.force_login(administrator)

    first = client.post(address("text", "2"), {"text_th": "ของฉัน", "seen": "0"})
    form = first.context["form"]
    second = client.post(address("text", "2"), {"text_th": "ของเราสอง", "seen": form["seen"].value()})

    assert "meanwhile" in str(form.non_field_errors())
    assert (form["text_th"].value(), first.context["theirs"].th) == ("ของฉัน", "ของเพื่อน")
    assert second.status_code == 302
    assert OfficeText.objects.get().text_th == "ของเราสอง"


def test_only_the_own_units_text_is_open_to_a_member(client, planner, planning, published, address):
    actions.give_text_to(assessment=published, code="2", unit=planning, by=None)
    client.force_login(planner)

    assert client.post(address("text", "2"), {"text_th": "ของเรา"}).status_code == 302
    assert client.post(address("text", "3"), {"text_th": "ของเขา"}).status_code == 404
    assert client.get(address("text", "3")).context["form"] is None


def test_who_may_only_look_changes_nothing(client, executive, address, write):
    write()
    client.force_login(executive)

    assert client.get(address("texts")).status_code == 200
    doors = [
        address("text", "2"), address("text_clear", "2"), address("text_start", "2"), address("texts_start"),
        address("text_give", "2"),
    ]  # fmt: skip
    assert [client.post(door, {"text_th": "x"}).status_code for door in doors] == [404] * 5
    assert OfficeText.objects.get().text_th == "จัดทำแผน"


def test_texts_are_cleared_given_and_started_by_buttons(client, administrator, planning, address, write):
    write()
    client.force_login(administrator)

    client.post(address("text_clear", "2"))
    client.post(address("text_give", "2"), {"unit": planning.pk})
    refused = client.post(address("texts_start"), follow=True)

    row = OfficeText.objects.get()
    assert (row.text_th, row.unit) == ("", planning)
    assert "no text of last year" in refused.content.decode()


def test_an_unknown_text_is_not_there(client, administrator, address):
    client.force_login(administrator)

    assert [client.get(address("text", code)).status_code for code in ("11", "o1", "iit")] == [404] * 3


def test_findings_lead_to_where_they_are_mended(published, administrator, executive, write):
    write("3", "ผลของปีงบประมาณ พ.ศ. 2563")
    measure = act.add_measure(
        assessment=published,
        name_th="มาตรการ",
        indicators=["10"],
        practices=[draft(other_owners="กลุ่ม", starts_on=draft().starts_on.replace(year=2020))],
        by=None,
    )
    base = f"/workspace/offices/example-1/assessments/{published.framework_code}"

    mended = {each.address for group in shown.groups(published, administrator) for each in group.findings}
    looked_at = {each.address for group in shown.groups(published, executive) for each in group.findings}

    assert f"{base}/texts/3/" in mended
    assert f"{base}/measures/{measure.pk}/#practice-0" in mended
    assert f"{base}/measures/new/?indicator=2" in mended
    assert f"{base}/measures/#measure-0-0" in looked_at
    assert f"{base}/measures/" in looked_at


def test_findings_and_texts_are_shown(client, executive, address, write):
    write("3", "ผลของปีงบประมาณ พ.ศ. 2563")
    client.force_login(executive)

    for name in ("findings", "texts"):
        assert "2563" in client.get(address(name)).content.decode()


def test_one_text_and_three_take_as_many_queries(
    client, administrator, address, write, django_assert_num_queries
):
    client.force_login(administrator)
    for codes in ("1", "234"):
        for code in codes:
            write(code)
        with django_assert_num_queries(35):
            client.get(address("texts"))


def test_a_book_is_asked_for_and_saved(client, executive, address):
    client.force_login(executive)

    asked = client.post(address("books"), ASKED)
    book = Book.objects.get()
    response = client.get(address("book_file", book.pk))

    assert asked.url == address("books")
    assert response.content == read(shown.queries.frozen_of(book))
    assert response["Content-Type"] == "text/html; charset=utf-8"
    name = "yearbook-example-1-obec-2565-th.html"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_file_that_was_altered_is_not_given_out(client, administrator, address, book):
    place_of(book.sha256).write_bytes(b"altered")
    client.force_login(administrator)

    response = client.get(address("book_file", book.pk), follow=True)

    assert "damaged or gone" in response.content.decode()
    client.post(address("books"), ASKED)
    assert client.get(address("book_file", Book.objects.first().pk)).status_code == 200


def test_a_viewer_saves_books_and_asks_for_none(client, office, address, book):
    viewer = make_member(office, Role.VIEWER, "viewer")
    client.force_login(viewer)

    assert client.get(address("book_file", book.pk)).status_code == 200
    assert client.get(address("books")).context["form"] is None
    assert client.post(address("books"), ASKED).status_code == 404
    assert client.post(address("book_again", book.pk)).status_code == 404


def test_progress_asks_again_until_everything_is_done(client, administrator, address, book):
    client.force_login(administrator)
    done = client.get(address("books_progress")).content.decode()
    Book.objects.update(state="running", step=Book.Step.SET, sha256="", size=None)
    running = client.get(address("books_progress")).content.decode()

    assert ("hx-get" in done, "hx-get" in running) == (False, True)
    assert "Step 3 of 4: setting pages and tables" in running


def test_a_stopped_book_is_made_again_by_a_button(client, administrator, address, book):
    Book.objects.update(state="failed", reason="stopped", sha256="", size=None)
    client.force_login(administrator)

    assert "It was stopped on the way." in client.get(address("books")).content.decode()
    client.post(address("book_again", book.pk))

    assert Book.objects.get().state == Book.State.DONE


def test_one_book_and_three_take_as_many_queries(
    client, administrator, address, published, django_assert_num_queries
):
    client.force_login(administrator)
    for language, digits in (("th", "arabic"), ("th", "thai"), ("en", "arabic")):
        wanted = ASKED | {"language": language, "digits": digits}
        actions.ask_for_book(assessment=published, **wanted, by=None)
        with django_assert_num_queries(30):
            client.get(address("books"))


def test_another_office_finds_nothing(client, stranger, address, book):
    client.force_login(stranger)
    names = ("texts", "findings", "books", "books_progress")
    doors = [*map(address, names), address("text", "2"), address("book_file", book.pk)]

    assert [client.get(door).status_code for door in doors] == [404] * 6


def test_hostile_words_stay_words_on_screen_and_in_the_book(client, administrator, address, write):
    write(text_th=HOSTILE)
    client.force_login(administrator)
    client.post(address("books"), ASKED)
    made = client.get(address("book_file", Book.objects.get().pk))

    pages = [client.get(address("texts")), client.get(address("text", "2")), made]
    for page in (each.content.decode() for each in pages):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert" in page
        assert "add:7" in page
