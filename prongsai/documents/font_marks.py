"""Thai marks of Sarabun, moved so that a PDF reads back as it was written.

Typst writes a cluster twice into a PDF when the font raises or lowers one of its marks by a
positioning table: ซึ่ง is found as ซึ่ซึ่ง. And readers see a space after a mark that is moved far to
the left, as on ป ฝ ฟ with a vowel and a tone: ฟื้ นฟู. So marks get one common height, a few
hundredths of an em away, and tones on a narrow vowel get shapes that lie to the left by themselves.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

LEVEL_REACH = 90  # units of 1000 an em: what lies farther apart is not the same level
MARK_TO_BASE, MARK_TO_MARK, REVERSE_CHAIN = 4, 6, 8  # kinds of lookup, in OpenType's numbering
VOWELS = tuple(f"uni0E{code}.narrow" for code in ("31", "34", "35", "36", "37", "47", "4D"))
TONES = tuple(f"uni0E{code}.small" for code in ("48", "49", "4A", "4B", "4C"))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A table of marks and of what they sit on, mark-to-base and mark-to-mark alike."""

    coverage: Any
    marks: list[Any]  # one record a covered glyph
    bases: list[list[Any]]  # anchors by class of mark


def mend_marks(font: TTFont) -> None:
    """Level the Thai marks, and lay tones over narrow vowels without a shift."""
    attachments = [
        found
        for lookup in font["GPOS"].table.LookupList.Lookup
        for table in lookup.SubTable
        if (found := _attachment(table))
    ]
    _add_left_tones(font, attachments)
    for each in attachments:
        _level(each)


def _attachment(table: Any) -> Attachment | None:
    if table.LookupType == MARK_TO_BASE:
        bases = [record.BaseAnchor for record in table.BaseArray.BaseRecord]
        return Attachment(table.MarkCoverage, table.MarkArray.MarkRecord, bases)
    if table.LookupType == MARK_TO_MARK:
        bases = [record.Mark2Anchor for record in table.Mark2Array.Mark2Record]
        return Attachment(table.Mark1Coverage, table.Mark1Array.MarkRecord, bases)
    return None


def _level(attachment: Attachment) -> None:
    """Move the anchors of Thai marks, and of what they sit on, to the levels that the marks share."""
    thai = [
        mark
        for name, mark in zip(attachment.coverage.glyphs, attachment.marks, strict=True)
        if name.startswith("uni0E")
    ]
    for group in {mark.Class for mark in thai}:
        anchors = [mark.MarkAnchor for mark in thai if mark.Class == group]
        levels = _levels([anchor.YCoordinate for anchor in anchors])
        for anchor in [*anchors, *(base[group] for base in attachment.bases if base[group])]:
            height = anchor.YCoordinate
            anchor.YCoordinate = next(
                (level for level in levels if abs(level - height) <= LEVEL_REACH), height
            )


def _levels(heights: list[int]) -> list[int]:
    """Find the heights that stand for all: the commonest first, near ones join it."""
    levels: list[int] = []
    for height, _ in Counter(heights).most_common():
        if all(abs(height - level) > LEVEL_REACH for level in levels):
            levels.append(height)
    return levels


def _add_left_tones(font: TTFont, attachments: list[Attachment]) -> None:
    """Give each tone a twin to the left, use it after a narrow vowel, and let it attach as the tone does."""
    shift = _narrow_shift(attachments)
    twins = {tone: f"{tone}.left" for tone in TONES}
    font.setGlyphOrder([*font.getGlyphOrder(), *twins.values()])
    for tone, twin in twins.items():
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(tone, (1, 0, 0, 1, shift, 0))
        width, bearing = font["hmtx"][tone]
        font["glyf"][twin] = pen.glyph()
        font["hmtx"][twin] = (width, bearing + shift)
        for classes in (font["GDEF"].table.GlyphClassDef, font["GDEF"].table.MarkAttachClassDef):
            classes.classDefs[twin] = classes.classDefs[tone]
    for attachment in attachments:
        _attach_twins(attachment, twins, shift)
    _use_twins(font, twins)


def _narrow_shift(attachments: list[Attachment]) -> int:
    """How far left a narrow mark lies of its usual self."""
    for each in attachments:
        at = dict(zip(each.coverage.glyphs, each.marks, strict=True))
        if "uni0E48.narrow" in at:
            narrow, usual = at["uni0E48.narrow"].MarkAnchor, at["uni0E48"].MarkAnchor
            return int(narrow.XCoordinate - usual.XCoordinate)
    raise LookupError("This Sarabun has no narrow tone marks: it is not the one these mends are for.")


def _attach_twins(attachment: Attachment, twins: dict[str, str], shift: int) -> None:
    at = dict(zip(attachment.coverage.glyphs, attachment.marks, strict=True))
    for tone, twin in twins.items():
        if tone in at:
            anchor = otTables.Anchor()
            anchor.Format = 1
            anchor.XCoordinate = at[tone].MarkAnchor.XCoordinate + shift
            anchor.YCoordinate = at[tone].MarkAnchor.YCoordinate
            record = otTables.MarkRecord()
            record.Class, record.MarkAnchor = at[tone].Class, anchor
            attachment.coverage.glyphs.append(twin)  # the newest glyphs: the order holds
            attachment.marks.append(record)


def _use_twins(font: TTFont, twins: dict[str, str]) -> None:
    """Put a twin in the place of each tone right after a narrow vowel."""
    rule = otTables.ReverseChainSingleSubst()
    rule.Format, rule.LookAheadCoverage = 1, []
    tones = sorted(twins, key=font.getGlyphID)
    rule.Coverage, rule.BacktrackCoverage = _coverage(tones), [_coverage(sorted(VOWELS, key=font.getGlyphID))]
    rule.Substitute = [twins[tone] for tone in tones]
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable = REVERSE_CHAIN, 0, [rule]
    table = font["GSUB"].table
    table.LookupList.Lookup.append(lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)


def _coverage(glyphs: list[str]) -> Any:
    coverage = otTables.Coverage()
    coverage.glyphs = glyphs
    return coverage
