"""A framework file as a tree in which every value knows where it was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from prongsai.core.text import Text
from prongsai.frameworks.problems import FrameworkError, Loc, Origin, Problem

MOST_BYTES = 2_000_000
MOST_DEPTH = 30
# libyaml is twenty times faster; wheels of PyYAML bring it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = {
    f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
}


class Block(dict[str, Any]):
    """A mapping of the file. `origins` says where each key was written."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.origins: dict[str, Origin] = {}

    def put(self, key: str, value: Any, origin: Origin) -> None:
        self[key] = value
        self.origins[key] = origin


class Entries(list[Any]):
    """A list of the file. `origins` says where each entry was written."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: list[Origin] = []

    def put(self, value: Any, origin: Origin) -> None:
        self.append(value)
        self.origins.append(origin)


def origin_at(tree: Block, loc: Loc) -> Origin:
    """Where the value at `loc` was written; for one that is not there, the line of what should hold it."""
    here: Any = tree
    found = tree.origin
    for index, step in enumerate(loc):
        if not isinstance(here, Block | Entries) or (isinstance(here, Block) and step not in here):
            return replace(found, loc=(*found.loc, *loc[index:]))
        found = here.origins[step]  # type: ignore[index]  # the step fits the kind of container
        here = here[step]  # type: ignore[index]  # the same
    return found


def read(path: Path) -> Block:
    """Read one file, without looking at what it is based on.

    raises  FrameworkError if it cannot be read as YAML, with every key that stands twice.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise _refusal(path.name, 0, _UNREADABLE.fill(why=why)) from None
    return parse(content, path.name)


def parse(content: bytes, file: str) -> Block:
    """Read YAML that stands in a file of that name.

    raises  FrameworkError as `read` does.
    """
    root = _root(_text(content, file), file)
    reader = _Reader(file)
    tree = reader.value(root, ())
    if reader.problems:
        raise FrameworkError(file, reader.problems)
    if not isinstance(tree, Block):
        raise _refusal(file, 1, Text(th="ไฟล์ต้องเป็นรายการ คีย์: ค่า", en="must be a list of key: value."))
    return tree


def _text(content: bytes, file: str) -> str:
    if len(content) > MOST_BYTES:
        raise _refusal(file, 0, _TOO_LARGE.fill(most=MOST_BYTES // 1_000_000))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refusal(file, line, _NOT_UTF8) from None


def _root(text: str, file: str) -> yaml.Node | None:
    """Compose the nodes. Aliases are refused: a few lines of them can stand for more than a machine holds."""
    depth = 0
    try:
        for event in yaml.parse(text, _Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                raise _refusal(file, _line(event.start_mark), _ALIAS)
            if depth > MOST_DEPTH:
                raise _refusal(file, _line(event.start_mark), _TOO_DEEP.fill(most=MOST_DEPTH))
        return yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        raise _refusal(
            file, _line(error.problem_mark), _NOT_YAML.fill(why=error.problem or error.context)
        ) from None
    except yaml.YAMLError as error:
        raise _refusal(file, 0, _NOT_YAML.fill(why=" ".join(str(error).split()))) from None


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 0


class _Reader:
    """Turns nodes into blocks and entries, and notes what is wrong on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._loader = _Loader("")

    def value(self, node: yaml.Node | None, loc: Loc) -> Any:
        if node is None:
            return None
        if node.tag not in _PLAIN:
            return self._note(node, loc, _TAG.fill(tag=node.tag.removeprefix("tag:yaml.org,2002:")))
        if isinstance(node, yaml.MappingNode):
            return self._block(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return self._entries(node, loc)
        try:
            return self._loader.construct_object(node)
        except (ValueError, yaml.YAMLError):
            return self._note(node, loc, _NO_VALUE.fill(value=str(node.value)[:40]))

    def _block(self, node: yaml.MappingNode, loc: Loc) -> Block:
        block = Block(self._origin(node, loc))
        for key_node, value_node in node.value:
            key = self.value(key_node, loc)
            if not isinstance(key, str):
                self._note(key_node, loc, _KEY.fill(key=str(key_node.value)[:40]))
            elif key in block:
                line = block.origins[key].line
                self._note(key_node, (*loc, key), _TWICE.fill(key=key, line=line))
            else:
                place = (*loc, key)
                block.put(key, self.value(value_node, place), self._origin(key_node, place))
        return block

    def _entries(self, node: yaml.SequenceNode, loc: Loc) -> Entries:
        entries = Entries()
        for index, each in enumerate(node.value):
            place = (*loc, index)
            entries.put(self.value(each, place), self._origin(each, place))
        return entries

    def _origin(self, node: yaml.Node, loc: Loc) -> Origin:
        return Origin(self.file, loc, node.start_mark.line + 1)

    def _note(self, node: yaml.Node, loc: Loc, what: Text) -> None:
        self.problems.append(Problem(self._origin(node, loc), what))


def _refusal(file: str, line: int, what: Text) -> FrameworkError:
    return FrameworkError(file, [Problem(Origin(file, (), line), what)])


_UNREADABLE = Text(th="อ่านไฟล์ไม่ได้: {why}", en="cannot be read: {why}.")
_TOO_LARGE = Text(
    th="ไฟล์ใหญ่เกิน {most} MB กรอบการประเมินหนึ่งปีมีขนาดไม่ถึงหนึ่งในสิบของเท่านี้",
    en="larger than {most} MB. The rules of a year take less than a tenth of that.",
)
_NOT_UTF8 = Text(th="ไม่ใช่ UTF-8 โปรดบันทึกไฟล์เป็น UTF-8", en="not UTF-8. Save the file as UTF-8.")
_ALIAS = Text(
    th="ใช้ * อ้างถึงค่าอื่นไม่ได้ โปรดเขียนค่านั้นซ้ำ", en="refers to another value with *. Write the value out again."
)
_TOO_DEEP = Text(th="ซ้อนกันลึกเกิน {most} ชั้น", en="nested deeper than {most} levels. No framework needs that.")
_NOT_YAML = Text(th="ไม่ใช่ YAML ที่ถูกต้อง: {why}", en="not valid YAML: {why}. Correct it there or just before.")
_TAG = Text(
    th="ใช้ชนิดข้อมูล !{tag} ไม่ได้ ใช้ได้เฉพาะข้อความ จำนวน วันที่ รายการ และคีย์",
    en="has the tag !{tag}. Only texts, numbers, dates, lists and mappings can stand here.",
)
_NO_VALUE = Text(
    th="อ่านค่า '{value}' ไม่ได้ ถ้าเป็นข้อความโปรดใส่ในเครื่องหมายคำพูด",
    en="'{value}' cannot be read. If it is a text, write it between quotes.",
)
_KEY = Text(
    th="คีย์ {key} ไม่ใช่ข้อความ โปรดใส่ในเครื่องหมายคำพูด", en="the key {key} is not a text. Write it between quotes."
)
_TWICE = Text(
    th="คีย์ '{key}' เขียนไว้แล้วที่บรรทัด {line} โปรดเก็บไว้แห่งเดียว",
    en="the key '{key}' stands on line {line} already. Keep one of the two.",
)
