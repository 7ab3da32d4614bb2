"""A framework small enough to read, and ways to spoil it."""

from pathlib import Path

import pytest

from prongsai.frameworks import library
from prongsai.frameworks.problems import FrameworkError

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


class Folder:
    """A folder of framework files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, text=SMALL, *swaps, name="xx-2570"):
        for old, new in swaps:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = self.path / f"{name}.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def load(self, *swaps, text=SMALL, name="xx-2570"):
        return library.load_file(self.write(text, *swaps, name=name))

    def refusal(self, *swaps, text=SMALL, name="xx-2570", language="en"):
        """Every problem of a spoilt file, without the head and without the indent."""
        with pytest.raises(FrameworkError) as refused:
            library.load_file(self.write(text, *swaps, name=name))
        head, *lines = refused.value.in_(language).split("\n")
        assert (
            head
            == {
                "en": f"{refused.value.file} has {len(lines)} problem(s):",
                "th": f"{refused.value.file} มีข้อผิดพลาด {len(lines)} แห่ง:",
            }[language]
        )
        return [line.removeprefix("  ") for line in lines]


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "frameworks"
    path.mkdir()
    return Folder(path)


@pytest.fixture
def small():
    return SMALL
