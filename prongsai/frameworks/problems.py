"""What is wrong with a framework file, all of it at once, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.text import Language, Text

_HEAD = Text(th="{file} มีข้อผิดพลาด {count} แห่ง:", en="{file} has {count} problem(s):")
_LINE = Text(th="บรรทัด {line}", en="line {line}")

Step = str | int
Loc = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written. `line` counts from 1; 0 where there is none."""

    file: str
    loc: Loc = ()
    line: int = 0

    @property
    def place(self) -> str:
        """`instruments[0].weight`; empty for the file as a whole."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.loc)
        return "".join(steps).removeprefix(".")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do about it."""

    origin: Origin
    what: Text

    def in_(self, language: Language, *, file: str) -> str:
        """One line. Names the file only where it is another one than `file`."""
        marks = [self.origin.file] if self.origin.file != file else []
        marks += [_LINE.fill(line=self.origin.line).in_(language)] if self.origin.line else []
        place, mark = self.origin.place, ", ".join(marks)
        where = f"{place} ({mark})" if place and mark else place or mark
        return f"{where}: {self.what.in_(language)}" if where else self.what.in_(language)


class FrameworkError(ValueError):
    """A framework file cannot be used. Says every problem."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__(file, tuple(problems))
        self.file = file
        self.problems = tuple(problems)

    def in_(self, language: Language) -> str:
        head = _HEAD.fill(file=self.file, count=len(self.problems)).in_(language)
        return "\n".join([head, *(f"  {each.in_(language, file=self.file)}" for each in self.problems)])

    def __str__(self) -> str:
        return self.in_("en")


class UnknownFramework(LookupError):
    """No file of that name."""

    def __init__(self, code: str, known: Sequence[str]) -> None:
        super().__init__(code, tuple(known))
        self.code = code
        self.known = tuple(known)

    def in_(self, language: Language) -> str:
        return _UNKNOWN.fill(code=self.code, known=", ".join(self.known)).in_(language)

    def __str__(self) -> str:
        return self.in_("en")


_UNKNOWN = Text(
    th="ไม่มีกรอบการประเมิน '{code}' ที่มีอยู่: {known} ไฟล์ของท่านเองต้องลงท้ายด้วย .yaml "
    "และอยู่ในโฟลเดอร์ที่ FRAMEWORKS_DIR ระบุ",
    en="No framework '{code}'. Known: {known}. A file of your own ends in .yaml and stands in the folder "
    "that FRAMEWORKS_DIR names.",
)
