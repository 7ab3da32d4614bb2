"""The frameworks there are: those in `rules/`, and those in the folder that FRAMEWORKS_DIR names."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from prongsai.core.framework import Framework
from prongsai.core.text import Text
from prongsai.frameworks import building, checking, merging, reading
from prongsai.frameworks.problems import FrameworkError, Origin, Problem, UnknownFramework
from prongsai.frameworks.reading import Block
from prongsai.frameworks.schema import FileForm
from prongsai.frameworks.structure import FRAMEWORK
from prongsai.frameworks.tree import Context, codes_of, number

RULES = Path(__file__).parent / "rules"
VARIABLE = "FRAMEWORKS_DIR"
_Stamp = tuple[tuple[str, str, int, int], ...]


def codes() -> tuple[str, ...]:
    """Code of every framework file, sorted; the files are not opened."""
    return tuple(sorted({path.stem for path in files()}))


def files() -> tuple[Path, ...]:
    """Every framework file.

    raises  FrameworkError if FRAMEWORKS_DIR does not name a folder.
    """
    folder = os.environ.get(VARIABLE, "")
    if folder and not Path(folder).is_dir():
        raise FrameworkError(VARIABLE, [Problem(Origin(VARIABLE), _NO_FOLDER.fill(folder=folder))])
    folders = [RULES, Path(folder)] if folder else [RULES]
    return tuple(path for each in folders for path in sorted(each.glob("*.yaml")))


def load(code: str) -> Framework:
    """Give the framework of a code; read again only when one of the files has changed.

    raises  UnknownFramework if there is no such file.
            FrameworkError with every problem of the file.
    """
    found = files()
    paths = [path for path in found if path.stem == code]
    if not paths:
        raise UnknownFramework(code, codes())
    if len(paths) > 1:
        raise FrameworkError(paths[1].name, [Problem(Origin(paths[1].name), _CLASH.fill(code=code))])
    stats = ((path, path.stat()) for path in found)
    stamp = tuple((path.stem, str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
    return _load(paths[0], stamp)


@lru_cache(maxsize=64)
def _load(path: Path, _stamp: _Stamp) -> Framework:
    return load_file(path)


def load_file(path: Path) -> Framework:
    """Read one framework file from anywhere; what it is based on stands beside it or in `rules/`.

    raises  FrameworkError with every problem of the file, or of the file that it is based on.
    """
    return building.framework(_checked(path, ())[1])


def _checked(path: Path, chain: tuple[str, ...]) -> tuple[Block, FileForm]:
    own = reading.read(path)
    base = _base(own, path, chain)
    tree, previous = own, None
    problems: list[Problem] = []
    if base is not None:
        tree, problems = merging.merged(base, own)
        apart = (number(own, "year_be") or 0) - base["year_be"]
        merging.settle_was(tree, same_year=apart == 0)
        previous = frozenset(codes_of(base, "items")) if apart == 1 else None
    form, more = checking.checked(tree, Context(path.stem, previous))
    if problems or more or form is None:
        raise FrameworkError(path.name, [*problems, *more])
    return tree, form


def _base(own: Block, path: Path, chain: tuple[str, ...]) -> Block | None:
    code = own.get("based_on")
    if not isinstance(code, str):
        return None  # absent, or of the wrong shape, which the form says
    if code in (*chain, path.stem):
        circle = " > ".join((*chain, path.stem, code))
        raise _refusal(own, path, _CIRCLE.fill(circle=circle))
    folders = [path.parent, RULES] if FRAMEWORK.fullmatch(code) else []  # a code is no path
    for base in (folder / f"{code}.yaml" for folder in folders):
        if base.is_file():
            return _checked(base, (*chain, path.stem))[0]
    raise _refusal(own, path, _NO_BASE.fill(code=code))


def _refusal(own: Block, path: Path, what: Text) -> FrameworkError:
    return FrameworkError(path.name, [Problem(own.origins["based_on"], what)])


_NO_FOLDER = Text(
    th="'{folder}' ไม่ใช่โฟลเดอร์ โปรดสร้างโฟลเดอร์นั้น หรือลบตัวแปร FRAMEWORKS_DIR",
    en="'{folder}' is not a folder. Make it, or take the variable FRAMEWORKS_DIR away.",
)
_CLASH = Text(
    th="ชื่อ {code} เป็นของไฟล์ที่มากับระบบแล้ว โปรดตั้งชื่อไฟล์และ framework ใหม่ เช่น {code}-own",
    en="the name {code} belongs to a file that comes with Prongsai. Give the file and its framework another, "
    "such as {code}-own.",
)
_CIRCLE = Text(
    th="ไฟล์อ้างกันเป็นวง: {circle} โปรดเอาออกหนึ่งแห่ง",
    en="the files are based on each other: {circle}. Take one of the links out.",
)
_NO_BASE = Text(
    th="ไม่มีไฟล์ {code}.yaml ในโฟลเดอร์เดียวกันหรือในกรอบที่มากับระบบ โปรดแก้ชื่อ",
    en="no file {code}.yaml stands beside this one or comes with Prongsai. Mend the name.",
)
