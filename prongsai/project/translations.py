"""Compile the Thai strings: `python -m prongsai.project.translations`.

--check   say what is untranslated, unused, or has other placeholders than its message
--update  put new messages of ours into the catalogue and take unused ones out

Done with polib, since a fresh machine has no gettext. `locale` holds our messages; `locale_trail` the verbs
of the trail, which no code says as messages; `locale_wagtail` those of Wagtail that it brings no Thai for, or
whose wording we mend.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import polib

from prongsai.project.messages import Message, used_messages

HERE = Path(__file__).parent
OURS = HERE / "locale" / "th" / "LC_MESSAGES" / "django.po"
FOLDERS = (HERE / "locale", HERE / "locale_trail", HERE / "locale_wagtail")
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def catalogues() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted(folder.rglob("*.po"))]


def compile_all() -> list[Path]:
    """Write a .mo beside each .po that is newer than it; give those written."""
    written = []
    for source in catalogues():
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))
            written.append(compiled)
    return written


def update() -> None:
    """Write our catalogue anew: every message that is used, with the translation it has."""
    known = {_message(entry): entry for entry in polib.pofile(str(OURS))} if OURS.exists() else {}
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": "th",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    for message, places in used_messages().items():
        entry = known.get(message) or _entry(message)
        entry.occurrences = [(place, "") for place in places]
        catalogue.append(entry)
    catalogue.save(str(OURS))


def problems() -> list[str]:
    """Say every message without a translation, every unused one, and every other fault of a catalogue."""
    used = set(used_messages())
    ours = [_message(entry) for entry in polib.pofile(str(OURS))]
    found = [f"{message.text!r} is not in the catalogue: run with --update" for message in used - set(ours)]
    found += [f"{message.text!r} is not used: run with --update" for message in set(ours) - used]
    for source in catalogues():
        entries = [entry for entry in polib.pofile(str(source)) if not entry.obsolete]
        found += [
            f"{source.relative_to(HERE)}:{entry.linenum}: {fault}"
            for entry in entries
            for fault in _faults(entry)
        ]
        messages = [_message(entry) for entry in entries]
        found += [
            f"{message.text!r} stands twice" for message in set(messages) if messages.count(message) > 1
        ]
    return found


def _entry(message: Message) -> polib.POEntry:
    plural = {0: ""} if message.plural else {}
    return polib.POEntry(
        msgid=message.text, msgid_plural=message.plural, msgctxt=message.context or None, msgstr_plural=plural
    )


def _message(entry: polib.POEntry) -> Message:
    return Message(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def _faults(entry: polib.POEntry) -> list[str]:
    if not entry.translated():
        return [f"{entry.msgid[:60]!r} has no translation"]
    said = entry.msgstr or entry.msgstr_plural.get(0, "")
    if _placeholders(said) != _placeholders(entry.msgid_plural or entry.msgid):
        return [f"{entry.msgid[:60]!r} has other placeholders than its translation"]
    return []


def _placeholders(text: str) -> set[str]:
    return {found.group() for found in _PLACEHOLDER.finditer(text)}


def main() -> int:
    if "--update" in sys.argv[1:]:
        update()
    if "--check" in sys.argv[1:]:
        found = problems()
        sys.stdout.writelines(f"{line}\n" for line in sorted(found))
        return 1 if found else 0
    for path in compile_all():
        sys.stdout.write(f"compiled {path.relative_to(HERE)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
