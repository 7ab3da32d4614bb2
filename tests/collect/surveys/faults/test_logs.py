"""After a run no file holds who answered or when: no log, nothing in the data folder or of the database."""

import re
import shutil
import socket
import time
from pathlib import Path

import pytest
from serving.nginx import Nginx
from serving.respondents import Sheet, fill, send

from prongsai.collect.surveys.work import WORK_BITS

pytestmark = pytest.mark.django_db

SENDER = "127.0.0.77"
FORWARDED = "203.0.113.77"
AGENT = "TellTale/9.9"
TELLING = f"User-Agent: {AGENT}\r\nX-Forwarded-For: {FORWARDED}\r\nCookie: told={AGENT}\r\n"
CLOCK = re.compile(rb"\b\d{1,2}:\d\d:\d\d")


def test_no_file_holds_an_address_an_agent_a_code_or_a_time(site, staff, public, cluster, tmp_path):
    before, begun = site.rows(), int(time.time())
    codes = _everything_happens(site.port, site, staff, public)
    front = Nginx(site, tmp_path / "nginx")
    try:
        codes += _everything_happens(front.port, site, staff, public)
    finally:
        front.stop()
    after = site.rows()
    site.kill()
    if cluster:
        cluster.kill()
        cluster.start()  # a start after a crash tells more than others
    site.start()
    ended = int(time.time())

    folders = [site.folder, tmp_path, *([cluster.home] if cluster else [])]
    files = {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}
    needles = [SENDER, FORWARDED, AGENT, "TellTale", *codes]
    assert not [(path, told) for path, held in files.items() for told in needles if told.encode() in held]
    assert not [row for row in after - before if CLOCK.search(row.encode())]
    logs = [site.log, *(tmp_path / "nginx").glob("*.log"), *([cluster.log] if cluster else [])]
    seconds = re.compile("|".join(map(str, range(begun, ended + 1))).encode())
    assert not [line for log in logs for line in files[log].splitlines() if CLOCK.search(line)]
    assert not [line for log in logs for line in files[log].splitlines() if seconds.search(line)]
    assert b"respondent's page failed: KeysGoneError" in files[site.log]


def _everything_happens(port, site, staff, public):
    """Give the codes that were used."""
    good = fill(staff, code=staff["codes"].pop(), headers=TELLING)
    other_answers = fill(staff, code=good.code, submission=good.submission, headers=TELLING, suggestion="อื่น")
    wrong = fill(staff, code=staff["codes"].pop(), headers=TELLING, i99="1")
    spent = fill(staff, code=good.code, headers=TELLING)
    open_one = fill(public, work_bits=WORK_BITS, headers=TELLING)
    said = [_send(port, each).status for each in (good, good, other_answers, wrong, spent, open_one)]
    assert said == [200, 200, 409, 422, 409, 200]
    look = f"GET /s/{staff['slug']}/?code={good.code} HTTP/1.0\r\nHost: 127.0.0.1\r\n{TELLING}\r\n"
    assert _send(port, Sheet("", "", look.encode())).status == 200
    with socket.create_connection(("127.0.0.1", port), source_address=(SENDER, 0)) as broken:
        broken.sendall(f"POST {AGENT}\r\n\x00{AGENT}: : {SENDER}\r\n\r\n".encode())
        broken.recv(1000)
    failed = fill(staff, code=staff["codes"].pop(), headers=TELLING)
    assert _without_keys(port, site, staff, failed) == 503
    return [good.code, wrong.code, failed.code]


def _without_keys(port, site, survey, sheet):
    place = site.folder / "survey_keys_dir" / f"{survey['slug']}.json"
    away = Path(shutil.move(place, place.with_suffix(".away")))
    try:
        return _send(port, sheet).status
    finally:
        shutil.move(away, place)


def _send(port, sheet):
    return send(port, sheet, sender=SENDER)
