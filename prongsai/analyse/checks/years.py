"""Another fiscal year in free text: the sign of a page copied from an older book.

A text may name other years with good reason: laws have years of their own, reports tell of last year,
plans and measures of next year, a comparison of any. What is looked for is a fiscal year that nothing
around it excuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analyse.checks.mentions import Mention, mentions
from prongsai.analyse.checks.passages import Passage, passages, snippet
from prongsai.analyse.story import Finding, Story
from prongsai.core.naming import listed
from prongsai.core.text import Text

_NEAR, _WIDE, _AFTER = 90, 150, 60  # letters around a year that may excuse it

# What says that the words around a year are about the result of the assessment itself.
_RESULT = re.compile(
    r"ITA\b|ประเมินคุณธรรม|ผลการประเมิน(?=\s|ประจำ|ปี|ใน|ของสำนัก|ของหน่วย|$)|ผลคะแนน"
    r"|(?:assessment|ITA) results?|result of the assessment|scored",
    re.IGNORECASE,
)
_THIS = re.compile(r"ฉบับนี้|ครั้งนี้|เล่มนี้|ปีนี้|this (?:report|book|year|assessment)", re.IGNORECASE)
_COMPARED = re.compile(
    r"เทียบ|ย้อนหลัง|แนวโน้ม|ปีก่อน|ที่ผ่านมา|ที่แล้ว|ก่อนหน้า|ครั้งก่อน|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|กว่าปี"
    r"|เดิม|จากปี|ต่อเนื่องจาก|ตั้งแต่|นำผล|นำรายงาน|ทบทวน"
    r"|compar|than\b|previous|last year|year before|earlier|since|trend|\brose\b|\bfell\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"รายงาน|สรุปผล|ผลสำรวจ|ผลความพึงพอใจ|สถิติ|เผยแพร่|งบการเงิน"
    r"|ผลการ(?:ดำเนิน|ใช้จ่าย|จัดซื้อ|จัดหา|บริหาร|สำรวจ|เบิกจ่าย|ประเมินความ|กำกับ|ตรวจ|ติดตาม|ปฏิบัติ)"
    r"|report|survey|statistics|summar|published",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"แผน|มาตรการ|เป้าหมาย|ต่อไป|ถัดไป|ปีหน้า|จะ|เตรียม|มุ่ง|ยกระดับ|พัฒนา|ปรับปรุง|คำขอ"
    r"|next|\bwill\b|plan|prepar|target|improv|measures",
    re.IGNORECASE,
)
# Laws with a fiscal year in their own name; other laws never say "fiscal year".
_BUDGET_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พ\.?\s*ร\.?\s*บ\.?)\s*(?:ว่าด้วย)?\s*(?:การ)?(?:โอน)?งบประมาณ[^0-9]{0,40}$"
    r"|budget[^0-9]{0,30}act[^0-9]{0,20}$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?:พระราช|พ\.?\s*ร\.?\s*[บกฎ]\.?|กฎ|ระเบียบ|รัฐธรรมนูญ|ประกาศ|คำสั่ง|ข้อบังคับ|คู่มือ|หลักเกณฑ์|แนวทาง|แผน"
    r"|act\b|regulation|decree|constitution|rule|notification|plan)[^0-9]{0,120}$",
    re.IGNORECASE,
)


def other_year_in_text(story: Story) -> Iterator[Finding]:
    """Find fiscal years other than the assessed one that nothing around them excuses."""
    year_be = story.framework.year_be
    for passage in passages(story):
        found = [
            (mention, text)
            for text in passage.wordings
            for mention in mentions(text)
            if not _Judged(text, mention, passage, year_be).is_excused
        ]
        if found:
            mention, text = found[0]
            years = sorted({year for each, _ in found for year in each.years})
            yield Finding(
                "other_year_in_text",
                "mend",
                passage.place,
                _MESSAGE.fill(
                    years=listed([Text(str(year)) for year in years], mark=","),
                    words=snippet(text, mention.start, mention.end),
                    assessed=year_be,
                ),
            )


_MESSAGE = Text(
    th="ข้อความกล่าวถึงปีงบประมาณ พ.ศ. {years} (“{words}”) แต่ปีที่ประเมินคือ พ.ศ. {assessed} โปรดตรวจสอบ",
    en="The text names fiscal year B.E. {years} (“{words}”), but {assessed} is assessed. Check it.",
)


@dataclass(frozen=True)
class _Judged:
    """One mention of a year and what stands around it."""

    text: str
    mention: Mention
    passage: Passage
    year_be: int

    @property
    def is_excused(self) -> bool:
        years, assessed = self.mention.years, self.year_be
        if assessed in years or (assessed + 1 in years and self.is_of_measures):
            return True
        if _BUDGET_LAW.search(self.before(_WIDE)):
            return True
        if not self.mention.is_fiscal and (not self.is_about_the_result or _RULE.search(self.before(_WIDE))):
            return True
        if _THIS.search(self.near):
            return False
        if _COMPARED.search(self.wide):
            return True
        return self.is_last_year_reported if assessed - 1 in years else self.is_ahead

    @property
    def is_last_year_reported(self) -> bool:
        """A preface tells of this book's own result, so there a report on last year's is no excuse."""
        if self.is_about_the_result and self.passage.place.kind == "preface":
            return False
        return bool(_REPORTED.search(self.near))

    @property
    def is_ahead(self) -> bool:
        if self.year_be + 1 in self.mention.years:
            return not self.is_about_the_result or bool(_PLANNED.search(self.near))
        return self.year_be + 2 in self.mention.years and bool(_PLANNED.search(self.near))

    @property
    def is_of_a_measure(self) -> bool:
        return self.passage.place.kind == "measure"

    @property
    def is_of_measures(self) -> bool:
        """Measures are carried out in the year after, wherever they are told of."""
        return self.is_of_a_measure or (bool(_PLANNED.search(self.near)) and not self.is_about_the_result)

    @property
    def is_about_the_result(self) -> bool:
        return bool(_RESULT.search(self.near))

    def before(self, letters: int) -> str:
        return self.text[max(0, self.mention.start - letters) : self.mention.start].rpartition("\n")[2]

    def after(self, letters: int) -> str:
        return self.text[self.mention.end : self.mention.end + letters].partition("\n")[0]

    @property
    def near(self) -> str:
        """The words around, up to the years before and after."""
        before = re.split(r"\d{4}", self.before(_NEAR))[-1]
        marker = self.text[self.mention.start : self.mention.end]
        return f"{before}{marker}{re.split(r'[0-9]{4}', self.after(_AFTER))[0]}"

    @property
    def wide(self) -> str:
        return f"{self.before(_WIDE)}{self.after(_AFTER)}"
