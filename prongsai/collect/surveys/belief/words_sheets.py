"""Words of the statistics that look at each sheet by itself."""

from __future__ import annotations

from prongsai.collect.surveys.belief.words import Words
from prongsai.core.text import Text

SHEETS = {
    "no_variation": Words(
        name=Text("ตอบแบบเดียวกันเกือบทุกข้อ", "The same answer nearly everywhere"),
        usual=Text(
            "ชุดคำตอบที่ตอบตัวเลือกเดียวกันเกือบทุกข้อมีไม่มากกว่าที่พบในการสำรวจตามปกติ",
            "No more sheets than usual give the same answer nearly everywhere.",
        ),
        raised=Text(
            "มีชุดคำตอบที่ตอบตัวเลือกเดียวกันเกือบทุกข้อมากกว่าปกติ ทั้งที่บางข้อถามกลับทิศกัน ผู้ตอบอาจไม่ได้อ่านคำถาม ควรตรวจดู",
            "More sheets than usual give the same answer nearly everywhere, although some rows ask the "
            "other way "
            "round. Perhaps the questions were not read; worth a look.",
        ),
        source="Intra-individual response variability: Dunn, Heggestad, Shanock & Theilgard 2018",
        unit="share",
    ),
    "long_strings": Words(
        name=Text("ตอบตัวเลือกเดิมติดต่อกัน", "Long strings of one choice"),
        usual=Text(
            "ช่วงที่ตอบตัวเลือกเดิมติดต่อกันไม่ยาวกว่าที่พบตามปกติ",
            "The strings of one choice are no longer than usual.",
        ),
        raised=Text(
            "โดยเฉลี่ยชุดคำตอบหนึ่งชุดตอบตัวเลือกเดิมติดต่อกันยาวกว่าปกติ ควรตรวจดูว่าแบบสำรวจยาวหรือชวนให้รีบตอบหรือไม่",
            "On average a sheet repeats one choice for longer than usual. See whether people were in a "
            "hurry.",
        ),
        source="Longstring: Johnson 2005; Meade & Craig 2012",
        unit="share",
    ),
    "random": Words(
        name=Text("คำตอบขัดกันเองไปมา", "Answers at odds with one another"),
        usual=Text(
            "ชุดคำตอบที่คำตอบขัดกันเองมีไม่มากกว่าที่พบตามปกติ",
            "No more sheets than usual are at odds with themselves.",
        ),
        raised=Text(
            "มีชุดคำตอบที่ตอบสูงบ้างต่ำบ้างและตอบว่ามีเรื่องร้ายแรงปนกันโดยไม่เป็นแบบแผนมากกว่าปกติ "
            "ดังที่เกิดเมื่อเลือกตอบโดยไม่อ่าน ควรตรวจดู",
            "More sheets than usual mix high and low answers with grave statements without any order, as "
            "choosing "
            "without reading does; worth a look.",
        ),
        source="Inconsistent responding: Huang, Curran, Keeney, Poposki & DeShon 2012",
        unit="share",
    ),
    "misread": Words(
        name=Text("ข้อที่ถามกลับทิศ", "Rows that ask the other way round"),
        usual=Text(
            "ข้อที่ถามกลับทิศได้คำตอบสอดคล้องกับข้ออื่นตามปกติ",
            "Rows that ask the other way round agree with the others as usual.",
        ),
        raised=Text(
            "ชุดคำตอบหลายชุดตอบข้อที่ถามกลับทิศสวนทางกับข้ออื่นมากกว่าปกติ ผู้ตอบอาจอ่านข้อเหล่านั้นผิด "
            "คะแนนจริงอาจสูงกว่าที่เห็น ควรตรวจดูถ้อยคำ",
            "More sheets than usual answer the rows that ask the other way round against their other "
            "answers. Perhaps these rows were misread and the score is too low; look at the wording.",
        ),
        source="Reversed-item inconsistency: Weijters, Baumgartner & Schillewaert 2013",
        unit="share",
    ),
    "missing": Words(
        name=Text("ข้อที่เว้นว่าง", "Rows left blank"),
        usual=Text("ข้อที่เว้นว่างมีไม่มากกว่าที่พบตามปกติ", "No more rows than usual are left blank."),
        raised=Text(
            "มีข้อที่เว้นว่างมากกว่าปกติ คะแนนของข้อเหล่านั้นมาจากผู้ตอบน้อยกว่าที่คิด ควรดูว่าเป็นข้อใด",
            "More rows than usual are left blank; their figures come from fewer people. See which rows "
            "they are.",
        ),
        source="Item nonresponse: de Leeuw, Hox & Huisman 2003",
        unit="share",
    ),
}
