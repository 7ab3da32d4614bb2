"""Files of evidence: proven where nothing was changed, refused in words that say what and where."""

import io
import zipfile
import zlib

import pytest
from looks import look, three_looks
from received import PAGE, SITE, fetched

from prongsai.collect.evidence.recording import package
from prongsai.collect.evidence.recording.proof import prove
from prongsai.collect.evidence.recording.stamps import roots_of, stamp

STRANGER = "does not lead to the root certificates that were given"
HELD = "archives/{}.warc.gz"


@pytest.fixture(scope="module")
def looks():
    return three_looks()


@pytest.fixture(scope="module")
def stamps(authority, looks):
    """The second and third manifests are stamped, the first is not."""
    roots = roots_of(authority.root)
    return {each.number: [stamp(each.as_bytes, post=authority.post, roots=roots)] for _, each in looks[1:]}


@pytest.fixture(scope="module")
def packed(looks, stamps):
    """A package of the second look, whose page is in the archive of the first."""
    return pack(looks, 2, stamps)


def pack(looks, number, stamps, chain=None):
    archive, subject = looks[number - 1]
    manifests = [each for _, each in looks]
    chain = chain or package.links(manifests, subject, stamps.keys())
    earlier = {each.archive: archive for archive, each in looks}
    return package.pack(subject, archive, chain=chain, stamps=stamps, earlier=earlier)


def parts(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def again(parts, how=zipfile.ZIP_STORED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def proven(packed, *authorities):
    return prove(io.BytesIO(packed), roots=[root for each in authorities for root in roots_of(each.root)])


def told(packed, *authorities):
    return [problem.en for problem in proven(packed, *authorities).problems]


def test_a_package_is_proven_with_nothing_but_itself_and_the_roots(authority, looks, packed):
    proof = proven(packed, authority)

    assert (proof.problems, proof.notes) == ([], [])
    assert proof.manifest == looks[1][1]
    assert proof.existed_by.number == 2


def test_its_parts_stand_in_one_order_with_one_date(looks, packed, stamps):
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        entries = opened.infolist()

    assert [each.filename for each in entries] == [
        "README.txt",
        "manifest.json",
        "capture.warc.gz",
        "chain/000001.json",
        HELD.format(looks[0][1].archive),
        "stamps/000002-1.tsr",
    ]
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert packed == pack(looks, 2, stamps)


def test_a_manifest_without_a_stamp_is_proven_by_the_next_stamped_one(authority, looks, stamps):
    package = pack(looks, 1, {3: stamps[3]})

    assert [name for name in parts(package) if name.startswith(("chain", "stamps"))] == [
        "chain/000002.json",
        "chain/000003.json",
        "stamps/000003-1.tsr",
    ]
    assert proven(package, authority).existed_by.number == 3


def test_a_chain_goes_back_to_the_last_stamped_manifest(looks, stamps):
    names = parts(pack(looks, 3, {2: stamps[2], 3: stamps[3]})).keys()

    assert [name for name in names if name.startswith("chain")] == ["chain/000002.json"]


def test_without_a_stamp_it_is_sound_but_no_time_is_proven(authority, looks):
    proof = proven(pack(looks, 2, {}), authority)

    assert (proof.is_sound, proof.existed_by, proof.stamps) == (True, None, [])


def test_without_roots_a_stamp_is_told_and_not_believed(packed):
    proof = proven(packed)

    assert [(each.number, each.is_verified) for each in proof.stamps] == [(2, False)]
    assert proof.existed_by is None


def test_a_stamp_before_it_proves_nothing_of_it(authority, looks, stamps):
    proof = proven(pack(looks, 3, {2: stamps[2]}), authority)

    assert [each.number for each in proof.stamps] == [2]
    assert (proof.is_sound, proof.existed_by) == (True, None)


def test_one_of_two_authorities_is_enough_and_the_other_is_told(authority, other_authority, looks):
    manifest = looks[1][1].as_bytes
    both = [
        stamp(manifest, post=each.post, roots=roots_of(each.root)) for each in (authority, other_authority)
    ]
    packed = pack(looks, 2, {2: both})

    assert proven(packed, authority).existed_by.stamped.authority == "CN=สำนักเวลาตัวอย่าง"
    assert [note.en for note in proven(packed, authority).notes] == [
        f"stamps/000002-2.tsr: the authority CN=Second Time Office {STRANGER}"
    ]
    assert len(proven(packed, authority, other_authority).stamps) == 2


def test_a_stamp_of_an_unknown_authority_alone_is_refused(other_authority, packed):
    assert told(packed, other_authority) == [
        f"stamps/000002-1.tsr: the authority CN=สำนักเวลาตัวอย่าง {STRANGER}"
    ]


def spoilt(packed, **changes):
    """Parts by a short name; None leaves a part out."""
    names = {"manifest": "manifest.json", "capture": "capture.warc.gz", "first": "chain/000001.json"}
    names |= {"stamp": "stamps/000002-1.tsr"}
    changed = parts(packed) | {names.get(name, name): part for name, part in changes.items()}
    return again({name: part for name, part in changed.items() if part is not None})


NOT_LISTED = "entries[{}] ({}): what the manifest lists (sha256 {}) is not in the file"
OTHER_DATA = (
    "stamps/000002-1.tsr: the time stamp is of other data: it was changed after stamping, "
    "or the files were swapped"
)


def test_missing_parts_are_all_named(authority, packed, looks):
    held = HELD.format(looks[0][1].archive)

    assert told(spoilt(packed, capture=None, first=None, **{held: None}), authority)[:2] == [
        "capture.warc.gz: missing from the file",
        f"{held}: missing from the file",
    ]
    assert told(again({}), authority) == [
        "manifest.json: missing from the file",
        "capture.warc.gz: missing from the file",
    ]


def test_a_swapped_payload_is_told_by_its_address(authority, looks, packed):
    other, _ = look(fetched(body=PAGE + b"!"))
    held = looks[0][1].archive

    assert told(spoilt(packed, **{HELD.format(held): other}), authority) == [
        f"archives/{held}.warc.gz: changed, its sha256 is not {held} as the manifest names it",
        NOT_LISTED.format(1, f"{SITE}/plan", looks[1][1].entries[0].sha256),
    ]


def test_another_office_s_capture_is_refused(authority, looks, packed):
    other, _ = look(fetched("/other"))

    assert told(spoilt(packed, capture=other), authority) == [
        f"capture.warc.gz: changed, its sha256 is not {looks[1][1].archive} as the manifest names it",
        NOT_LISTED.format(1, f"{SITE}/plan", looks[1][1].entries[0].sha256),
        NOT_LISTED.format(2, f"{SITE}/gone", "-"),
    ]


def test_a_changed_manifest_breaks_stamp_and_chain(authority, packed):
    changed = parts(packed)["manifest.json"].replace(b'"status":200', b'"status":404')
    first = parts(packed)["chain/000001.json"].replace(b"obec-2565", b"obec-2566")

    problems = told(spoilt(packed, manifest=changed, first=first), authority)

    assert problems[0] == "the chain is broken: manifest 2 does not name this manifest 1 (one was changed)"
    assert problems[1].startswith(f"entries[1] ({SITE}/plan): what the manifest lists")
    assert problems[2:] == [OTHER_DATA]


def test_another_manifest_with_its_own_capture_does_not_take_the_stamp(authority, packed):
    archive, manifest = look(fetched(body=b"<p>forged</p>"))

    problems = told(spoilt(packed, manifest=manifest.as_bytes, capture=archive), authority)

    assert "there are two manifests 1" in problems
    assert "stamps/000002-1.tsr: manifest 2, which it should be of, is not in the file" in problems


def test_a_link_of_the_chain_left_out_is_noticed(authority, looks, stamps):
    manifests = [each for _, each in looks]

    assert told(pack(looks, 3, {3: stamps[3]}, chain=[manifests[0], manifests[2]]), authority) == [
        "the chain is broken: manifests between 1 and 3 are missing"
    ]


def test_a_link_of_another_office_is_noticed(authority, looks, stamps):
    _, foreign = look(fetched(), office="สพป.ตัวอย่าง เขต 1")

    assert told(pack(looks, 2, stamps, chain=[foreign, looks[1][1]]), authority) == [
        "the chain is broken: manifest 2 does not name this manifest 1 (one was changed)",
        "manifest 2 is of another office (สพป.ตัวอย่าง เขต 2)",
    ]


@pytest.mark.parametrize(
    "part", ["manifest.json", "capture.warc.gz", "stamps/000002-1.tsr", "chain/000001.json"]
)
def test_a_changed_byte_is_refused_with_the_part(authority, packed, part):
    held = parts(packed)[part]
    place = packed.index(held) + len(held) // 2
    changed = packed[:place] + bytes([packed[place] ^ 1]) + packed[place + 1 :]

    assert any(problem.startswith(part) for problem in told(changed, authority))


def test_a_package_that_was_packed_again_is_not_opened(authority, packed):
    bomb = again(parts(packed) | {"capture.warc.gz": b"\0" * 5_000_000}, zipfile.ZIP_DEFLATED)

    assert "capture.warc.gz: not opened, it was packed again. Use the file as it was downloaded." in told(
        bomb, authority
    )


def test_an_archive_that_unpacks_without_end_is_not_unpacked(authority, packed, monkeypatch):
    monkeypatch.setattr("prongsai.collect.evidence.recording.archive.MOST_OF_RECORD", 1_000_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(b"\0" * 50_000_000) + packer.flush()

    problems = told(spoilt(packed, capture=bomb), authority)

    assert problems[1] == "capture.warc.gz: record 1: not opened, too large when unpacked"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_not_believed(authority, packed):
    target = io.BytesIO(packed)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("manifest.json", b"{}")

    assert told(target.getvalue(), authority) == ["manifest.json: not opened, it is there twice"]


def test_parts_that_overlap_are_not_opened(authority):
    """Many entries that all name the same bytes of the file."""
    packed = again({f"chain/{n:06}.json": b"x" * 9_000 for n in range(1, 4)})
    first = packed.index(b"PK\x01\x02")
    ends = packed.index(b"PK\x05\x06")
    entries = packed[first:ends]
    cut = packed[: packed.index(b"PK\x03\x04", 4)]
    size = len(entries).to_bytes(4, "little") + len(cut).to_bytes(4, "little")
    overlapping = cut + entries + packed[ends : ends + 12] + size + b"\0\0"

    assert told(overlapping, authority) == [
        "not opened: its parts together are larger than the file itself",
    ]


def test_a_stranger_among_the_parts_is_named_without_its_tricks(authority, packed):
    problems = told(spoilt(packed, **{"../\x1b[2Jevil": b"x"}), authority)

    assert problems == ["../\\x1b[2Jevil: does not belong in a file of evidence"]


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\0" * 1000])
def test_what_is_no_package_is_refused(authority, file):
    assert told(file, authority) == ["no file of evidence (ZIP), or too damaged to be opened"]


def test_a_package_cut_in_the_middle_never_breaks_the_reader(authority, packed):
    assert [told(packed[:length], authority) for length in range(0, len(packed), 997)].count([]) == 0


def test_no_changed_byte_of_a_proven_part_goes_unnoticed(authority, packed):
    covered = packed.index(parts(packed)["manifest.json"])
    ends = packed.index(b"PK\x01\x02")
    for place in range(covered, ends, 61):
        changed = packed[:place] + bytes([packed[place] ^ 0x20]) + packed[place + 1 :]
        proof = proven(changed, authority)
        same = parts_or_none(changed) == parts(packed)

        assert proof.problems or same, place


def parts_or_none(packed):
    try:
        return parts(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return None


def test_a_package_is_not_made_of_parts_that_do_not_fit(looks):
    (first, _), (_, second), _ = looks

    with pytest.raises(ValueError, match="The archive is not the one of manifest 2"):
        package.pack(second, first, chain=[second], stamps={}, earlier={})
    with pytest.raises(ValueError, match="which manifest 2 names, is not given"):
        package.pack(second, looks[1][0], chain=[second], stamps={}, earlier={})


def test_openssl_alone_can_follow_the_readme(authority, packed, tmp_path):
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        opened.extractall(tmp_path)

    assert authority.verifies(tmp_path / "manifest.json", tmp_path / "stamps/000002-1.tsr")
    assert "-in stamps/NUMBER-1.tsr" in (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert "NUMBER is 000002" in (tmp_path / "README.txt").read_text(encoding="utf-8")
