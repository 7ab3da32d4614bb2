"""Office files are ZIP packages: the same parts, packed the same way, give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

EARLIEST = (1980, 1, 1, 0, 0, 0)  # ZIP knows no earlier time
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def settled(package: bytes, made_at: datetime) -> bytes:
    """Pack the parts again, in their order, all of the time `made_at`, also the one inside."""
    moment = made_at.astimezone(UTC)
    stamp = max(EARLIEST, moment.timetuple()[:6])
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(
                    rb"\g<1>" + moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>", part
                )
            entry = zipfile.ZipInfo(name, stamp)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, part, zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()
