"""From the checked form of a file to the frozen framework that everything else reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from prongsai.core.checks import LEAST, Check
from prongsai.core.framework import (
    NOTHING_SAID,
    Choice,
    Combining,
    Element,
    Framework,
    Grade,
    Indicator,
    Instrument,
    Item,
    Provenance,
    Question,
    Rounding,
    Row,
    Sampling,
    Scale,
    Stage,
    SubIndicator,
    WorkedExample,
)
from prongsai.core.text import Text
from prongsai.frameworks import hashing, schema
from prongsai.frameworks.schema import Words

_Sibling = (
    schema.InstrumentForm
    | schema.IndicatorForm
    | schema.QuestionForm
    | schema.SubIndicatorForm
    | schema.RowForm
    | schema.ItemForm
)


def framework(form: schema.FileForm) -> Framework:
    """Build the framework of a form that passed every check."""
    scales = {code: _scale(code, choices) for code, choices in form.scales.items()}
    weights = _weights(form.instruments)
    built = Framework(
        code=form.framework,
        year_be=form.year_be,
        body=form.body,
        name=_text(form.name),
        is_draft=form.draft,
        instruments=tuple(
            _instrument(each, weight, scales) for each, weight in zip(form.instruments, weights, strict=True)
        ),
        scales=scales,
        rounding=Rounding(
            places=form.rounding.places, ties=form.rounding.ties, parts_first=form.rounding.parts_first
        ),
        grades=tuple(
            Grade(code=g.code, name=_text(g.name), total=g.total, each_instrument=g.each_instrument)
            for g in form.grades
        ),
        pass_mark=form.pass_mark,
        weakest=form.weakest,
        owner_groups={code: _text(name) for code, name in form.owner_groups.items()},
        calendar=tuple(
            Stage(code=s.code, name=_text(s.name), starts_on=s.starts_on, ends_on=s.ends_on)
            for s in form.calendar
        ),
        provenance=tuple(
            Provenance(block=p.block, confidence=p.confidence, source=p.source, note=_text(p.note))
            for p in form.provenance
        ),
        worked_examples=tuple(_example(each) for each in form.worked_examples),
        scoring_hash="",
        wording_hash="",
    )
    return replace(built, scoring_hash=hashing.scoring_hash(built), wording_hash=hashing.wording_hash(built))


def _text(words: Words) -> Text:
    return Text(th=words.th, en=words.en)


def _weights(siblings: Sequence[_Sibling]) -> list[Fraction]:
    """The weights that are given, or equal ones."""
    return [each.weight or Fraction(1, len(siblings)) for each in siblings]


def _scale(code: str, choices: Sequence[schema.ChoiceForm]) -> Scale:
    return Scale(code, tuple(Choice(each.code, _text(each.label), each.points) for each in choices))


def _instrument(form: schema.InstrumentForm, weight: Fraction, scales: dict[str, Scale]) -> Instrument:
    weights = _weights(form.indicators)
    return Instrument(
        code=form.code,
        name=_text(form.name),
        short=_text(form.short),
        kind=form.kind,
        weight=weight,
        parts=tuple(_indicator(each, w, scales) for each, w in zip(form.indicators, weights, strict=True)),
        sampling=_sampling(form.sampling) if form.sampling else None,
        combining=_combining(form.streams) if form.streams else Combining(),
    )


def _combining(form: schema.StreamsForm) -> Combining:
    note = _text(form.note) if form.note else NOTHING_SAID
    return Combining(rule=form.combine, confidence=form.confidence, note=note)


def _sampling(form: schema.SamplingForm) -> Sampling:
    return Sampling(
        rule=form.rule,
        who=_text(form.who),
        percent=form.percent or Fraction(0),
        floor=form.floor or 0,
        cap=form.cap,
        cap_above=form.cap_above,
        quotas=dict(form.quotas or {}),
        confidence=form.confidence,
    )


def _indicator(form: schema.IndicatorForm, weight: Fraction, scales: dict[str, Scale]) -> Indicator:
    questions = zip(form.questions, _weights(form.questions), strict=True)
    subs = zip(form.sub_indicators, _weights(form.sub_indicators), strict=True)
    return Indicator(
        code=form.code,
        name=_text(form.name),
        description=_text(form.description),
        weight=weight,
        parts=tuple(_question(each, w, scales) for each, w in questions)
        or tuple(_sub_indicator(each, w) for each, w in subs),
    )


def _question(form: schema.QuestionForm, weight: Fraction, scales: dict[str, Scale]) -> Question:
    rows = tuple(
        Row(
            code=each.code,
            name=_text(each.text),
            scale=scales[each.scale],
            is_reversed=each.reversed,
            weight=w,
        )
        for each, w in zip(form.rows, _weights(form.rows), strict=True)
    )
    return Question(code=form.code, name=_text(form.name), weight=weight, parts=rows)


def _sub_indicator(form: schema.SubIndicatorForm, weight: Fraction) -> SubIndicator:
    items = tuple(_item(each, w) for each, w in zip(form.items, _weights(form.items), strict=True))
    return SubIndicator(code=form.code, name=_text(form.name), weight=weight, parts=items)


def _item(form: schema.ItemForm, weight: Fraction) -> Item:
    return Item(
        code=form.code,
        name=_text(form.name),
        weight=weight,
        elements=tuple(
            Element(
                code=each.code,
                name=_text(each.text),
                is_required=each.must == "required",
                checks=tuple(_check(check) for check in each.check),
            )
            for each in form.elements
        ),
        period=form.period,
        evidence=form.evidence,
        owner=form.owner or "",
        agrees_with=form.agrees_with or "",
        dataset=form.dataset or "",
        was=form.was or "",
        use=form.use or "",
        may_be_not_applicable=form.not_applicable,
    )


def _check(form: schema.CheckForm) -> Check:
    return Check(
        rule=form.rule,
        any=tuple(form.any or ()),
        least=form.least if form.least is not None else LEAST.get(form.rule, 1),
        columns=tuple(tuple(column) for column in form.columns or ()),
        none=tuple(form.none),
        language=form.language or "",
        items=tuple(form.items or ()),
    )


def _example(form: schema.ExampleForm) -> WorkedExample:
    return WorkedExample(
        about=form.about,
        scale=form.scale or "",
        is_reversed=form.reversed,
        counts=tuple(form.counts),
        points=form.points or "",
        indicators=dict(form.indicators),
        failed=tuple(form.failed),
        printed=dict(form.printed),
        shares=dict(form.shares),
        grade=form.grade or "",
    )
