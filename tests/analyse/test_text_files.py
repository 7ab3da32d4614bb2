import pytest

from prongsai.analyse.intake import OwnWords, read_texts
from prongsai.collect.assessments.problems import IntakeError
from prongsai.core.text import Text
from prongsai.frameworks import library

OBEC = library.load("obec-2565")


def texts(text, filename="texts.csv", notes=None):
    return read_texts(OBEC, text.encode(), filename, notes=notes)


def refusal(text, filename="texts.csv"):
    with pytest.raises(IntakeError) as refused:
        texts(text, filename)
    return [problem.in_("en") for problem in refused.value.problems]


def test_a_table_gives_a_text_for_each_indicator_and_the_preface():
    read = texts("indicator,text_th,text_en\n2,เผยแพร่แผน,Publishes the plan\n๖,ฟังเสียง,\nคำนำ,เล่มนี้,\n")

    assert read == OwnWords({"2": Text("เผยแพร่แผน", "Publishes the plan"), "6": Text("ฟังเสียง")}, Text("เล่มนี้"))


def test_yaml_gives_the_same():
    text = """
preface: {th: เล่มนี้, en: This book}
texts:
  "2": {th: เผยแพร่แผน, en: Publishes the plan}
  "6": |
    ย่อหน้าแรก

    ย่อหน้าสอง
"""
    assert texts(text, "texts.yaml") == OwnWords(
        {"2": Text("เผยแพร่แผน", "Publishes the plan"), "6": Text("ย่อหน้าแรก\n\nย่อหน้าสอง")},
        Text("เล่มนี้", "This book"),
    )


def test_keys_that_mean_nothing_are_said():
    notes = []

    assert texts('year: 2565\ntexts:\n  "2": {th: ก, de: nein}\n', "texts.yaml", notes).texts == {
        "2": Text("ก")
    }
    assert [note.in_("en") for note in notes] == [
        "line 1: the key 'year' was not used.",
        "line 3: the column 'de' was not used.",
    ]


def test_every_problem_of_a_texts_file_is_said_at_once():
    assert refusal("indicator,text_th,text_en\n11,ก,\n2,ก,\n2,ข,\n3,,Words\n") == [
        "line 2, column A: no indicator '11'. Use 1 … 10, or preface.",
        "line 4, column A (2): 2 has a text already. Keep one of the two.",
        "line 5, column B (3): has no Thai text. Write it.",
    ]


def test_texts_that_are_a_list_are_refused():
    assert refusal("texts: [ก, ข]", "texts.yaml") == ["line 1: texts must be indicator: text."]
