"""`prongsai framework`, and what every command has in common."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.terminal import main as door
from prongsai.terminal.main import main
from prongsai.terminal.refusals import Refusal

SMALL = (Path(__file__).parents[1] / "frameworks" / "small.yaml").read_text(encoding="utf-8")
TWO_PROBLEMS = "xx-2570.yaml has 2 problem(s):\n"
TIES = "  rounding.ties (line 7): 'down' is not one of up or even.\n"
WRONG_TOTAL = "gives 52.00, not 52.01. Correct the figure or the rules.\n"
RUN = "import sys; from prongsai.terminal.main import main; sys.exit(main())"


@pytest.fixture
def run(capsys):
    """Give exit code, standard output and standard error of a command."""

    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = ended.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "xx-2570.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def spoilt(file):
    file.write_text(SMALL.replace("weakest: 1\n", "").replace("ties: up", "ties: down"), encoding="utf-8")
    return file


def test_a_sound_file_is_called_sound(run, file):
    assert run("framework", "lint", file) == (
        *(0, "xx-2570.yaml: ถูกต้อง (ข้อคำถาม 2 แถว รายการ 2 ข้อ ตัวอย่างคำนวณ 3 ตัวอย่าง)\n", ""),
    )
    assert run("--language", "en", "framework", "lint", file)[1] == (
        "xx-2570.yaml: sound (2 answer rows, 2 items, 3 worked examples)\n"
    )


def test_every_problem_goes_to_standard_error_with_code_2(run, spoilt):
    assert run("framework", "lint", spoilt, "--language", "en") == (
        2,
        "",
        f"{TWO_PROBLEMS}  weakest (line 1): missing. Add weakest: here.\n{TIES}",
    )


def test_one_wrong_file_does_not_hide_the_others(run, spoilt):
    code, out, err = run("framework", "lint", spoilt, library.RULES / "obec-2565.yaml", "--language", "en")

    assert code == 2
    assert out == "obec-2565.yaml: sound (70 answer rows, 43 items, 14 worked examples)\n"
    assert err.startswith("xx-2570.yaml has 2 problem(s):")


def test_a_worked_example_that_does_not_come_out_is_a_problem(run, file):
    file.write_text(SMALL.replace('"52.00"', '"52.01"'), encoding="utf-8")

    assert run("framework", "lint", file, "--language", "en") == (
        2,
        "",
        f"xx-2570.yaml has 1 problem(s):\n  worked_examples[2].printed.xx-2570: {WRONG_TOTAL}",
    )


def test_list_names_every_framework(run, monkeypatch):
    monkeypatch.delenv("FRAMEWORKS_DIR", raising=False)
    code, out, _ = run("framework", "list", "--language", "en")

    assert code == 0
    assert [line.partition("  ")[0] for line in out.splitlines()] == [
        *("nacc-2565", "nacc-2567-draft [draft]", "obec-2565", "obec-2566-draft [draft]"),
        "obec-2567-draft [draft]",
    ]


def test_list_goes_on_after_a_spoilt_file(run, spoilt, monkeypatch):
    monkeypatch.setenv("FRAMEWORKS_DIR", str(spoilt.parent))
    code, out, err = run("framework", "list", "--language", "en")

    assert code == 2
    assert len(out.splitlines()) == 5
    assert err.startswith("xx-2570.yaml has 2 problem(s):")


def test_show_tells_the_tree_the_grades_and_how_sure_it_is(run, file):
    code, out, _ = run("framework", "show", file, "--language", "en")

    assert code == 0
    assert out == (
        "xx-2570  A\n"
        f"sha256 {library.load_file(file).scoring_hash}\n\n"
        "iit  A (weight 40 %)\n"
        "  1  A\n"
        "    i1  A\n"
        "      i1.1  A (two)\n"
        "      i1.2  B (two, reversed)\n"
        "oit  B (weight 60 %)\n"
        "  9  A\n"
        "    9.1  A\n"
        "      o1  A\n"
        "      o2  B\n\n"
        "Grades\n"
        "  A  >= 50\n"
        "  F  >= 0\n\n"
        "How sure it is\n"
        "  items: seen in practice\n"
    )


def test_show_says_what_a_draft_lacks_and_what_a_grade_asks(run):
    _, out, _ = run("framework", "show", "nacc-2567-draft")

    assert "  10  การป้องกันการทุจริต (ยังไม่ทราบส่วนย่อย จึงคิดคะแนนจากส่วนย่อยไม่ได้)\n" in out
    assert "  ผ่านดี  >= 85 และทุกเครื่องมือไม่ต่ำกว่า 85\n  ผ่าน  >= 85\n" in out


def test_diff_tells_each_difference_on_a_line(run):
    code, out, _ = run("framework", "diff", "obec-2565", "nacc-2565", "--language", "en")

    assert code == 0
    assert "o34 name: The Executive's Pledge of Integrity → No Gift Policy\n" in out


def test_diff_of_the_same_says_so(run):
    assert run("framework", "diff", "obec-2565", "obec-2565") == (0, "ไม่มีความแตกต่าง\n", "")


def test_an_unknown_code_ends_with_2(run):
    code, out, err = run("framework", "show", "obec-2500", "--language", "en")

    assert (code, out) == (2, "")
    assert err.startswith("No framework 'obec-2500'. Known: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "คำสั่งไม่ถูกต้อง: "),
        (["frame"], "คำสั่งไม่ถูกต้อง: "),
        (["--language", "xx"], "คำสั่งไม่ถูกต้อง: argument --language: invalid choice: 'xx'"),
        (["framework", "lint", "--language", "en"], "wrong command: "),
        (["framework", "--lang", "en", "list"], "คำสั่งไม่ถูกต้อง: "),
    ],
)
def test_a_wrong_command_shows_how_it_is_used(run, words, said):
    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert err.startswith("usage: prongsai")
    assert said in err


@pytest.mark.parametrize(("language", "title"), [("th", "ตัวเลือก:"), ("en", "options:")])
def test_help_speaks_the_language(run, language, title):
    code, out, _ = run("framework", "--help", "--language", language)

    assert code == 0
    assert title in out


def test_a_group_may_refuse_with_several_sentences(run, monkeypatch):
    class Group:
        @staticmethod
        def add(commands, _language):
            commands.add_parser("try").set_defaults(run=Group.refuse)

        @staticmethod
        def refuse(_arguments):
            raise Refusal(Text("ก", "one"), Text("ข", "two"))

    monkeypatch.setattr(door, "GROUPS", ("trying",))
    monkeypatch.setattr(door, "import_module", lambda _name: Group)

    assert run("try") == (2, "", "ก\nข\n")
    assert run("try", "--language", "en") == (2, "", "one\ntwo\n")
    assert str(Refusal(Text("ก", "one"))) == "one"


def test_every_group_stands_in_a_module_of_its_own():
    modules = {path.stem for path in Path(door.__file__).parent.glob("*.py")}

    assert set(door.GROUPS) <= modules


def test_a_terminal_without_thai_gets_escapes():
    done = subprocess.run(
        [sys.executable, "-c", RUN, "framework", "list"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
        capture_output=True,
    )

    assert b"obec-2565  \\u0e01" in done.stdout


def test_a_reader_who_has_seen_enough_is_no_error():
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -c "{RUN}" framework show obec-2565 | true'],
        check=True,
        capture_output=True,
    )

    assert done.stderr == b""
