"""Everything that a framework file is checked for, at once.

Between the values the tree is checked as it was read, not the checked form, so that a misspelt key in
one place does not hide a weight that is wrong in another. What has the wrong shape these checks pass
over: `schema` names it.
"""

from __future__ import annotations

from pydantic import ValidationError

from prongsai.frameworks import evidence, figures, structure
from prongsai.frameworks.problems import Loc, Problem
from prongsai.frameworks.reading import Block, origin_at
from prongsai.frameworks.schema import FileForm
from prongsai.frameworks.sentences import sentence
from prongsai.frameworks.tree import Context, number


def checked(tree: Block, context: Context) -> tuple[FileForm | None, list[Problem]]:
    """Give the form of a file, or None with every problem, in the order of the file."""
    form, problems = _form(tree)
    for check in (*structure.CHECKS, *figures.CHECKS, *evidence.CHECKS):
        problems += [Problem(origin_at(tree, loc), what) for loc, what in check(tree, context)]
    problems.sort(key=lambda each: (each.origin.file != tree.origin.file, each.origin.file, each.origin.line))
    return form, problems


def _form(tree: Block) -> tuple[FileForm | None, list[Problem]]:
    try:
        return FileForm.model_validate(tree, context={"year_be": number(tree, "year_be") or 0}), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    return None, [Problem(origin_at(tree, _loc(each["loc"])), sentence(each)) for each in errors]


def _loc(loc: Loc) -> Loc:
    """Where an error is. For a bad key pydantic adds a step that is in no file."""
    return tuple(step for step in loc if step != "[key]")
