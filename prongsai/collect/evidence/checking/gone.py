"""Whether an address that answers shows a stranger nothing: missing, behind a sign-in, empty."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from prongsai.collect.evidence.checking.shown import (
    Gone,
    Look,
    gone_by_answer,
    host,
    is_main_page,
    letters,
    names_file,
    nonsense_of,
)
from prongsai.collect.evidence.reading.content import Content, Kind
from prongsai.core.framework import Evidence

_FEW = 20  # letters and digits that a page has of its own at least
_SHORT = 600  # a page with more is about something, even if it says "not found"
_LITTLE = 1000  # of a page that stands where a file was named
_MISSING = re.compile(
    r"ไม่พบ(?:หน้า|เพจ|ไฟล์|เว็บ|ลิงก์|ลิ้งค์|เอกสารที่(?:ท่าน|คุณ)|สิ่งที่(?:ท่าน|คุณ))|ขออภัย\s*ไม่พบ"
    r"|ไม่มี(?:หน้า|เพจ|ไฟล์|เนื้อหา)(?:เว็บ)?(?:นี้|ที่(?:ท่าน|คุณ))|^oops\b"
    r"|หน้า(?:เว็บ|เพจ)?(?:นี้)?(?:ที่(?:ท่าน|คุณ)[^.]{0,30})?(?:ไม่มีอยู่|ถูกลบ|ถูกย้าย)"
    r"|(?:page|file|content|url)\b.{0,30}\b(?:not found|no longer|does(?:n't| not) exist)"
    r"|\bdomain\b.{0,20}\bfor sale\b|โดเมน(?:นี้)?(?:ประกาศ)?(?:ขาย|หมดอายุ)"
    r"|(?:^|error\s*)404\b|404 (?:not found|error)|^not found$|nothing (?:was )?found here",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|servicelogin|wp-login|auth(?:enticate|orize)?|sso)(?:[/._?-]|$)",
    re.IGNORECASE,
)
_SIGN_IN_TITLE = re.compile(r"^\W*(?:กรุณา)?(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|log ?in|sign ?in)", re.IGNORECASE)
_PERMISSION = re.compile(
    r"ต้อง(?:มี|ขอ)สิทธิ์(?:การ)?เข้าถึง|you need (?:access|permission)|access denied", re.IGNORECASE
)
_SIGN_IN_HOSTS = {"accounts.google.com", "login.microsoftonline.com", "login.live.com"}
_FRAMES = (b"<iframe", b"<embed", b"<object")


def gone(look: Look) -> Gone | None:
    """Say what this one look found, whatever earlier tries said. None: something is there, or unknown."""
    fetched = look.shown.fetched
    if (by_answer := gone_by_answer(fetched.status, fetched.trouble)) or fetched.trouble:
        return by_answer
    if not fetched.has_succeeded:
        return None
    if _is_sign_in(look) or _wants_permission(look.content):
        return Gone.LOGIN
    if _is_soft(look):
        return Gone.SOFT
    return Gone.EMPTY if is_bare(look.shown.content) and not may_be_made_later(look) else None


def is_bare(content: Content) -> bool:
    """Nothing to see at all."""
    if content.kind is Kind.EMPTY:
        return True
    if content.unreadable is not None:
        return False
    return content.kind is Kind.HTML and not (letters(content) or content.pictures or content.takes_text)


def may_be_made_later(look: Look) -> bool:
    """Whether scripts or frames put something there that is not in the page itself."""
    return has_frames(look) or b"<script" in look.shown.fetched.body.lower()


def has_frames(look: Look) -> bool:
    body = look.shown.fetched.body.lower()
    return any(mark in body for mark in _FRAMES)


def _wants_permission(content: Content) -> bool:
    return letters(content) < _SHORT and bool(
        _PERMISSION.search(content.title) or _PERMISSION.search(_first(content))
    )


def _is_sign_in(look: Look) -> bool:
    content, fetched = look.shown.content, look.shown.fetched
    if host(fetched.final) in _SIGN_IN_HOSTS:
        return True
    if content.kind is not Kind.HTML or look.item.evidence is Evidence.CHANNEL:
        return False  # a service may ask who one is
    template = nonsense_of(look.shown, look.facts)
    asks = content.asks_password and not (template is not None and template.asks_password)
    was_led = bool(fetched.hops) and bool(_SIGN_IN.search(urlsplit(fetched.final).path))
    if was_led or (asks and (_SIGN_IN_TITLE.search(content.title) or _SIGN_IN_TITLE.search(_first(content)))):
        return letters(look.content) < _SHORT
    return asks and letters(look.content) < _SHORT // 2


def _first(content: Content) -> str:
    return next((block.text for block in content.blocks if block.level), "")


def _is_soft(look: Look) -> bool:
    content = look.shown.content
    if content.kind is not Kind.HTML:
        return False
    if _says_missing(look) or _is_sent_home(look):
        return True
    own = letters(look.content)
    if names_file(look.shown.address) and own < _LITTLE and not may_be_made_later(look):
        return True
    if nonsense_of(look.shown, look.facts) is None or is_main_page(look.shown, look.facts):
        return False
    left = look.content
    shows = left.pictures or left.tables or left.links or (content.takes_text and not _template_takes(look))
    return own < _FEW and not shows and bool(content.blocks) and not has_frames(look)


def _is_sent_home(look: Look) -> bool:
    """Led from an address of its own to the front page, as many sites answer what they do not have."""
    asked, final = urlsplit(look.shown.address), urlsplit(look.shown.fetched.final)
    own = asked.path.strip("/") or asked.query
    return (
        bool(own)
        and asked.netloc == final.netloc
        and not (final.path.strip("/") or final.query or final.fragment)
    )


def _template_takes(look: Look) -> bool:
    template = nonsense_of(look.shown, look.facts)
    return template is not None and template.takes_text


def _says_missing(look: Look) -> bool:
    heads = [
        look.shown.content.title,
        *(block.text for block in look.shown.content.blocks if block.level in (1, 2)),
    ]
    if any(_MISSING.search(head.strip()) for head in heads) and letters(look.content) < _SHORT * 2:
        return True
    is_short = letters(look.content) < _SHORT // 3
    return is_short and any(_MISSING.search(block.text) for block in look.content.blocks)
