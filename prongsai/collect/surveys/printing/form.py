"""The questions of a survey as a blank for a pen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai.collect.surveys.printing import common, form_words as words
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.core import naming
from prongsai.core.framework import Framework, Question
from prongsai.core.text import Language, Text
from prongsai.documents import blanks


def print_form(
    *,
    framework: Framework,
    instrument: str,
    office: Text,
    closes_on: date | None = None,
    asks_suggestion: bool = False,
    language: Language = "th",
) -> bytes:
    """Print every row with its choices numbered from 1, as they are typed in later."""
    survey = questionnaire(framework, instrument)
    title = common.survey_title(survey.instrument, framework.year_be).in_(language)
    blank = blanks.Blank(
        head=office.in_(language),
        title=title,
        lines=tuple(_lines(survey, closes_on, language)),
        promise_title=words.PROMISE_TITLE.in_(language),
        promises=common.all_in(words.PROMISES, language),
        how_title=words.HOW_TITLE.in_(language),
        how=common.all_in(words.HOW, language),
        serial=words.SERIAL.in_(language),
        sections=tuple(_sections(survey, language)),
        room=_room(language) if asks_suggestion else None,
        end=words.END.in_(language),
        page=words.PAGE.in_(language),
    )
    return blanks.render(common.imprint(title, office, language), blank)


def _lines(survey: Questionnaire, closes_on: date | None, language: Language) -> Iterator[str]:
    if survey.instrument.sampling:
        yield words.WHO.fill(who=survey.instrument.sampling.who).in_(language)
    if closes_on:
        yield common.closing(closes_on, language)


def _sections(survey: Questionnaire, language: Language) -> Iterator[blanks.Section]:
    number = 0
    for indicator, questions in survey.sections:
        groups = tuple(_group(number + place, q, language) for place, q in enumerate(questions, start=1))
        number += len(questions)
        yield blanks.Section(naming.name(indicator).in_(language), groups)


def _group(number: int, question: Question, language: Language) -> blanks.Group:
    lines = tuple(
        blanks.Line(
            row.code,
            row.name.in_(language),
            common.all_in((choice.label for choice in row.scale.choices), language),
        )
        for row in question.parts
    )
    return blanks.Group(f"{number}.", question.name.in_(language), lines)


def _room(language: Language) -> blanks.Room:
    return blanks.Room(words.SUGGESTION.in_(language), words.SUGGESTION_WARNING.in_(language))
