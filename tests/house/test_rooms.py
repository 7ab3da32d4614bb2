"""The budgets and the grammar of the rooms: short files, short functions, in each file what belongs there."""

from __future__ import annotations

import ast
import re
import tomllib
from statistics import median

import pytest
from code_of_house import FILES, PACKAGE, ROOT, functions, imports, length, name, text, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WRITES = {
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "save",
    "delete",
    "update",
    "bulk_update",
}
# The one write that other actions call after they have named the actor.
HELPERS = {"save_checked"}


def named(file: str) -> list:
    return [pytest.param(path, id=name(path)) for path in FILES if path.name == file]


def writes(node: ast.AST) -> list[str]:
    """Calls in it that change the database, by their names."""
    calls = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
    return [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in WRITES]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_stay_short(path):
    assert text(path).count("\n") <= 400
    assert [function.name for function in functions(path) if length(function) > 50] == []


def test_most_files_and_functions_are_far_shorter():
    assert median(text(path).count("\n") for path in FILES) <= 75
    assert median(length(function) for path in FILES for function in functions(path)) <= 9


@pytest.mark.parametrize("path", named("actions.py"))
def test_actions_know_no_pages_and_name_the_actor(path):
    unnamed = [
        function.name
        for function in tree(path).body
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and writes(function)
        and "by" not in {argument.arg for argument in function.args.kwonlyargs}
    ]

    assert set(unnamed) <= HELPERS
    assert {module for module in imports(path) if module.startswith(("django.http", "django.forms"))} == set()


@pytest.mark.parametrize("path", named("queries.py"))
def test_queries_do_not_write(path):
    assert writes(tree(path)) == []


@pytest.mark.parametrize("path", named("models.py"))
def test_tables_know_no_workflow(path):
    assert {
        module for module in imports(path) if module.endswith((".actions", ".queries", ".views"))
    } == set()


@pytest.mark.parametrize("path", named("views.py"))
def test_views_do_not_write_by_themselves(path):
    written = re.findall(
        r"\.objects\.(?:create|update|bulk_create|get_or_create)\(|\.save\(|\.delete\(", text(path)
    )

    assert written == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_exception_says_why(path):
    bare = [
        line.strip()
        for line in text(path).splitlines()
        if re.search(r"#\s*(?:noqa|type:\s*ignore)", line)
        and not re.search(r"#\s*(?:noqa: [A-Z0-9, ]+|type:\s*ignore\[[^\]]+\])\s*[#-]\s*\S+", line)
    ]

    assert bare == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_import_inside_a_function_says_why(path):
    hidden = [
        node
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    lines = text(path).splitlines()

    assert [lines[node.lineno - 1].strip() for node in hidden if "#" not in lines[node.lineno - 1]] == []


def test_every_room_has_its_place_in_the_layers():
    layers = next(part for part in PROJECT["tool"]["importlinter"]["contracts"] if part["type"] == "layers")
    placed = {room.strip() for layer in layers["layers"] for room in layer.replace("(", "").split("|")}
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert rooms <= placed
    assert layers["exhaustive"] is True


@pytest.mark.parametrize("table", ["dependencies", "optional-dependencies", "ignore", "per-file-ignores"])
def test_every_dependency_and_every_ignored_rule_says_why(table):
    source = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = {
        "dependencies": r"^dependencies = \[\n(.*?)^\]",
        "optional-dependencies": r"^\[project\.optional-dependencies\]\n(.*?)^\[",
        "ignore": r"^ignore = \[\n(.*?)^\]",
        "per-file-ignores": r"^\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)^\[",
    }[table]
    lines = re.search(section, source, re.MULTILINE | re.DOTALL)[1].splitlines()

    assert [line for line in lines if '"' in line and "#" not in line and not line.endswith("[")] == []
