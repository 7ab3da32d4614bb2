"""One file that holds a capture and all that proves it: `prongsai evidence verify` needs nothing else.

README.txt              what it is, in Thai and English; no part of the proof
manifest.json           what was received; its sha256 is what the stamps are of
capture.warc.gz         the bytes that were received
chain/000011.json       the manifests before and after it, as far as they are needed
archives/<sha256>.warc.gz  earlier archives, where the page had not changed since
stamps/000012-1.tsr     time stamps of manifest 12
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence

from prongsai.collect.evidence.recording.manifest import Manifest
from prongsai.collect.evidence.recording.package_words import readme

README = "README.txt"
MANIFEST = "manifest.json"
CAPTURE = "capture.warc.gz"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # ZIP knows no earlier time
_UNIX = 3


def links(manifests: Sequence[Manifest], subject: Manifest, stamped: Collection[int]) -> tuple[Manifest, ...]:
    """The stretch of an office's chain that a package of `subject` needs.

    manifests  of the office, in the order of their numbers.
    stamped    numbers of those that have a stamp.
    returns    from the last stamped one before it, or the first, to itself; on to the next stamped one where
               it has no stamp of its own: that one's stamp covers it too.
    """
    before = [number for number in stamped if number < subject.number]
    after = [number for number in stamped if number >= subject.number]
    first, last = max(before, default=1), min(after, default=subject.number)
    return tuple(each for each in manifests if first <= each.number <= last)


def needed(subject: Manifest) -> tuple[str, ...]:
    """sha256 of the earlier archives that hold payloads of this manifest, each once, in order."""
    return tuple(dict.fromkeys(each.kept_in for each in subject.entries if each.kept_in))


def pack(
    subject: Manifest,
    archive: bytes,
    *,
    chain: Sequence[Manifest],
    stamps: Mapping[int, Sequence[bytes]],
    earlier: Mapping[str, bytes],
) -> bytes:
    """Make the file; the same parts give the same bytes.

    chain    as `links` gives it; stamps of others are left out.
    stamps   by number of the manifest, one of each authority.
    earlier  the archives that are `needed`, by sha256.
    raises   ValueError if a part is not the one that the manifest names
    """
    if hashlib.sha256(archive).hexdigest() != subject.archive:
        raise ValueError(f"The archive is not the one of manifest {subject.number} of {subject.office}.")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, part in _parts(subject, archive, chain, stamps, earlier):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            package.writestr(entry, part)
    return target.getvalue()


def _parts(
    subject: Manifest,
    archive: bytes,
    chain: Sequence[Manifest],
    stamps: Mapping[int, Sequence[bytes]],
    earlier: Mapping[str, bytes],
) -> Iterator[tuple[str, bytes]]:
    yield README, readme(subject).encode()
    yield MANIFEST, subject.as_bytes
    yield CAPTURE, archive
    for each in chain:
        if each.number != subject.number:
            yield f"chain/{each.number:06}.json", each.as_bytes
    for sha256 in needed(subject):
        if hashlib.sha256(earlier.get(sha256, b"")).hexdigest() != sha256:
            raise ValueError(f"The archive {sha256}, which manifest {subject.number} names, is not given.")
        yield f"archives/{sha256}.warc.gz", earlier[sha256]
    for number in sorted({each.number for each in chain} & stamps.keys()):
        for place, token in enumerate(stamps[number], start=1):
            yield f"stamps/{number:06}-{place}.tsr", token
