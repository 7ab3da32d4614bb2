"""Words of the statistics that set a survey beside its days, last year, and the other survey."""

from __future__ import annotations

from prongsai.collect.surveys.belief.words import Words
from prongsai.core.text import Text

AROUND = {
    "burst": Words(
        name=Text("วันที่มีผู้ตอบมากที่สุด", "The busiest day"),
        usual=Text(
            "ไม่มีวันใดที่คำตอบเข้ามามากผิดปกติ",
            "No day brought more answers than usual.",
        ),
        raised=Text(
            "มีคำตอบเข้ามาในวันเดียวมากกว่าที่พบตามปกติ วันประชุมหรือวันแจ้งเตือนก็เป็นเหตุได้",
            "One day brought more of the answers than usual. A meeting or a reminder may be the reason.",
        ),
        source="Scan statistic: Naus 1965",
        unit="share",
    ),
    "gap": Words(
        name=Text("ผู้มีส่วนได้ส่วนเสียภายในเทียบกับภายนอก", "Inside against outside"),
        usual=Text(
            "ผลต่างระหว่างคะแนนภายใน (IIT) กับภายนอก (EIT) เทียบกับหน่วยงานลักษณะเดียวกัน",
            "Points of the survey inside (IIT) less those outside (EIT), beside similar bodies.",
        ),
        raised=Text(
            "คนในกับคนนอกมองหน่วยงานต่างกันมากกว่าที่พบในหน่วยงานลักษณะเดียวกัน ควรหาสาเหตุ",
            "People inside and outside see the office more differently than at similar bodies. Look for "
            "the reason.",
        ),
        source="Modified z-score: Iglewicz & Hoaglin 1993",
        unit="points",
    ),
    "change": Words(
        name=Text("เปลี่ยนแปลงจากปีก่อน", "Change from last year"),
        usual=Text(
            "ผลต่างจากปีก่อน เทียบกับหน่วยงานลักษณะเดียวกัน",
            "Points gained or lost since last year, beside similar bodies.",
        ),
        raised=Text(
            "คะแนนเปลี่ยนจากปีก่อนมากกว่าหน่วยงานลักษณะเดียวกัน ควรตรวจดูว่าอะไรเปลี่ยนไป",
            "The figure changed more since last year than at similar bodies. See what has changed.",
        ),
        source="Modified z-score: Iglewicz & Hoaglin 1993",
        unit="points",
    ),
}
