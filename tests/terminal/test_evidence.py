"""`prongsai evidence verify`: what it says of a file, and how it ends."""

import pytest
from authority import Authority
from looks import look
from received import AT, PAGE, SITE, fetched, unreachable

from prongsai.collect.evidence.recording import manifest as manifests, package, warc
from prongsai.collect.evidence.recording.stamps import roots_of, stamp


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def roots(authority, tmp_path):
    path = tmp_path / "roots.pem"
    path.write_bytes(authority.root)
    return path


@pytest.fixture
def file(tmp_path, authority):
    """Write a package of one look, stamped or not."""

    def file(*answers, is_stamped=True, **changed):
        archive, manifest = look(*answers)
        stamps = {}
        if is_stamped:
            token = stamp(manifest.as_bytes, post=authority.post, roots=roots_of(authority.root))
            stamps = {1: [token]}
        packed = package.pack(manifest, archive, chain=[manifest], stamps=stamps, earlier={})
        path = tmp_path / "evidence.zip"
        path.write_bytes(packed)
        return path

    return file


def test_a_proven_file_ends_with_0_and_says_what_it_proves_and_what_not(run, file, roots):
    path = file(fetched(), unreachable())

    code, out, err = run("evidence", "verify", path, "--roots", roots, "--language", "en")

    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0] == "evidence.zip: proven, nothing was changed"
    assert lines[1] == "Office: สพป.ตัวอย่าง เขต 2 · obec-2565 o10"
    assert lines[2] == (
        "Recorded: 7 March 2022 09:30:15 (UTC+7) (by the checker's clock), number 1, by Prongsai 0.0.0"
    )
    assert lines[3].startswith("Existed by: ")
    assert lines[3].endswith("stamped by CN=สำนักเวลาตัวอย่าง")
    assert f"  200  {SITE}/plan  {len(PAGE)} bytes" in lines[6]
    assert lines[7] == f"  –    {SITE}/gone  no answer (no_name)"
    assert lines[-2].startswith("The checker received these bytes from these addresses")
    assert lines[-1].startswith("It does not prove that the other server cannot deny it")


def test_it_speaks_thai(run, file, roots):
    code, out, _ = run("evidence", "verify", file(fetched()), "--roots", roots)

    assert code == 0
    assert out.startswith("evidence.zip: พิสูจน์ได้ ไม่มีสิ่งใดถูกเปลี่ยน\n")
    assert "7 มีนาคม 2565 09:30:15 น. (ตามนาฬิกาของโปรแกรม)" in out


@pytest.mark.parametrize(
    ("is_stamped", "said"),
    [(False, "Not stamped yet."), (True, "not verified. Name the root certificates with --roots.")],
)
def test_a_sound_file_whose_time_is_not_proven_ends_with_3(run, file, is_stamped, said):
    code, out, _ = run("evidence", "verify", file(fetched(), is_stamped=is_stamped), "--language", "en")

    assert code == 3
    assert out.startswith("evidence.zip: all parts agree, but no time is proven\n")
    assert said in out
    assert "The checker received" not in out


def test_a_changed_file_ends_with_2_and_every_problem(run, file, roots):
    path = file(fetched())
    path.write_bytes(path.read_bytes().replace(b'"o10"', b'"o11"').replace(b"README", b"REEDME"))

    code, out, err = run("evidence", "verify", path, "--roots", roots, "--language", "en")

    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "evidence.zip: refused, 3 problem(s)",
        "  REEDME.txt: does not belong in a file of evidence",
        "  manifest.json: its bytes were changed (they do not match the checksum in the ZIP)",
        (
            "  stamps/000001-1.tsr: the time stamp is of other data: it was changed after stamping, "
            "or the files were swapped"
        ),
    ]


def test_what_a_file_says_of_itself_moves_no_cursor_and_adds_no_line(run, tmp_path):
    answers = [fetched()]
    archive = warc.write(answers, software="x")
    manifest = manifests.made(
        answers,
        archive,
        office="เขต 1\n\x1b[2Jevidence.zip: proven\u202e",
        assessment="obec-2565",
        made_at=AT,
        software="x",
    )
    path = tmp_path / "evidence.zip"
    path.write_bytes(package.pack(manifest, archive, chain=[manifest], stamps={}, earlier={}))

    code, out, _ = run("evidence", "verify", path, "--language", "en")

    assert code == 3
    assert out.splitlines()[1] == "Office: เขต 1\ufffd\ufffd[2Jevidence.zip: proven\ufffd · obec-2565 "


def test_files_that_cannot_be_read_or_used_end_with_2(run, file, tmp_path):
    path, no_pem = file(fetched()), tmp_path / "no.pem"
    no_pem.write_bytes(b"none")

    missing = run("evidence", "verify", tmp_path / "none.zip", "--language", "en")
    unusable = run("evidence", "verify", path, "--roots", no_pem, "--language", "en")

    assert missing[::2] == (2, f"{tmp_path}/none.zip: cannot be read (No such file or directory)\n")
    assert unusable[0] == 2
    assert unusable[2].startswith("no.pem: no certificate (PEM) that can be read")
