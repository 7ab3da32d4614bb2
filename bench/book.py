"""How long the yearbook takes in each format: the published figures of one area office, median of five."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from prongsai.analyse.reports import reports
from prongsai.analyse.story import Mean, OfficeCard, Story
from prongsai.core.days import BANGKOK
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult
from prongsai.core.text import Text
from prongsai.documents import FORMATS
from prongsai.frameworks import library

RESULTS = Path(__file__).parent / "results" / "book.md"
PUBLISHED = ["99.48", "96.09", "98.46", "98.15", "97.77", "97.47", "98.52", "97.89", "100", "100"]
GOALS = {"pdf": 1.0}
ALL_FOUR_GOAL = 3.0


def story() -> Story:
    framework = library.load("obec-2565")
    figures = {str(n): Fraction(points) for n, points in enumerate(PUBLISHED, start=1)}
    items = {item.code: ItemResult(FULL) for item in framework.items}
    return Story(
        office=OfficeCard(
            name=Text("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "Example Primary Education Area Office 1"),
            short=Text("สพป.ตัวอย่าง เขต 1", "Example PEAO 1"),
            head_name=Text("ผู้อำนวยการ (ตัวอย่าง)", "The director (example)"),
            head_position=Text("ผู้อำนวยการ", "Director"),
            site="",
            other_names=(),
        ),
        result=assess(framework, Inputs(items=items, published=figures)),
        earlier=(),
        means=(Mean(Text("ระดับประเทศ", "National"), {framework.code: Decimal("96.00")}),),
        texts={},
        preface=Text(""),
        measures=(),
        made_at=datetime(2022, 10, 1, tzinfo=BANGKOK),
        release="0",
        data_hash="0" * 64,
    )


def median_seconds(work: Callable[[], object]) -> float:
    work()  # the first run loads fonts and templates
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    told = story()
    document = reports()["yearbook"].build(told, language="th", digits="arabic")
    lines = [
        "# The yearbook in four formats",
        "",
        "| format | seconds, median of five | KiB | goal |",
        "| --- | ---: | ---: | --- |",
    ]
    total = 0.0
    for code, form in FORMATS.items():
        seconds = median_seconds(lambda form=form: form.render(document))  # type: ignore[misc]  # bound in the loop
        total += seconds
        size = len(form.render(document)) / 1024
        goal = f"under {GOALS[code]:.0f}" if code in GOALS else ""
        lines.append(f"| {code} | {seconds:.3f} | {size:.0f} | {goal} |")
    lines.append(f"| all four | {total:.3f} | | under {ALL_FOUR_GOAL:.0f} |")
    text = "\n".join(lines) + "\n"
    print(text)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
