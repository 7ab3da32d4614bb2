"""Where an element lies: reached from the main site, and apart from other channels."""

from __future__ import annotations

from prongsai.collect.evidence.checking.found import Found, failed, passed, unsure
from prongsai.collect.evidence.checking.shown import Look, is_main_page, same_address
from prongsai.core.checks import Check
from prongsai.core.text import Text


def from_main_site(_check: Check, look: Look) -> Found:
    linked = look.facts.linked_from_main
    if is_main_page(look.shown, look.facts) and same_address(look.shown.address).startswith(
        same_address(look.facts.main_site)
    ):
        return passed(_IS_MAIN)
    if not linked:
        return unsure(_NOT_LOOKED)
    places = {same_address(address): place for address, place in linked.items()}
    for mine in _addresses(look):
        if mine in places:
            return passed(_LINKED, places[mine])
    return failed(_NOT_LINKED.fill(address=look.shown.address))


def apart(check: Check, look: Look) -> Found:
    """At an address of its own; a place on the same page (#…) is not apart."""
    mine = set(_addresses(look))
    for code in check.items:
        for other in look.facts.others.get(code, ()):
            if mine & {same_address(other.address), same_address(other.fetched.final or other.address)}:
                return failed(_SAME.fill(item=code.upper(), address=other.address))
    return passed(_APART.fill(items=" ".join(code.upper() for code in check.items)))


def _addresses(look: Look) -> list[str]:
    shown = look.shown
    return [same_address(shown.address), same_address(shown.fetched.final or shown.address)]


_IS_MAIN = Text("อยู่บนหน้าแรกของเว็บไซต์หลัก", "It is on the first page of the main site.")
_LINKED = Text("เข้าถึงได้จากเว็บไซต์หลักของหน่วยงาน", "It is reached from the office's main site.")
_NOT_LOOKED = Text(
    "ยังไม่ได้ตรวจลิงก์บนเว็บไซต์หลัก โปรดเปิดเว็บไซต์หลักแล้วตรวจว่ามีลิงก์มายังหน้านี้",
    "The links of the main site were not looked at. Open it and see whether it leads here.",
)
_NOT_LINKED = Text(
    "ไม่พบลิงก์จากเว็บไซต์หลักมายัง {address} โปรดเพิ่มลิงก์หรือเมนูบนเว็บไซต์หลัก",
    "The main site does not lead to {address}. Put a link or a menu on it.",
)
_SAME = Text(
    "ใช้ช่องทางเดียวกับข้อ {item} ({address}) โปรดแยกเป็นช่องทางเฉพาะของข้อนี้",
    "It is the same channel as {item} ({address}). Make one of its own.",
)
_APART = Text("เป็นคนละช่องทางกับข้อ {items}", "It is apart from the channels of {items}.")
