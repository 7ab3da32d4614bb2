"""Writing files so that a reader never sees half of one, and a power cut loses none that was acknowledged."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(content: bytes, place: Path, *, mode: int) -> None:
    """Write beside the place, force it to the disk, then rename.

    mode  who may read the file, such as 0o640.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as beside:
        beside.write(content)
        beside.flush()
        os.fsync(beside.fileno())
    Path(beside.name).chmod(mode)
    Path(beside.name).replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
