"""All that a book is made of, read once from the tables; a story in each language and a hash come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prongsai.act import queries as act
from prongsai.act.models import Measure
from prongsai.analyse import queries
from prongsai.analyse.models import PREFACE
from prongsai.analyse.story import NO_WORDS, Mean, OfficeCard, Story
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import means_of
from prongsai.core.record import score_record
from prongsai.core.result import Result
from prongsai.core.text import Language, Text
from prongsai.people.models import Office
from prongsai.people.queries import head_of
from prongsai.score import queries as score
from prongsai.score.actions import sha256_of


@dataclass(frozen=True, kw_only=True)
class Material:
    """texts: by indicator, and PREFACE. measures: rows with practices and owners read."""

    office: OfficeCard
    result: Result
    earlier: tuple[Result, ...]
    means: tuple[Mean, ...]
    texts: Mapping[str, Text]
    measures: tuple[Measure, ...]


def material_of(assessment: Assessment) -> Material:
    return Material(
        office=office_card(assessment.office),
        result=score.result_of(assessment),
        earlier=score.earlier_results(assessment),
        means=tuple(Mean(mean.label, mean.figures) for mean in means_of(assessment)),
        texts=queries.texts_of(assessment),
        measures=tuple(act.rows_of(assessment)),
    )


def story_of(assessment: Assessment, *, made_at: datetime, language: Language = "th") -> Story:
    """Give all that one book is written from; the measures are in the book's language."""
    return story(material_of(assessment), made_at=made_at, language=language)


def story(material: Material, *, made_at: datetime, language: Language) -> Story:
    return Story(
        office=material.office,
        result=material.result,
        earlier=material.earlier,
        means=material.means,
        texts={code: text for code, text in material.texts.items() if code != PREFACE},
        preface=material.texts.get(PREFACE, NO_WORDS),
        measures=tuple(act.measure_of(measure, language) for measure in material.measures),
        made_at=made_at,
        release=queries.release(),
        data_hash=data_hash(material),
    )


def office_card(office: Office) -> OfficeCard:
    """How the office is named, and the names of all others, which must not stand in its texts."""
    head = head_of(office)
    own = (office.name_th, office.name_en, office.short_th)
    others = Office.objects.exclude(pk=office.pk).values_list("name_th", "name_en", "short_th")
    names = {name for each in others for name in each if name and not any(name in mine for mine in own)}
    return OfficeCard(
        name=Text(office.name_th, office.name_en),
        short=Text(office.short_th),
        head_name=Text(head.holder_th, head.holder_en) if head else NO_WORDS,
        head_position=Text(head.title_th, head.title_en) if head else NO_WORDS,
        other_names=tuple(sorted(names)),
    )


def data_hash(material: Material) -> str:
    """sha256 of everything that goes into the book, as canonical JSON, in both languages.

    It is made of the figures that may be shown, never of the counts behind withheld ones: the hash is
    printed, and few answers could be found again by trying all of them.
    """
    card = material.office
    record = {
        "office": [
            [text.th, text.en] for text in (card.name, card.short, card.head_name, card.head_position)
        ],
        "site": card.site,
        "result": _result_record(material.result),
        "earlier": [_result_record(result) for result in material.earlier],
        "means": [
            [mean.label.th, mean.label.en, {code: str(figure) for code, figure in mean.figures.items()}]
            for mean in material.means
        ],
        "texts": {code: [text.th, text.en] for code, text in material.texts.items()},
        "measures": [act.record_of(measure) for measure in material.measures],
    }
    return sha256_of(record)


def _result_record(result: Result) -> dict[str, Any]:
    framework = result.framework
    return {
        "framework": [framework.code, framework.scoring_hash, framework.wording_hash],
        "score": score_record(result.score, framework),
        "margins": {code: repr(margin) for code, margin in result.margins.items()},
        "samples": {code: [s.population, s.needed, s.answered] for code, s in result.samples.items()},
        "remarks": dict(result.remarks),
    }
