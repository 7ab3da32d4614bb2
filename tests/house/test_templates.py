"""Every template is used, says what it needs, and holds neither script nor style of its own."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from code_of_house import FILES, PACKAGE, TEMPLATES, name, text

EVERYTHING = "\n".join([text(path) for path in [*FILES, *TEMPLATES]])
BELONGS_TO_WAGTAIL = "wagtailadmin/"  # ours stand in for its own of the same name


def called(path) -> str:
    """The name a template is asked for by: people/office.html."""
    return path.as_posix().split("/templates/", 1)[1]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_template_is_used(path):
    assert called(path).startswith(BELONGS_TO_WAGTAIL) or f'"{called(path)}"' in EVERYTHING


def test_no_two_rooms_have_a_template_of_one_name():
    assert [which for which, count in Counter(map(called, TEMPLATES)).items() if count > 1] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_lies_in_a_folder_of_its_rooms_name(path):
    room = path.parts[path.parts.index("templates") - 1]

    assert called(path).startswith((f"{room}/", BELONGS_TO_WAGTAIL))


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name.startswith("_")], ids=name)
def test_a_fragment_says_what_it_needs(path):
    assert re.search(r"{% comment %}.*Needs:? .+{% endcomment %}|{#.*Needs:? .+#}", text(path), re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_script_and_no_style_stands_in_a_page(path):
    assert (
        re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"|javascript:", text(path))
        == []
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_loads_stand_in_order(path):
    for loaded in re.findall(r"{% load ([^%]+?) %}", text(path)):
        if " from " not in loaded:
            assert loaded.split() == sorted(loaded.split())


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_static_file_that_a_page_names_is_there(path):
    made_at_set_up = {"prongsai/fonts/Sarabun-Regular.woff2", "prongsai/fonts/Sarabun-Bold.woff2"}
    asked = set(re.findall(r"{% static ['\"]([^'\"]+)['\"] %}", text(path)))

    assert {file for file in asked - made_at_set_up if not list(PACKAGE.rglob(f"static/{file}"))} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_placeholders_in_sentences_are_named(path):
    """A Thai sentence puts its parts in another order: text beside a variable belongs into one message."""
    assert re.findall(r"{% blocktranslate(?![^%]*trimmed)[^%]*%}\s*\n", text(path)) == []
