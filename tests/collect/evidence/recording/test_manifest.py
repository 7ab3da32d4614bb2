"""Manifests: what was received, in canonical bytes, each chained to the one before."""

import hashlib
import json

import pytest
from looks import look, three_looks
from received import PAGE, SITE, fetched, unchanged

from prongsai.collect.evidence.recording.manifest import Entry, read
from prongsai.collect.evidence.recording.records import Damaged

SHA256 = hashlib.sha256(PAGE).hexdigest()


def test_an_entry_names_what_was_received_and_its_hash():
    archive, manifest = look(fetched())

    assert manifest.entries == (
        Entry(
            address=f"{SITE}/plan",
            final=f"{SITE}/plan",
            at="2022-03-07T02:30:15.123456+00:00",
            status=200,
            media_type="text/html",
            size=len(PAGE),
            sha256=SHA256,
        ),
    )
    assert manifest.archive == hashlib.sha256(archive).hexdigest()


def test_a_payload_kept_before_is_named_with_the_archive_that_holds_it():
    (first, manifest), (_, second), _ = three_looks()
    _, not_modified = look(unchanged(), kept=manifest.kept())

    held = hashlib.sha256(first).hexdigest()
    assert [(each.sha256, each.size, each.kept_in, each.trouble) for each in second.entries] == [
        (SHA256, len(PAGE), held, ""),
        ("", 0, "", "no_name"),
    ]
    assert [(each.status, each.sha256, each.kept_in) for each in not_modified.entries] == [
        (304, SHA256, held)
    ]
    assert second.kept() == ()


def test_manifests_are_a_chain():
    (_, first), (_, second), (_, third) = three_looks()

    assert [each.number for each in (first, second, third)] == [1, 2, 3]
    assert [each.previous for each in (first, second, third)] == ["", first.sha256, second.sha256]
    assert hashlib.sha256(third.as_bytes).hexdigest() == third.sha256


def test_the_bytes_are_canonical_and_come_back():
    _, manifest = look(fetched("/แผน"))

    plain = json.loads(manifest.as_bytes)
    again = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert manifest.as_bytes == again
    assert read(manifest.as_bytes) == manifest


def changed(**values):
    record = json.loads(look(fetched())[1].as_bytes) | values
    kept = {name: value for name, value in record.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("spoilt", "problems"),
    [
        (b"\xff\xfe", ["no JSON that can be read"]),
        (b"[" * 100_000, ["no JSON that can be read"]),
        (b"[]", ["no manifest of the form prongsai-evidence-1"]),
        (changed(form="other"), ["no manifest of the form prongsai-evidence-1"]),
        (changed() + b"\n", ["not the canonical bytes: it was changed or written again"]),
        (
            changed(office=None, number="1", archive="x", more=1),
            [
                "more: does not belong there",
                "number: missing, or of the wrong kind",
                "office: missing, or of the wrong kind",
                "archive: no sha256",
            ],
        ),
        (changed(entries=7), ["entries: missing, or of the wrong kind"]),
        (
            changed(previous="abc", number=True),
            ["number: missing, or of the wrong kind", "previous: no sha256"],
        ),
    ],
)
def test_a_spoilt_manifest_is_refused_with_every_problem(spoilt, problems):
    with pytest.raises(Damaged) as refused:
        read(spoilt)

    assert [problem.en for problem in refused.value.problems] == problems


def test_a_spoilt_entry_is_named_by_its_place():
    with pytest.raises(Damaged) as refused:
        read(changed(entries=[{"address": 1}]))

    assert refused.value.problems[0].en == "entries[1].address: missing, or of the wrong kind"
    assert len(refused.value.problems) == 9
