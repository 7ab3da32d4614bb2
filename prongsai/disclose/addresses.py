"""Where the public finds things. These addresses last for ever: what was published once stays where it was.

An office has its own host (`/ita/obec-2565/`) or shares one (`/trang2/ita/obec-2565/`); English pages
stand under `/en/`. Data have one address for both languages. The files that are written at
publishing lie by the same addresses, below `shared/` or `hosts/<host>/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from prongsai.core.text import Language

PREFIX = {"th": "", "en": "/en"}
LANGUAGES: tuple[Language, ...] = ("th", "en")
DATA = ("result.json", "result.csv", "codebook.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one office's things stand. host is empty on the shared host."""

    office: str
    host: str = ""

    @property
    def root(self) -> str:
        return "" if self.host else f"/{self.office}"

    def first_page(self, language: Language) -> str:
        """The first page of the whole host."""
        return f"{PREFIX[language]}/"

    def office_page(self, language: Language) -> str:
        return f"{PREFIX[language]}{self.root}/"

    def result(self, framework: str, language: Language = "th", *, version: int | None = None) -> str:
        """A published result; with a version, the one that was replaced."""
        return f"{PREFIX[language]}{self.root}/ita/{framework}/{_version(version)}"

    def data(self, framework: str, name: str, *, version: int | None = None) -> str:
        """A file to download: one of DATA."""
        if name not in DATA:
            raise ValueError(f"'{name}' is no file of a result. Known: {', '.join(DATA)}.")
        return f"{self.result(framework, version=version)}{name}"

    def file_of(self, address: str) -> PurePosixPath:
        """The file, below PUBLIC_DIR, that holds what stands at an address of this host."""
        folder = PurePosixPath("hosts", self.host) if self.host else PurePosixPath("shared")
        name = address.removeprefix("/")
        return folder / (f"{name}index.html" if not name or name.endswith("/") else name)


def _version(version: int | None) -> str:
    return "" if version is None else f"versions/{version}/"
