"""Ways to reach an office, and what helps to find and to know it."""

from __future__ import annotations

import re

from prongsai.collect.evidence.checking.found import Found, failed, passed, pieces, unsure
from prongsai.collect.evidence.checking.shown import Look, names_file, nonsense_of
from prongsai.collect.evidence.reading.content import Kind, Link
from prongsai.core.checks import Check
from prongsai.core.text import Text
from prongsai.core.thai import arabic

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\s?\.\s?[\w-]+)+", re.IGNORECASE | re.ASCII)
_AREA = r"\(?0[\s-]?\d{1,2}\)?[\s.-]{0,3}"
_NUMBER = rf"(?<!\d)(?:{_AREA}(?:\d[\s.-]{{0,2}}){{6,8}}|\+66[\s.-]{{0,2}}(?:\d[\s.-]?){{8,9}})(?!\d)"
_PHONE = re.compile(_NUMBER)
_FAX_NAME = r"(?:โทรสาร|แฟ็?[กค]ซ?์?|\bfax\b|facsimile)"
_FAX_WORD = re.compile(_FAX_NAME, re.IGNORECASE)
_ONLY_FAX = re.compile(rf"(?<![/,])\s*{_FAX_NAME}[^\d/]*$", re.IGNORECASE)
_FAX = re.compile(rf"{_FAX_NAME}\D{{0,25}}{_NUMBER}", re.IGNORECASE)
_MAPS = (
    *("google.com/maps", "google.co.th/maps", "maps.google", "goo.gl/maps", "maps.app.goo.gl"),
    *("openstreetmap.org", "longdo.com", "bing.com/maps", "maps.apple.com"),
)
_FORM = re.compile(
    r"ฟอร์ม|กรอก|ถาม|ร้องเรียน|ความคิดเห็น|กระดาน|forms\.gle|/forms?/|webboard|line\.me", re.IGNORECASE
)
_MAP_WORD = re.compile(r"แผนที่|\bmap\b", re.IGNORECASE)


def email(_check: Check, look: Look) -> Found:
    for link in look.content.links:
        if link.address.lower().startswith("mailto:"):
            return passed(_HAS_EMAIL.fill(email=link.address[7:].partition("?")[0]), link.place)
    return _search(look, _EMAIL, _HAS_EMAIL, "email") or failed(_NO_EMAIL)


def phone(_check: Check, look: Look) -> Found:
    for link in look.content.links:
        if link.address.lower().startswith("tel:"):
            return passed(_HAS_PHONE.fill(phone=link.address[4:]), link.place)
    for text, place in pieces(look.content):
        for found in _PHONE.finditer(arabic(text)):
            if not _ONLY_FAX.search(arabic(text)[max(0, found.start() - 30) : found.start()]):
                return passed(_HAS_PHONE.fill(phone=found[0].strip()), place)
    return failed(_NO_PHONE)


def fax(_check: Check, look: Look) -> Found:
    """A number behind the word; in a table the two stand in cells of their own."""
    if found := _search(look, _FAX, _HAS_FAX, "fax"):
        return found
    whole = arabic(look.content.text)
    if found_text := _FAX.search(whole):
        return passed(_HAS_FAX.fill(fax=_short(found_text[0])))
    if word := _FAX_WORD.search(whole):
        return unsure(_FAX_WITHOUT.fill(word=word[0]))
    return failed(_NO_FAX)


def _search(look: Look, pattern: re.Pattern[str], said: Text, key: str) -> Found | None:
    for text, place in pieces(look.content):
        if found := pattern.search(arabic(text)):
            return passed(said.fill(**{key: _short(found[0])}), place)
    return None


def _short(text: str) -> str:
    return " ".join(text.split())[:60]


def picture(_check: Check, look: Look) -> Found:
    pictures = look.content.pictures
    for each in pictures:
        if (each.alt or "").strip():
            return passed(_HAS_PICTURE.fill(alt=_short(each.alt or "")), each.place)
    if pictures:
        return unsure(_NO_ALT.fill(count=len(pictures)), pictures[0].place)
    return failed(_NO_PICTURE) if look.content.kind is Kind.HTML else unsure(_FILE_BY_EYE)


def map_(_check: Check, look: Look) -> Found:
    for link in look.content.links:
        if _is_map(link):
            return passed(_HAS_MAP, link.place)
    for each in look.content.pictures:
        if _MAP_WORD.search(each.alt or "") or any(known in each.address for known in _MAPS):
            return passed(_HAS_MAP, each.place)
    body = look.shown.fetched.body.lower()
    if any(known.encode() in body for known in _MAPS):
        return passed(_HAS_MAP)
    if any(_MAP_WORD.search(text) for text, _ in pieces(look.content)):
        return unsure(_MAP_BY_EYE)
    return failed(_NO_MAP) if look.content.kind is Kind.HTML else unsure(_FILE_BY_EYE)


def _is_map(link: Link) -> bool:
    return any(known in link.address.lower() for known in _MAPS)


def takes_text(_check: Check, look: Look) -> Found:
    if look.content.takes_text:
        return passed(_TAKES_TEXT)
    body = look.shown.fetched.body.lower()
    if _asks_who(look) or b"<iframe" in body or any(_leads_to_form(link) for link in look.content.links):
        return unsure(_FORM_BY_EYE)
    return failed(_NO_FORM)


def _asks_who(look: Look) -> bool:
    """A service behind a sign-in of its own, not the one that stands on every page of the site."""
    template = nonsense_of(look.shown, look.facts)
    return look.content.asks_password and not (template is not None and template.asks_password)


def _leads_to_form(link: Link) -> bool:
    """A file may be a form too, but nobody can write into it and send it."""
    return not names_file(link.address) and bool(_FORM.search(f"{link.text} {link.address}"))


_HAS_EMAIL = Text("พบอีเมล {email}", "There is the e-mail address {email}.")
_NO_EMAIL = Text("ไม่พบอีเมล โปรดเพิ่มที่อยู่อีเมลที่ใช้ติดต่อได้จริง", "There is no e-mail address. Add one that is read.")
_HAS_PHONE = Text("พบหมายเลขโทรศัพท์ {phone}", "There is the telephone number {phone}.")
_NO_PHONE = Text("ไม่พบหมายเลขโทรศัพท์ โปรดเพิ่ม", "There is no telephone number. Add it.")
_HAS_FAX = Text("พบหมายเลขโทรสาร {fax}", "There is the fax number {fax}.")
_FAX_WITHOUT = Text(
    "พบคำว่า “{word}” แต่ไม่พบหมายเลข โปรดเปิดดู", "“{word}” is there, but no number. Look yourself."
)
_NO_FAX = Text(
    "ไม่พบหมายเลขโทรสาร โปรดเพิ่ม หากใช้หมายเลขเดียวกับโทรศัพท์ให้ระบุคำว่าโทรสาร",
    "There is no fax number. Add it; if it is the telephone's, say so.",
)
_HAS_PICTURE = Text("พบรูปภาพที่มีคำอธิบาย “{alt}”", "There is a picture with the words “{alt}”.")
_NO_ALT = Text(
    "พบรูปภาพ {count} รูป แต่ไม่มีคำอธิบายรูป (alt) จึงไม่ทราบว่าเป็นรูปใด โปรดเพิ่มคำอธิบาย",
    "There are {count} pictures, but no words (alt) that tell what they show. Add them.",
)
_NO_PICTURE = Text(
    "ไม่พบรูปภาพ โปรดเพิ่มพร้อมคำอธิบายรูป", "There is no picture. Add it, with words that tell what it shows."
)
_FILE_BY_EYE = Text(
    "เครื่องไม่ดูรูปภาพในไฟล์ โปรดเปิดดูด้วยตนเอง", "Pictures inside files are not looked at. Look yourself."
)
_HAS_MAP = Text("พบแผนที่", "There is a map.")
_MAP_BY_EYE = Text(
    "พบคำว่าแผนที่ แต่ไม่พบภาพหรือลิงก์แผนที่ โปรดเปิดดู", "It speaks of a map, but none was found. Look yourself."
)
_NO_MAP = Text("ไม่พบแผนที่ที่ตั้ง โปรดเพิ่มภาพแผนที่หรือลิงก์แผนที่", "There is no map. Add a picture or a link to one.")
_TAKES_TEXT = Text("พบแบบฟอร์มที่กรอกข้อความได้", "There is a form into which one can write.")
_FORM_BY_EYE = Text(
    "ไม่พบแบบฟอร์มในหน้านี้โดยตรง อาจฝังไว้หรืออยู่ที่ลิงก์ในหน้า โปรดเปิดดูว่ากรอกข้อความได้",
    "No form stands on the page itself; it may be embedded or behind a link. See whether one can write.",
)
_NO_FORM = Text("ไม่พบแบบฟอร์มที่กรอกข้อความได้ โปรดเพิ่ม", "There is no form into which one can write. Add one.")
