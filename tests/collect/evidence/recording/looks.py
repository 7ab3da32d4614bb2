"""Looks of one office: archive and manifest, one chained to the other."""

from datetime import timedelta

from received import AT, fetched, unreachable

from prongsai.collect.evidence.recording import manifest as manifests, warc

SOFTWARE = "Prongsai 0.0.0"


def look(*answers, previous=None, kept=(), days=0, office="สพป.ตัวอย่าง เขต 2"):
    """Give archive and manifest of one look."""
    archive = warc.write(answers, software=SOFTWARE, kept=kept)
    manifest = manifests.made(
        answers,
        archive,
        office=office,
        assessment="obec-2565",
        item="o10",
        made_at=AT + timedelta(days=days),
        software=SOFTWARE,
        previous=previous,
        kept=kept,
    )
    return archive, manifest


def three_looks():
    """A page; the same page unchanged and an address that is gone; a new page."""
    first = look(fetched())
    second = look(fetched(), unreachable(), previous=first[1], kept=first[1].kept(), days=1)
    third = look(fetched(body=b"<p>2566</p>"), previous=second[1], kept=first[1].kept(), days=2)
    return first, second, third
