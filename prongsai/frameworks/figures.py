"""Whether the figures of a framework file make sense: scales, grades, sampling, dates, worked examples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from prongsai.core.text import Text
from prongsai.frameworks.reading import Block, Entries
from prongsai.frameworks.tree import Context, Found, codes_of, entries, figure, keys, number, parts, text

_FEWEST_CHOICES = 2  # that count; one alone tells nothing


def _reversed_rows(tree: Block, _context: Context) -> Found:
    """A row can only be reversed over choices that count."""
    for loc, part, level in parts(tree):
        scale = text(part, "scale")
        if level == "rows" and part.get("reversed") is True and scale in keys(tree, "scales"):
            yield from (
                [] if _counted(tree, scale) else [((*loc, "reversed"), _NOTHING_TO_TURN.fill(scale=scale))]
            )


def _counted(tree: Block, scale: str) -> int:
    return sum("points" in choice for _, choice in entries(tree["scales"], scale))


def _scales(tree: Block, _context: Context) -> Found:
    for name in keys(tree, "scales"):
        loc, choices = ("scales", name), entries(tree["scales"], name)
        if _counted(tree, name) < _FEWEST_CHOICES:
            yield loc, _ONE_CHOICE
        for language in ("th", "en"):
            seen: set[str] = set()
            for index, choice in choices:
                label = text(choice["label"], language) if isinstance(choice.get("label"), Block) else ""
                if label and label in seen:
                    yield (*loc, index, "label", language), _SAME_LABEL.fill(label=label)
                seen.add(label)


def _grades(tree: Block, _context: Context) -> Found:
    grades = entries(tree, "grades")
    least = [
        (figure(g, "total"), figure(g, "each_instrument") if "each_instrument" in g else Fraction(0))
        for _, g in grades
    ]
    sound = [(total, each) for total, each in least if total is not None and each is not None]
    if not grades or len(sound) < len(grades):
        return
    for (index, _), lower, higher in zip(grades[1:], sound[1:], sound, strict=False):
        if lower >= higher:
            yield ("grades", index, "total"), _NOT_DESCENDING
    if any(sound[-1]):
        yield ("grades", grades[-1][0], "total"), _LAST_GRADE


def _sampling(tree: Block, _context: Context) -> Found:
    for index, instrument in entries(tree, "instruments"):
        rule = instrument.get("sampling")
        if isinstance(rule, Block):
            for key, what in _sample_rule(rule):
                yield ("instruments", index, "sampling", key), what


def _sample_rule(rule: Block) -> Iterator[tuple[str, Text]]:
    share, quota = ("percent", "floor", "cap", "cap_above"), ("quotas",)
    mine, other = (quota, share) if rule.get("rule") == "quota" else (share, quota)
    for key in other:
        if key in rule:
            yield key, _OTHER_RULE.fill(key=key, rule=rule.get("rule"))
    for key in mine[:2]:
        if not rule.get(key) and rule.get(key) != 0:
            yield key, _RULE_NEEDS.fill(key=key, rule=rule.get("rule"))
    if figure(rule, "percent") == 0:
        yield "percent", _NO_PERCENT
    floor, cap, above = (number(rule, key) for key in ("floor", "cap", "cap_above"))
    if ("cap" in rule) != ("cap_above" in rule):
        yield "cap", _CAPS_TOGETHER
    if floor is not None and cap is not None and cap < floor:
        yield "cap", _CAP_UNDER_FLOOR.fill(cap=cap, floor=floor)
    if cap is not None and above is not None and above < cap:
        yield "cap_above", _CAP_ABOVE.fill(cap=cap, above=above)


def _calendar(tree: Block, _context: Context) -> Found:
    last: date | None = None
    for index, stage in entries(tree, "calendar"):
        starts, ends = stage.get("starts_on"), stage.get("ends_on")
        if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
            yield ("calendar", index, "ends_on"), _ENDS_FIRST.fill(starts=starts, ends=ends)
        if isinstance(starts, date):
            if last is not None and starts < last:
                yield ("calendar", index, "starts_on"), _OUT_OF_ORDER
            last = starts


def _weakest(tree: Block, _context: Context) -> Found:
    count = len(codes_of(tree, "indicators"))
    weakest = number(tree, "weakest")
    if weakest is not None and weakest > count:
        yield ("weakest",), _TOO_MANY_WEAK.fill(weakest=weakest, count=count)


def _examples(tree: Block, _context: Context) -> Found:
    all_codes = {text(part, "code") for _, part, _ in parts(tree)} | {text(tree, "framework")}
    grades = [text(grade, "code") for _, grade in entries(tree, "grades")]
    for index, example in entries(tree, "worked_examples"):
        loc = ("worked_examples", index)
        for key in ("indicators", "printed", "shares"):
            for code in keys(example, key):
                if code not in all_codes:
                    yield (*loc, key, code), _NO_PART.fill(code=code)
        failed = example.get("failed")
        for at, code in enumerate(failed if isinstance(failed, Entries) else ()):
            if isinstance(code, str) and code not in codes_of(tree, "items"):
                yield (*loc, "failed", at), _NO_PART.fill(code=code)
        if text(example, "grade") and example["grade"] not in grades:
            yield (*loc, "grade"), _STRANGE.fill(code=example["grade"], where="grades")
        yield from ((loc, what) for what in _expectation(tree, example))


def _expectation(tree: Block, example: Block) -> Iterator[Text]:
    if "scale" not in example:
        if not any(example.get(key) for key in ("printed", "shares", "grade")):
            yield _EXPECTS_NOTHING
        return
    scale, counts = text(example, "scale"), example.get("counts")
    if scale not in keys(tree, "scales"):
        yield _STRANGE.fill(code=scale, where="scales")
    elif not isinstance(counts, Entries) or len(counts) != len(tree["scales"][scale] or ()):
        yield _COUNTS.fill(scale=scale, count=len(tree["scales"][scale] or ()))
    if "points" not in example:
        yield _EXPECTS_NOTHING


CHECKS = (_reversed_rows, _scales, _grades, _sampling, _calendar, _weakest, _examples)

_NOTHING_TO_TURN = Text(
    th="มาตรวัด '{scale}' ไม่มีตัวเลือกที่คิดคะแนน จึงกลับทิศทางไม่ได้",
    en="no choice of the scale '{scale}' counts, so it cannot be reversed. Give its choices points.",
)
_ONE_CHOICE = Text(
    th="ต้องมีตัวเลือกที่คิดคะแนน (points) อย่างน้อยสองตัว",
    en="needs at least two choices that count. Give them points.",
)
_SAME_LABEL = Text(
    th="คำตอบ '{label}' ซ้ำกัน จึงแยกตัวเลือกจากกันไม่ได้",
    en="the label '{label}' stands twice, so nobody can tell the choices apart. Change one.",
)
_NOT_DESCENDING = Text(
    th="ระดับต้องเรียงจากสูงไปต่ำ ระดับนี้ไม่ต่ำกว่าระดับก่อน โปรดเรียงใหม่",
    en="is not lower than the grade before. Order the grades from the highest to the lowest.",
)
_LAST_GRADE = Text(
    th="ระดับสุดท้ายต้องเริ่มที่ 0 โดยไม่มีเงื่อนไข มิฉะนั้นบางคะแนนจะไม่มีระดับ",
    en="the last grade must begin at 0 without conditions, or some totals have no grade.",
)
_OTHER_RULE = Text(
    th="{key} ไม่ใช่ของกฎแบบ {rule} โปรดลบออก", en="{key} does not belong to the rule {rule}. Take it out."
)
_RULE_NEEDS = Text(th="กฎแบบ {rule} ต้องมี {key} โปรดเพิ่ม", en="missing. The rule {rule} needs {key}.")
_NO_PERCENT = Text(th="ร้อยละ 0 ไม่ใช่กลุ่มตัวอย่าง", en="0 per cent is no sample. Give a percentage above 0.")
_CAPS_TOGETHER = Text(
    th="cap กับ cap_above ต้องมีคู่กัน โปรดเพิ่มอีกค่าหรือลบออกทั้งคู่",
    en="cap and cap_above go together. Give both or neither.",
)
_CAP_UNDER_FLOOR = Text(
    th="cap {cap} ต่ำกว่า floor {floor} โปรดแก้ไข", en="the cap {cap} is under the floor {floor}. Correct one."
)
_CAP_ABOVE = Text(
    th="cap_above {above} น้อยกว่า cap {cap} จะขอตัวอย่างมากกว่าจำนวนคน",
    en="above {above} people {cap} would be asked: more than there are. Correct one.",
)
_ENDS_FIRST = Text(
    th="สิ้นสุด {ends} ก่อนเริ่ม {starts} โปรดแก้ไข", en="ends on {ends}, before it starts on {starts}. Correct one."
)
_OUT_OF_ORDER = Text(
    th="เริ่มก่อนขั้นตอนก่อนหน้า โปรดเรียงปฏิทินตามวันเริ่ม",
    en="starts before the stage above it. Order the calendar by the first day.",
)
_TOO_MANY_WEAK = Text(
    th="{weakest} มากกว่าจำนวนตัวชี้วัดทั้งหมด {count}",
    en="{weakest} is more than the {count} indicators there are. Lower it.",
)
_NO_PART = Text(
    th="ไม่มีรหัส '{code}' ในกรอบนี้ โปรดแก้รหัส",
    en="nothing in this framework has the code '{code}'. Mend the code.",
)
_STRANGE = Text(th="ไม่มี '{code}' ใน {where} โปรดแก้รหัส", en="'{code}' is not in {where}. Mend the code.")
_EXPECTS_NOTHING = Text(
    th="ไม่ได้บอกว่าต้องได้เท่าไร โปรดเพิ่ม printed, shares, grade หรือ points",
    en="does not say what must come out. Add printed, shares, grade, or points of a scale.",
)
_COUNTS = Text(
    th="counts ต้องมี {count} จำนวน ตัวเลือกละหนึ่ง ตามลำดับของมาตรวัด '{scale}'",
    en="counts must be {count} numbers, one a choice, in the order of the scale '{scale}'.",
)
