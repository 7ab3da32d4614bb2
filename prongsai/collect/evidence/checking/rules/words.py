"""Phrases, languages and names that a content must hold."""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.collect.evidence.checking.found import Found, failed, passed, pieces, quoted, unsure
from prongsai.collect.evidence.checking.shown import Look, host
from prongsai.collect.evidence.reading import skeleton
from prongsai.collect.evidence.reading.content import Content
from prongsai.core.checks import Check
from prongsai.core.text import Text

_SHARE = 60  # per cent of the letters
_SENTENCE = 20  # letters that are more than a menu
_ENOUGH = 40  # letters that are a text
_TO_ENGLISH = re.compile(r"\benglish\b|\beng?\b|ภาษาอังกฤษ", re.IGNORECASE)
_THAI, _LATIN = re.compile("[ก-ฮ]"), re.compile("[A-Za-z]")
_LANGUAGES = {"th": Text("ภาษาไทย", "Thai"), "en": Text("ภาษาอังกฤษ", "English")}
_YEAR_OF = re.compile(r"ปี\s*(?:งบประมาณ|งบฯ?|งปม\.?)")
_TITLE = re.compile(
    r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่\s?(?:ร้อย|ร\.)\S*|ดร\.|ผศ\.(?:\s?ดร\.)?|รศ\.|ศ\.|สิบ\S{1,4}|พ\.ต\.\S?|ร\.ต\.\S?|\bMr\.?|\bMrs\.?|\bMs\.?|\bMiss|\bDr\.)"
    r"\s{0,2}[ก-ฮเ-ไA-Z][ก-์A-Za-z]+\s+[ก-ฮเ-ไA-Z][ก-์A-Za-z]+"
)


_SHORT = {
    phrase: re.compile(rf"(?<![ก-๙.]){re.escape(short)}\s?(?=[ก-๙\d])")
    for phrase, short in {
        "ผู้อำนวยการ": "ผอ.",
        "ตำบล": "ต.",
        "อำเภอ": "อ.",
        "จังหวัด": "จ.",
        "ถนน": "ถ.",
        "หมู่": "ม.",
        "พระราชบัญญัติ": "พ.ร.บ.",
        "งบประมาณ": "งปม.",
    }.items()
}


def words(check: Check, look: Look) -> Found:
    places = {phrase: _place(phrase, look) for phrase in check.any}
    there = {phrase: place for phrase, place in places.items() if place is not None}
    if len(there) >= check.least:
        return passed(_FOUND.fill(words=quoted(there)), next(iter(there.values())))
    missing = quoted(phrase for phrase in check.any if phrase not in there)
    if check.least == 1:
        return failed(_NONE.fill(words=missing))
    return failed(_TOO_FEW.fill(least=check.least, count=len(there), words=missing))


def _place(phrase: str, look: Look) -> Text | None:
    """Where a phrase stands: in full, in short, or, if Latin, in the name of a site that is linked to."""
    content = without_years(look.content) if phrase.startswith("งบ") else look.content
    found = skeleton.find(content, phrase)
    if found is None and (short := _SHORT.get(phrase)):
        found = next((place for text, place in pieces(look.content) if short.search(text)), None)
    if found is None and phrase.isascii():
        return next((link.place for link in look.content.links if phrase in host(link.address)), None)
    return found


def without_years(content: Content) -> Content:
    """The same, but that no "ปีงบประมาณ" names a budget."""
    if not _YEAR_OF.search(f"{content.title}\n{content.text}"):
        return content
    blocks = tuple(replace(block, text=_YEAR_OF.sub(" ", block.text)) for block in content.blocks)
    return replace(content, title=_YEAR_OF.sub(" ", content.title), blocks=blocks)


def language(check: Check, look: Look) -> Found:
    """Sentences of it: single words stand in the menus of every site."""
    name, mine = _LANGUAGES[check.language], _LATIN if check.language == "en" else _THAI
    other = _THAI if check.language == "en" else _LATIN
    kept = [(text, place) for text, place in pieces(look.content) if _share(text, mine, other) >= _SHARE]
    sentences = [(text, place) for text, place in kept if len(mine.findall(text)) >= _SENTENCE]
    if sum(len(mine.findall(text)) for text, _ in sentences) >= _ENOUGH:
        return passed(_IN_LANGUAGE.fill(language=name), sentences[0][1])
    if check.language == "en" and any(_TO_ENGLISH.search(link.text) for link in look.content.links):
        return unsure(_BEHIND_LINK)
    return failed(_NOT_IN_LANGUAGE.fill(language=name))


def _share(text: str, mine: re.Pattern[str], other: re.Pattern[str]) -> int:
    good, bad = len(mine.findall(text)), len(other.findall(text))
    return 100 * good // (good + bad) if good else 0


def executive(_check: Check, look: Look) -> Found:
    if not look.facts.executive:
        return unsure(_NOT_KNOWN)
    for name in look.facts.executive:
        place = skeleton.find(look.content, name)
        if place is not None:
            return passed(_NAMED.fill(name=name), place)
    if look.content.pictures and not any(_TITLE.search(text) for text, _ in pieces(look.content)):
        return unsure(_IN_PICTURE.fill(name=look.facts.executive[0]))
    return failed(_NOT_NAMED.fill(name=look.facts.executive[0]))


def person_names(_check: Check, look: Look) -> Found:
    for text, place in pieces(look.content):
        if found := _TITLE.search(text):
            return passed(_NAMED.fill(name=found[0]), place)
    return failed(_NO_NAMES)


_FOUND = Text("พบ {words}", "Found {words}.")
_NONE = Text(
    "ไม่พบคำที่แสดงเรื่องนี้ เช่น {words} โปรดเพิ่มหัวข้อหรือข้อความนี้",
    "Nothing says this, such as {words}. Add a heading or a text that does.",
)
_TOO_FEW = Text(
    "ต้องพบอย่างน้อย {least} เรื่อง แต่พบ {count} เรื่อง ที่ยังไม่พบคือ {words} โปรดเพิ่มให้ครบ",
    "At least {least} of these must be there, {count} are. Not found: {words}. Add them.",
)
_IN_LANGUAGE = Text("มีข้อความ{language}", "There is a text in {language}.")
_NOT_IN_LANGUAGE = Text("ไม่พบข้อความ{language} โปรดเพิ่มฉบับ{language}", "No text in {language}. Add one.")
_BEHIND_LINK = Text(
    "ไม่พบข้อความภาษาอังกฤษในหน้านี้ แต่มีลิงก์ไปยังฉบับภาษาอังกฤษ โปรดเพิ่มลิงก์นั้นในข้อนี้",
    "No text in English on the page, but a link to one. Give that link too.",
)
_IN_PICTURE = Text(
    "ไม่พบชื่อ “{name}” เป็นข้อความ อาจอยู่ในรูปภาพ โปรดเปิดดูด้วยตนเอง",
    "The name “{name}” does not stand as text; it may be in a picture. Look yourself.",
)
_NOT_KNOWN = Text(
    "ยังไม่มีชื่อผู้บริหารสูงสุดคนปัจจุบันในระบบ จึงตรวจไม่ได้ โปรดบันทึกชื่อไว้ในข้อมูลตำแหน่ง",
    "The present head's name is not in the system, so this cannot be told. Enter it with the posts.",
)
_NAMED = Text("พบชื่อ “{name}”", "The name “{name}” is there.")
_NOT_NAMED = Text(
    "ไม่พบชื่อผู้บริหารสูงสุดคนปัจจุบัน (“{name}”) โปรดเปลี่ยนเป็นฉบับของผู้บริหารคนปัจจุบัน",
    "The present head (“{name}”) is not named. Put the present head's own in its place.",
)
_NO_NAMES = Text(
    "ไม่พบชื่อและชื่อสกุลของบุคคล โปรดระบุพร้อมคำนำหน้าชื่อ", "No name of a person. Write names with their titles."
)
