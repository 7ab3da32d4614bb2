"""Sixty people answer, each in a style of their own. Who knows when each of them did learns nothing by it."""

import random
import secrets
from datetime import timedelta
from math import comb

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone
from linking import Seen, hits, orders, rows, same_day
from running import begin

from prongsai.collect.surveys import actions, sealing
from prongsai.collect.surveys.models import Box, Survey
from prongsai.collect.surveys.taking import take

PEOPLE = 60
DAYS = 6
# More hits than this come by chance once in a million attacks.
BY_CHANCE_AT_MOST = 10
AS_THEY_LIE = {"postgresql": RawSQL("ctid", []), "sqlite": RawSQL("rowid", [])}  # our own words
pytestmark = pytest.mark.django_db(transaction=True)


def answer(seed):
    """Let everybody answer on their day, in the order in which they came; give what the attacker saw."""
    running, chance = begin(codes=PEOPLE), random.Random(seed)
    styles = [bytes(chance.randint(1, 2) for _row in running.form.rows) for _person in range(PEOPLE)]
    first = timezone.localdate() - timedelta(DAYS)
    came = sorted(
        (Seen(person, first + timedelta(chance.randrange(DAYS))) for person in range(PEOPLE)),
        key=lambda seen: (seen.day, chance.random()),
    )
    Survey.objects.update(opens_on=first)
    survey = Survey.objects.get()
    for seen in came:
        told = {"submission": secrets.token_hex(16), "answers": styles[seen.person]}
        take(survey=survey, code=running.codes.pop(), today=seen.day, **told)
    running.close()
    return running, came, styles


def seal(running):
    actions.propose_sealing(survey=running.survey, by=running.admin)
    sealing.seal_survey(survey=running.survey, typed=list(running.keys.values()), by=running.director)


def attack(came, boxes, sheets, styles):
    """Give the hits of every attack."""
    pairs = [*orders(came, boxes, sheets), same_day(came, sheets, random.Random(1))]
    return [hits(each, styles) for each in pairs]


def link(seed):
    running, came, styles = answer(seed)
    boxes = rows("surveys_box", "submission, sealed, day", running.survey)
    seal(running)
    sheets = rows("surveys_sheet", "id, day, answers", running.survey)
    assert len({bytes(row.values[2]) for row in sheets}) == PEOPLE  # a hit is a hit
    return attack(came, boxes, sheets, styles)


def test_nobody_is_linked_better_than_by_chance():
    found = link(seed=20)

    assert len(found) == 41
    assert max(found) <= BY_CHANCE_AT_MOST
    assert sum(found) / len(found) < 3  # one of sixty is right by chance; attacks overlap


def test_the_attacker_would_find_sheets_that_lie_in_order(monkeypatch):
    monkeypatch.setattr(sealing, "_random", Unshuffled())
    monkeypatch.setattr(Box._meta, "ordering", [AS_THEY_LIE[connection.vendor]])

    assert max(link(seed=21)) > PEOPLE // 2


def test_the_attacker_would_use_days_that_were_not_dealt_out_anew(monkeypatch):
    monkeypatch.setattr(sealing, "deal_days", lambda sheets, _chance: list(sheets))

    found = [link(seed=22)[-1]]

    assert sum(found) > 2


def test_by_chance_is_what_it_says():
    share = 1 / PEOPLE
    more = range(BY_CHANCE_AT_MOST + 1, PEOPLE + 1)

    assert sum(comb(PEOPLE, n) * share**n * (1 - share) ** (PEOPLE - n) for n in more) < 1e-6


def test_before_sealing_no_answer_lies_in_the_database_and_afterwards_no_box():
    if is_postgresql():
        pytest.skip("the whole file at once is SQLite's")
    running, _came, styles = answer(seed=23)
    before = whole_file()
    boxes = rows("surveys_box", "submission, sealed, day", running.survey)
    hashes = [row.values[0] for row in rows("surveys_code", "code_hash, is_spent", running.survey)]
    seal(running)
    after = whole_file()

    assert not [style for style in styles if style in before]
    assert all(style in after for style in styles)
    assert not [row for row in boxes if bytes(row.values[1]) in after or row.values[0].encode() in after]
    assert not [each for each in hashes if each.encode() in after]
    assert [each for each in hashes if each.encode() in before] == hashes


def is_postgresql():
    return connection.vendor == "postgresql"


def whole_file():
    connection.ensure_connection()
    return connection.connection.serialize()


class Unshuffled:
    """Chance that leaves everything as it came."""

    def shuffle(self, rows):
        rows.reverse()
        rows.reverse()
