"""States, checks and points in the templates of an office's items."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.collect.evidence.checking.verdict import Answer, Asked
from prongsai.collect.evidence.lines import Checked
from prongsai.collect.evidence.states import NOT_READY, WORDS, State

register = template.Library()
Words = dict[str, str | Promise]

CHECKED: Words = {
    Checked.NEVER: _("Not checked yet"),
    Checked.CHANGED: _("Changed since the check"),
    Checked.PASSES: _("The check passes it"),
    Checked.UNSURE: _("The check is not sure"),
    Checked.FAILS: _("The check fails it"),
}
ANSWERS: Words = {
    Answer.PASS: _("Passes"),
    Answer.FAIL: _("Fails"),
    Answer.NOT_SURE: _("Not sure"),
    Answer.NOT_APPLICABLE: _("Not applicable"),
}
ASKED: Words = {
    Asked.ALIVE: _("Is it there?"),
    Asked.CURRENT: _("Is it of the right time?"),
    Asked.COMPLETE: _("Is it complete?"),
    Asked.MACHINE_READABLE: _("Can it be reused?"),
    Asked.ACCESSIBLE: _("Can everybody read it?"),
}
GOOD = frozenset({Checked.PASSES.value, Answer.PASS.value})
BAD = frozenset({Checked.FAILS.value, Answer.FAIL.value, State.NOTHING.value, State.LEFT_OUT.value})


@register.filter
def points(figure: Fraction | None) -> str:
    """Write 0.44; nothing for nothing."""
    return "" if figure is None else f"{Decimal(figure.numerator) / Decimal(figure.denominator):.2f}"


@register.filter
def state_words(state: State) -> str | Promise:
    return WORDS[state]


@register.filter
def checked_words(checked: Checked) -> str | Promise:
    return CHECKED[checked]


@register.filter
def answer_words(answer: str) -> str | Promise:
    return ANSWERS.get(answer, answer)


@register.filter
def asked_words(asked: str) -> str | Promise:
    return ASKED.get(asked, asked)


@register.filter
def tone(value: str) -> str:
    """Class of a mark: good, bad, or neither."""
    if value in BAD:
        return " bad"
    is_good_state = value in set(State) and value not in NOT_READY
    return " good" if is_good_state or value in GOOD else ""
