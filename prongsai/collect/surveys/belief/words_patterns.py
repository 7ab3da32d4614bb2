"""Words of the statistics that compare sheets with one another."""

from __future__ import annotations

from prongsai.collect.surveys.belief.words import Words
from prongsai.core.text import Text

PATTERNS = {
    "all_best": Words(
        name=Text("ชุดคำตอบที่ตอบดีที่สุดทุกข้อ", "Sheets with nothing but best answers"),
        usual=Text(
            "สัดส่วนของชุดคำตอบที่ตอบดีที่สุดทุกข้อ ตัวเลขนี้อย่างเดียวบอกไม่ได้ว่าคำตอบน่าเชื่อหรือไม่",
            "The share of sheets with nothing but best answers. Alone it does not tell whether answers can "
            "be believed.",
        ),
        raised=Text("", ""),
        source="Ceiling effect: Terwee et al. 2007",
        unit="share",
    ),
    "ceiling": Words(
        name=Text("ดีที่สุดทุกข้อ เทียบกับชุดคำตอบอื่น", "Nothing but best, against the other sheets"),
        usual=Text(
            "ชุดคำตอบที่ตอบดีที่สุดทุกข้อมีพอ ๆ กับที่ควรเป็นเมื่อดูจากชุดคำตอบอื่น",
            "There are about as many all-best sheets as the other sheets lead to expect.",
        ),
        raised=Text(
            "ชุดคำตอบที่ตอบดีที่สุดทุกข้อมีมากเกินกว่าที่ชุดคำตอบอื่นชวนให้คาด ควรตรวจดูว่าเก็บคำตอบกันอย่างไร",
            "There are more all-best sheets than the other sheets lead to expect. See how the answers were "
            "collected.",
        ),
        source="Ceiling effect against the other respondents; after Terwee et al. 2007",
        unit="strength",
    ),
    "identical": Words(
        name=Text("ชุดคำตอบที่ตอบเหมือนกันทุกข้อ", "Sheets with a twin"),
        usual=Text(
            "ชุดคำตอบที่ตอบเหมือนกันทุกข้อมีไม่มากกว่าที่เกิดขึ้นเองได้",
            "No more sheets than chance gives agree in every row.",
        ),
        raised=Text(
            "มีชุดคำตอบที่ตอบเหมือนกันทุกข้อมากเกินกว่าที่เกิดขึ้นเองได้ ไม่นับชุดคำตอบที่ตอบดีที่สุดทุกข้อ ควรตรวจดู",
            "More sheets agree in every row than chance gives, all-best sheets left aside; worth a look.",
        ),
        source="Duplicate records: Slomczynski, Powałko & Krauze 2017; Kuriakose & Robbins 2016",
        unit="share",
    ),
    "one_hand": Words(
        name=Text("กลุ่มชุดคำตอบที่คล้ายกันเกินไป", "A group of sheets too much alike"),
        usual=Text(
            "ชุดคำตอบต่าง ๆ ต่างกันอย่างที่คนต่างคนตอบตามปกติ",
            "The sheets differ as those of different people do.",
        ),
        raised=Text(
            "มีชุดคำตอบกลุ่มหนึ่งตอบตามแบบแผนเดียวกันและไม่แตกต่างกันอย่างที่คนต่างคนตอบ ควรตรวจดู",
            "A group of sheets follows one pattern of its own and differs less than different people do; "
            "worth a look.",
        ),
        source="Mixed Rasch model: Rost 1990; fabricated data: Blasius & Thiessen 2015",
        unit="strength",
    ),
    "close_totals": Words(
        name=Text("ผลรวมที่กระจุกตัว", "Totals close together"),
        usual=Text(
            "ผลรวมของชุดคำตอบต่าง ๆ กระจายอย่างที่พบตามปกติ",
            "The totals of the sheets are spread as usual.",
        ),
        raised=Text(
            "ชุดคำตอบหลายชุดมีผลรวมใกล้กันมาก โดยมีน้อยชุดที่สูงกว่าหรือต่ำกว่า ควรดูประกอบกับข้ออื่น",
            "Many sheets have nearly the same total, with few above or below. Read it together with the "
            "others.",
        ),
        source="Scan statistic: Naus 1965",
        unit="strength",
    ),
    "coached": Words(
        name=Text("บางข้อดีที่สุดผิดจากข้ออื่นของคนเดียวกัน", "Best answers that do not fit the rest of the sheet"),
        usual=Text(
            "คำตอบในแต่ละชุดสอดคล้องกันเองตามปกติ",
            "The answers of each sheet fit together as usual.",
        ),
        raised=Text(
            "มีชุดคำตอบกลุ่มหนึ่งให้คำตอบดีที่สุดในข้อชุดเดียวกัน ทั้งที่ข้ออื่นไม่ได้เป็นเช่นนั้น ควรดูว่ามีการแนะนำคำตอบหรือไม่",
            "A group gives the best answers to one set of rows and not to the others. See whether answers "
            "were suggested.",
        ),
        source="Person fit: Drasgow, Levine & Williams 1985; block search: Cheng & Church 2000",
        unit="strength",
    ),
    "one_indicator": Words(
        name=Text("ตัวชี้วัดเดียวที่โดดขึ้น", "One indicator apart from the others"),
        usual=Text(
            "ไม่มีตัวชี้วัดใดโดดจากตัวอื่นผิดปกติ",
            "No indicator stands apart from the others for a group of people.",
        ),
        raised=Text(
            "คนกลุ่มหนึ่งตอบดีที่สุดเกือบทั้งตัวชี้วัดหนึ่ง แต่ไม่เป็นเช่นนั้นในตัวชี้วัดอื่น ควรดูว่ามีการแนะนำคำตอบหรือไม่",
            "A group gives the best answers to nearly one whole indicator and not to the others. "
            "See whether answers "
            "were suggested.",
        ),
        source="Person fit by subtest: Drasgow, Levine & Williams 1985",
        unit="strength",
    ),
}
