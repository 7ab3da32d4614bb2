"""Is it there for a stranger? Fails only on what surely is not; what may pass by itself is not sure."""

from __future__ import annotations

from datetime import date, timedelta

from prongsai.collect.evidence.checking.gone import gone, is_bare
from prongsai.collect.evidence.checking.shown import Gone, Look, Try, host
from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.core.days import local_day, written_day
from prongsai.core.naming import joined
from prongsai.core.text import Text

TRIES = 3  # on as many days, all the same, before it is a fail
CERTIFICATE_DAYS = 21


def alive(look: Look) -> Verdict:
    found = gone(look)
    if found is not None:
        return _gone(look, found)
    fetched = look.shown.fetched
    if fetched.trouble is not None:
        return _verdict(look, Answer.NOT_SURE, _TROUBLES[fetched.trouble])
    if not fetched.has_succeeded:
        return _verdict(look, Answer.NOT_SURE, _REFUSED.get(fetched.status, _ODD).fill(status=fetched.status))
    if is_bare(look.shown.content):
        return _verdict(look, Answer.NOT_SURE, _MADE_LATER)
    if _led_astray(look):
        return _verdict(look, Answer.NOT_SURE, _ELSEWHERE.fill(host=host(fetched.final)))
    return _verdict(look, Answer.PASS, joined([_OPENS, *_notes(look)]))


def _gone(look: Look, found: Gone) -> Verdict:
    said = _GONE[found].fill(status=look.shown.fetched.status, host=host(look.shown.address))
    if look.facts.is_rehearsal:
        return _verdict(look, Answer.FAIL, said)
    days = _agreeing(look, found)
    if len(days) >= TRIES:
        return _verdict(look, Answer.FAIL, joined([said, _AGREED.fill(days=len(days))]))
    return _verdict(look, Answer.NOT_SURE, joined([said, _AGAIN.fill(days=len(days), tries=TRIES)]))


def _agreeing(look: Look, found: Gone) -> set[date]:
    """Days of the last tries, today's too, that all found nothing."""
    tries = [*look.facts.tries.get(look.shown.address, ()), Try(look.facts.today, found)]
    days: set[date] = set()
    for each in reversed(tries):
        if each.gone is None:
            break
        days.add(each.day)
    return days


def _led_astray(look: Look) -> bool:
    """From the office's own site to one that is neither its own nor known."""
    asked, final = look.shown.address, look.shown.fetched.final or look.shown.address
    return _site(asked) != _site(final) and _site(final) != _site(look.facts.main_site) and not _known(final)


def _notes(look: Look) -> list[Text]:
    final = look.shown.fetched.final or look.shown.address
    notes = []
    ends = look.shown.fetched.certificate_ends
    if ends is not None and local_day(ends) - look.facts.today < timedelta(days=CERTIFICATE_DAYS):
        day = local_day(ends)
        notes.append(_CERTIFICATE.fill(day=Text(written_day(day, "th"), written_day(day, "en"))))
    if _known(final):
        notes.append(_OTHER_HANDS.fill(host=host(final)))
    return notes


_SECOND_LEVEL = {"go", "ac", "or", "co", "in", "mi", "net"}
_KNOWN = {
    *(
        "google.com",
        "googleusercontent.com",
        "forms.gle",
        "goo.gl",
        "facebook.com",
        "fb.com",
        "fb.watch",
        "fb.me",
    ),
    *("youtube.com", "youtu.be", "line.me", "lin.ee", "twitter.com", "x.com", "instagram.com", "tiktok.com"),
    *("1drv.ms", "live.com", "sharepoint.com", "dropbox.com", "canva.com", "anyflip.com", "pubhtml5.com"),
}


def _site(address: str) -> str:
    """The name that belongs to one owner: `a.go.th` of `www.x.a.go.th`."""
    name = host(address).partition(":")[0]
    parts = name.split(".")
    if all(part.isdigit() for part in parts):
        return name
    count = 3 if parts[-1] == "th" and parts[-2:-1] and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-count:])


def _known(address: str) -> bool:
    return _site(address) in _KNOWN


def _verdict(look: Look, answer: Answer, said: Text) -> Verdict:
    fetched = look.shown.fetched
    return Verdict(
        asked=Asked.ALIVE, answer=answer, said=said, address=look.shown.address, looked_at=fetched.sha256
    )


_OPENS = Text("เปิดได้โดยไม่ต้องเข้าสู่ระบบ", "It opens without signing in.")
_CERTIFICATE = Text(
    "ใบรับรองความปลอดภัยของเว็บไซต์จะหมดอายุวันที่ {day} โปรดแจ้งผู้ดูแลเว็บไซต์ให้ต่ออายุก่อนวันประเมิน",
    "The site's certificate ends on {day}. Have it renewed before the assessment.",
)
_OTHER_HANDS = Text(
    "เนื้อหาอยู่ที่ {host} ซึ่งไม่ใช่เว็บไซต์ของหน่วยงาน และอาจขอให้ลงชื่อเข้าใช้ โปรดลองเปิดด้วยหน้าต่างที่ไม่ได้ลงชื่อเข้าใช้",
    "It lies at {host}, not on the office's site, and may ask for sign-in. Try it signed out.",
)
_ELSEWHERE = Text(
    "ลิงก์พาไปยัง {host} ซึ่งไม่ใช่เว็บไซต์ของหน่วยงาน โปรดเปิดดูว่าเป็นหน้าที่ตั้งใจแสดงหรือไม่",
    "The link leads to {host}, which is not the office's site. See whether it is the page you meant.",
)
_MADE_LATER = Text(
    "หน้านี้สร้างเนื้อหาด้วยสคริปต์หรือฝังหน้าอื่นไว้ เครื่องจึงอ่านไม่ได้ โปรดเปิดดูด้วยตนเอง",
    "The page is put together by scripts or frames, which this check does not run. Look at it yourself.",
)
_AGREED = Text("ตรวจแล้ว {days} วันได้ผลเหมือนกัน", "It was the same on {days} days.")
_AGAIN = Text(
    "ตรวจพบแล้ว {days} วัน จะถือว่าไม่ผ่านเมื่อพบเหมือนกันครบ {tries} วัน",
    "Found on {days} day(s) so far; it fails after {tries} days with the same result.",
)
_GONE = {
    Gone.NOT_FOUND: Text(
        "เปิดไม่ได้ เว็บไซต์ตอบว่าไม่พบหน้านี้ (รหัส {status}) โปรดแก้ลิงก์หรือนำหน้ากลับมา",
        "It does not open: there is no such page (status {status}). Mend the link or bring the page back.",
    ),
    Gone.NO_NAME: Text(
        "เปิดไม่ได้ ไม่มีเว็บไซต์ชื่อ {host} โปรดตรวจตัวสะกดของลิงก์ หรือสอบถามผู้ดูแลชื่อโดเมน",
        "It does not open: there is no site named {host}. Check the spelling, or ask who keeps the domain.",
    ),
    Gone.SOFT: Text(
        "หน้าเปิดขึ้น แต่ไม่มีเนื้อหา เป็นหน้าแจ้งว่าไม่พบข้อมูลหรือหน้าเดียวกับที่เว็บไซต์แสดงเมื่อลิงก์ผิด โปรดแก้ลิงก์",
        "A page opens, but it is the one that the site shows for addresses that do not exist. Mend the link.",
    ),
    Gone.LOGIN: Text(
        "ต้องเข้าสู่ระบบก่อนจึงจะเห็นเนื้อหา บุคคลภายนอกจึงเปิดดูไม่ได้ โปรดเปิดให้ดูได้โดยไม่ต้องมีรหัสผ่าน",
        "It asks to sign in before anything is seen, so no outsider can see it. Open it to everyone.",
    ),
    Gone.EMPTY: Text(
        "หน้าเปิดขึ้นแต่ว่างเปล่า ไม่มีข้อความ รูปภาพ หรือไฟล์ โปรดนำเนื้อหาขึ้น",
        "The page opens but is empty: no text, no picture, no file. Put the content on it.",
    ),
}
_BY_HAND = Text(" โปรดเปิดดูด้วยตนเอง", " Open it yourself.")
_TROUBLES = {
    trouble: Text(said.th + _BY_HAND.th, said.en + _BY_HAND.en)
    for trouble, said in {
        Trouble.FORBIDDEN: Text(
            "ที่อยู่นี้อยู่ในเครือข่ายภายใน เครื่องไม่เปิด และบุคคลภายนอกอาจเปิดไม่ได้",
            "The address is inside a private network. It was not opened, and outsiders may not reach it.",
        ),
        Trouble.BAD_ADDRESS: Text(
            "ลิงก์เขียนไม่ถูกรูปแบบ ต้องขึ้นต้นด้วย http:// หรือ https:// เครื่องจึงเปิดไม่ได้",
            "The link is not written as one; it must begin with http:// or https://, so it was not opened.",
        ),
        Trouble.NO_NAME: Text("ไม่พบชื่อเว็บไซต์", "The name of the site is not known."),
        Trouble.NOT_REACHED: Text("ติดต่อเว็บไซต์ไม่ได้ในขณะที่ตรวจ", "The site could not be reached this time."),
        Trouble.TOO_SLOW: Text("เว็บไซต์ตอบช้าเกินไปในขณะที่ตรวจ", "The site was too slow to answer this time."),
        Trouble.BUSY: Text(
            "เว็บไซต์ขอให้รอนานกว่าที่เครื่องรอได้", "The site asked to wait for longer than this check can."
        ),
        Trouble.TOO_LARGE: Text("ไฟล์ใหญ่เกินกว่าที่เครื่องจะอ่าน", "The file is larger than this check reads."),
        Trouble.CERTIFICATE: Text(
            "ใบรับรองความปลอดภัยของเว็บไซต์ใช้ไม่ได้ ผู้เปิดอาจพบคำเตือน โปรดแจ้งผู้ดูแลเว็บไซต์",
            "The site's certificate is not valid, so visitors may be warned off. Tell who keeps the site.",
        ),
        Trouble.REDIRECTS: Text("ลิงก์ส่งต่อวนไปมาไม่สิ้นสุด", "The link leads on and on without an end."),
        Trouble.UNREADABLE: Text("เครื่องอ่านคำตอบของเว็บไซต์ไม่ได้", "The site's answer could not be read."),
    }.items()
}
_REFUSED = {
    status: Text(
        "เว็บไซต์ไม่อนุญาตให้เครื่องเปิดหน้านี้ (รหัส {status}) โปรดลองเปิดด้วยหน้าต่างที่ไม่ได้ลงชื่อเข้าใช้",
        "The site did not let this check in (status {status}). Try it in a window that is not signed in.",
    )
    for status in (401, 403, 407, 429, 451)
}
_ODD = Text(
    "เว็บไซต์ตอบว่าขัดข้องในขณะที่ตรวจ (รหัส {status}) โปรดเปิดดูด้วยตนเองในภายหลัง",
    "The site answered with an error this time (status {status}). Open it yourself later.",
)
