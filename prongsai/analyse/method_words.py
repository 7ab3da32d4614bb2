"""How the figures were made, how many stand behind them, what a better one takes, and what is not sure."""

from __future__ import annotations

from prongsai.core.framework import (
    Combine,
    Confidence,
    Framework,
    Instrument,
    Kind,
    SampleRule,
    Sampling,
    Ties,
)
from prongsai.core.naming import exact, listed, margin, name, people
from prongsai.core.result import Result
from prongsai.core.text import Text
from prongsai.core.veil import LEAST_FOR_BREAKDOWN, LEAST_FOR_MEAN

BLOCKS = {
    "instruments": Text(th="น้ำหนักของเครื่องมือ", en="Weights of the instruments"),
    "indicators": Text(th="ตัวชี้วัด", en="Indicators"),
    "sub_indicators": Text(th="ตัวชี้วัดย่อย", en="Sub-indicators"),
    "iit_questions": Text(th="ข้อคำถาม IIT", en="IIT questions"),
    "eit_questions": Text(th="ข้อคำถาม EIT", en="EIT questions"),
    "items": Text(th="ข้อ OIT", en="OIT items"),
    "scales": Text(th="คะแนนของตัวเลือก", en="Points of the choices"),
    "averaging": Text(th="การเฉลี่ยคะแนน", en="Averaging"),
    "rounding": Text(th="การปัดเศษ", en="Rounding"),
    "grades": Text(th="เกณฑ์ระดับคะแนน", en="Grades"),
    "pass_mark": Text(th="เกณฑ์ผ่าน", en="Pass mark"),
    "sampling": Text(th="ขนาดกลุ่มตัวอย่าง", en="Sample size"),
    "calendar": Text(th="ปฏิทินการประเมิน", en="Calendar"),
    "weakest": Text(th="จำนวนตัวชี้วัดที่ถือเป็นจุดอ่อน", en="How many indicators count as weak points"),
}


def rule_warnings(framework: Framework) -> tuple[Text, ...]:
    """Name every block of the rules that is not confirmed by an official source, with its note."""
    return tuple(
        Text(th="{block}: {note}", en="{block}: {note}").fill(
            block=BLOCKS.get(each.block, Text(each.block)), note=each.note
        )
        for each in framework.provenance
        if each.confidence is Confidence.UNVERIFIED
    )


# How many answered


def of_sample(result: Result, instrument: Instrument) -> Text:
    """Say how many answered a survey, of how many, and whether that is enough."""
    found = result.samples.get(instrument.code)
    if found is None:
        return Text(
            th="{name}: ไม่มีข้อมูลจำนวนผู้ตอบ เพราะใช้คะแนนที่เผยแพร่",
            en="{name}: how many answered is not known, as the published figures were used.",
        ).fill(name=name(instrument))
    values = {
        "name": name(instrument),
        "answered": people(found.answered),
        "population": _of_population(found.population),
    }
    if found.reached is None or found.needed is None:
        return Text(
            th="{name}: มีผู้ตอบ {answered} คน{population} ยังบอกไม่ได้ว่าครบตามเกณฑ์หรือไม่",
            en="{name}: {answered} people answered{population}; whether that is enough cannot be said.",
        ).fill(**values)
    text = _ENOUGH if found.reached >= 1 else _TOO_FEW
    return text.fill(
        needed=people(found.needed),
        share=result.rounded(found.reached * 100),
        short=found.needed - found.answered,
        **values,
    )


_ENOUGH = Text(
    th="{name}: มีผู้ตอบ {answered} คน{population} ครบตามจำนวนขั้นต่ำ {needed} คน (ร้อยละ {share})",
    en="{name}: {answered} people answered{population}, enough for the required {needed} ({share} per cent).",
)
_TOO_FEW = Text(
    th="{name}: มีผู้ตอบ {answered} คน{population} จากจำนวนขั้นต่ำ {needed} คน (ร้อยละ {share}) ยังขาดอีก {short} คน",
    en="{name}: {answered} people answered{population}; {needed} are required ({share} per cent), "
    "so {short} are lacking.",
)


def _of_population(population: int | None) -> Text:
    if population is None:
        return Text("")
    return Text(th=f" จากผู้มีสิทธิตอบ {people(population)} คน", en=f" of the {people(population)} who could")


def sampling_rule(sampling: Sampling) -> Text:
    """Say who is asked and how many of them must answer."""
    if sampling.rule is SampleRule.QUOTA:
        how = Text(th="กำหนดตามประเภทของหน่วยงาน", en="a fixed number by class of office")
    else:
        how = Text(
            th="ร้อยละ {percent} แต่ไม่น้อยกว่า {floor} คน หากมีน้อยกว่านั้นให้ตอบทุกคน{cap}",
            en="at least {percent} per cent, never under {floor}; fewer people than that: everyone{cap}",
        ).fill(percent=exact(sampling.percent), floor=people(sampling.floor), cap=_cap(sampling))
    return Text(th="ผู้ตอบคือ{who} จำนวนผู้ตอบขั้นต่ำ: {how}", en="Who answers: {who}. How many: {how}.").fill(
        who=sampling.who, how=how
    )


def _cap(sampling: Sampling) -> Text:
    if sampling.cap is None:
        return Text("")
    cap, above = people(sampling.cap), people(sampling.cap_above or 0)
    return Text(th=f" และหากมีเกิน {above} คน ใช้ {cap} คน", en=f"; above {above} people: {cap}")


def interval(result: Result, code: str) -> Text:
    """Give a figure with its 95 % interval, or alone where no sample stands behind it."""
    figure, width = result.printed(code), result.margins.get(code)
    if figure is None:
        return Text("–", "–")
    if width is None:
        return Text(str(figure))
    return Text(f"{figure} ± {margin(width)}")


# The method


def method(framework: Framework) -> tuple[Text, ...]:
    """Say how the figures are computed, rounded and kept from telling on a small group."""
    weights = listed([_weight(instrument) for instrument in framework.instruments], mark=",")
    return (
        _LEVELS,
        *(_equal_shares(each) for each in framework.instruments if each.combining.rule is Combine.EQUAL),
        Text(
            th="คะแนนรวมเป็นผลรวมของคะแนนแต่ละเครื่องมือคูณด้วยน้ำหนัก ได้แก่ {weights}",
            en="The total is the sum of the instruments by weight: {weights}.",
        ).fill(weights=weights),
        _rounding(framework),
        _STATES,
        _SMALL_GROUPS,
        _MARGINS,
    )


_LEVELS = Text(
    th="คะแนนของแถวคำตอบเป็นค่าเฉลี่ยของคำตอบ คะแนนของข้อคำถามเป็นค่าเฉลี่ยของแถวคำตอบ "
    "คะแนนของข้อการเปิดเผยข้อมูลเฉลี่ยเป็นตัวชี้วัดย่อย แล้วจึงเฉลี่ยเป็นตัวชี้วัดและเครื่องมือตามลำดับ "
    "โดยใช้น้ำหนักที่กรอบการประเมินกำหนด และคำนวณด้วยค่าที่แม่นยำโดยไม่ปัดเศษระหว่างทาง",
    en="Answers are averaged into rows, rows into questions and questions into indicators; items "
    "into sub-indicators and these into indicators; indicators are averaged into instruments, all by the "
    "weights of the framework and exactly, without rounding on the way.",
)


def _equal_shares(instrument: Instrument) -> Text:
    return Text(
        th="{short}: คะแนนของแถวคำตอบเป็นค่าเฉลี่ยของคะแนนแต่ละช่องทางที่เก็บคำตอบ โดยทุกช่องทางมีน้ำหนักเท่ากัน "
        "จึงคำนวณจากจำนวนคำตอบรวมอย่างเดียวไม่ได้ ช่องทางที่มีผู้ตอบน้อยกว่า {least} คนรวมกับช่องทางอื่น",
        en="{short}: the points of a row are the mean of the points of its streams of answers, each with an "
        "equal share, so they do not follow from the counts of all answers alone. Streams of fewer than "
        "{least} answers share with others.",
    ).fill(short=instrument.short, least=LEAST_FOR_BREAKDOWN)


_STATES = Text(
    th="ส่วนที่ยังไม่มีข้อมูล ส่วนที่ไม่แสดง และส่วนที่ไม่เกี่ยวข้อง ไม่นับเป็นศูนย์",
    en="What has no data, is withheld or does not apply is never counted as zero.",
)
_SMALL_GROUPS = Text(
    th=f"ไม่แสดงคะแนนเฉลี่ยของแบบวัดที่มีผู้ตอบน้อยกว่า {LEAST_FOR_MEAN} คน "
    f"และไม่แสดงรายข้อเมื่อมีผู้ตอบน้อยกว่า {LEAST_FOR_BREAKDOWN} คน "
    "รวมทั้งส่วนอื่นที่จะทำให้คำนวณย้อนกลับได้ เพื่อไม่ให้ทราบคำตอบของบุคคล",
    en=f"Means of fewer than {LEAST_FOR_MEAN} respondents, single questions of fewer than "
    f"{LEAST_FOR_BREAKDOWN}, and whatever would give them away, are withheld, so that no one's answer shows.",
)
_MARGINS = Text(
    th="ช่วงความเชื่อมั่นร้อยละ 95 ของคะแนนแบบวัดเป็นค่าประมาณด้านกว้าง เพราะเก็บเฉพาะจำนวนผู้ตอบรายตัวเลือก "
    "ไม่เก็บคำตอบรายบุคคล และปรับตามจำนวนผู้มีสิทธิตอบทั้งหมด",
    en="The 95 % intervals of survey figures are on the wide side, because only counts per choice are kept "
    "and never one person's answers; they are corrected for the size of the population.",
)


def _weight(instrument: Instrument) -> Text:
    share = exact(instrument.weight * 100)
    return Text(th="{short} ร้อยละ {share}", en="{short} {share} per cent").fill(
        short=instrument.short, share=share
    )


def _rounding(framework: Framework) -> Text:
    rule = framework.rounding
    tie = (
        Text(th="ครึ่งปัดขึ้น", en="halves upward")
        if rule.ties is Ties.UP
        else Text(th="ครึ่งปัดไปหาเลขคู่", en="halves to the even digit")
    )
    order = (
        Text(th="ปัดคะแนนของแต่ละเครื่องมือก่อนรวม", en="the instruments' shares are rounded before they are added")
        if rule.parts_first
        else Text(th="ปัดครั้งเดียวเมื่อแสดงผล", en="once, where a figure is printed")
    )
    return Text(
        th="การปัดเศษ: ทศนิยม {places} ตำแหน่ง {tie} {order}", en="Rounding: {places} decimals, {tie}, {order}."
    ).fill(places=rule.places, tie=tie, order=order)


def surveys(framework: Framework) -> tuple[Instrument, ...]:
    return tuple(each for each in framework.instruments if each.kind is Kind.SURVEY)
