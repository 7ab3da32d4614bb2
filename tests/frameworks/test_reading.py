"""Files that are no YAML, or more than YAML."""

import pytest

from prongsai.frameworks import reading

CORRECT = "Correct it there or just before."
QUOTE = "If it is a text, write it between quotes."
ONLY = "Only texts, numbers, dates, lists and mappings can stand here."
ALIAS = "refers to another value with *. Write the value out again."


def test_a_control_character_is_refused(folder):
    assert folder.refusal(text="a: \x07\n")[0].startswith("not valid YAML: unacceptable character #x0007")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "line 1: must be a list of key: value."),
        ("- 1\n", "line 1: must be a list of key: value."),
        ("a: 1\nb: [1,\n", f"line 3: not valid YAML: did not find expected node content. {CORRECT}"),
        ("a: 1\n---\nb: 2\n", f"line 2: not valid YAML: but found another document. {CORRECT}"),
        (b"a: 1\nb: \xff\n", "line 2: not UTF-8. Save the file as UTF-8."),
        ("a: &x 1\nb: *x\n", f"line 2: {ALIAS}"),
        ("a: 1\nb: 2\na: 3\n", "a (line 3): the key 'a' stands on line 1 already. Keep one of the two."),
        ("a: {b: 1, b: 2}\n", "a.b (line 1): the key 'b' stands on line 1 already. Keep one of the two."),
        ("1: 2\n", "line 1: the key 1 is not a text. Write it between quotes."),
        ("a: 2022-13-45\n", f"a (line 1): '2022-13-45' cannot be read. {QUOTE}"),
        ("a: !!python/name:os.system x\n", f"a (line 1): has the tag !python/name:os.system. {ONLY}"),
        ("a: !!binary YQ==\n", f"a (line 1): has the tag !binary. {ONLY}"),
        ("a: " + "[" * 31 + "]" * 31, "line 1: nested deeper than 30 levels. No framework needs that."),
        ("a: " + "9" * 5000, f"a (line 1): '{'9' * 40}' cannot be read. {QUOTE}"),
    ],
)
def test_what_cannot_be_read_says_where(folder, text, problem):
    assert folder.refusal(text=text) == [problem]


def test_a_flood_of_aliases_is_refused_before_it_is_counted(folder):
    laughs = "a: &a [x]\n"
    for of, name in zip("abcdefgh", "bcdefghi", strict=True):
        laughs += f"{name}: &{name} [*{of}, *{of}, *{of}]\n"

    assert folder.refusal(text=laughs) == [f"line 2: {ALIAS}"]


def test_a_large_file_is_not_read(folder, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)

    assert folder.refusal(text="a" * 1_000_001) == [
        "larger than 1 MB. The rules of a year take less than a tenth of that."
    ]


def test_a_file_that_is_not_there_says_so(folder):
    with pytest.raises(reading.FrameworkError, match="cannot be read: No such file or directory"):
        reading.read(folder.path / "xx-2570.yaml")


def test_a_mark_of_utf8_at_the_start_is_no_fault(folder, small):
    assert reading.read(folder.write("\ufeff" + small))["framework"] == "xx-2570"


def test_every_value_knows_its_line_and_place(folder):
    tree = reading.read(folder.write("a:\n  - b: 1\n    c: [2,\n     3]\n"))

    assert reading.origin_at(tree, ("a", 0, "c", 1)).line == 4
    assert reading.origin_at(tree, ("a", 0, "c", 1)).place == "a[0].c[1]"
    assert reading.origin_at(tree, ("a", 0, "gone", "deep")).place == "a[0].gone.deep"
    assert reading.origin_at(tree, ("a", 0, "gone")).line == 2


def test_without_the_fast_parser_the_same_comes_out(folder, small, monkeypatch):
    path = folder.write(small)
    fast = reading.read(path)
    monkeypatch.setattr(reading, "_Loader", reading.yaml.SafeLoader)

    assert reading.read(path) == fast
