"""A tally as what JSON can hold, for its way through the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from prongsai.collect.surveys.importing.tally import Column, Dropped, Label, Tally, Why


def record_of(tally: Tally) -> dict[str, Any]:
    """Give what JSON can hold."""
    return asdict(tally)


def tally_of(record: Mapping[str, Any]) -> Tally:
    """Turn `record_of` round."""
    columns = (
        Column(
            each["title"], each["place"], tuple((label, many) for label, many in each["counts"]), each["lost"]
        )
        for each in record["columns"]
    )
    labels = (
        Label(each["text"], tuple((scale, choice) for scale, choice in each["meanings"]))
        for each in record["labels"]
    )
    dropped = (Dropped(each["title"], each["place"], Why(each["why"])) for each in record["dropped"])
    return Tally(record["sheets"], record["blank"], tuple(columns), tuple(labels), tuple(dropped))
