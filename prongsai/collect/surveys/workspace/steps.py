"""The next step of a survey for one user: a button where it is theirs, words where it is another's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.streams import STREAMS
from prongsai.collect.surveys.workspace.frame import place_of
from prongsai.collect.surveys.workspace.stages import Stage, stage_of
from prongsai.people.models import User
from prongsai.people.queries import Verb


@dataclass(frozen=True, slots=True)
class Step:
    """url  empty where it is not this user's."""

    says: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks, and what they may do in the office."""

    user: User
    verbs: frozenset[Verb]
    today: date


def next_step(survey: Survey, looker: Looker) -> Step:
    steps = {
        Stage.PREPARING: _prepare,
        Stage.COMING: _hand_out,
        Stage.OPEN: _watch,
        Stage.CLOSED: _seal,
        Stage.SEALED: _read,
    }
    if any(each.done_on is None for each in survey.given_up.all()):
        return _give_up(survey, looker)
    return steps[stage_of(survey, looker.today)](survey, looker)


def _give_up(survey: Survey, looker: Looker) -> Step:
    if "approve" in looker.verbs:
        return Step(_("Decide whether it is given up"), place_of(survey, "surveys_given_up"))
    return Step(_("The executive decides whether it is given up"))


def _prepare(survey: Survey, looker: Looker) -> Step:
    held = [holder.role for holder in survey.holders.all()]
    missing = keys.missing_roles(held)
    if "assess" in looker.verbs and "body" not in held:
        return Step(_("Make the third key (optional)"), place_of(survey, "surveys_key", "body"))
    if not missing:
        return _for("administer", looker, _("Make the survey ready"), place_of(survey))
    for role, verb in (("admin", "administer"), ("executive", "approve")):
        if role in missing and verb in looker.verbs:
            return Step(_("Make your key"), place_of(survey, "surveys_key", role))
    if "admin" in missing:
        return Step(_("The office administrator makes a key"))
    return Step(_("The executive makes a key"))


def _hand_out(survey: Survey, looker: Looker) -> Step:
    without = [each for each in survey.streams.all() if STREAMS[each.code].is_coded and not each.codes_issued]
    if without and "administer" in looker.verbs:
        return Step(_("Print the slips with codes"), place_of(survey, "surveys_codes", without[0].code))
    return Step(_("Nothing to do before it opens"))


def _watch(survey: Survey, looker: Looker) -> Step:
    step = _hand_out(survey, looker)
    return step if step.url else Step(_("See how many have answered"), place_of(survey, "surveys_board"))


def _seal(survey: Survey, looker: Looker) -> Step:
    if survey.proposed_by_id is None:
        return _for("administer", looker, _("Propose the sealing"), place_of(survey, "surveys_propose"))
    if "approve" in looker.verbs and looker.user.pk != survey.proposed_by_id:
        return Step(_("Confirm the sealing"), place_of(survey, "surveys_seal"))
    return Step(_("The executive confirms the sealing"))


def _read(survey: Survey, looker: Looker) -> Step:
    if not survey.is_cleaned and looker.verbs & {"administer", "approve"}:
        return Step(_("Finish clearing up"), place_of(survey))
    return Step(_("See the answers"), place_of(survey))


def _for(verb: Verb, looker: Looker, says: str, url: str) -> Step:
    if verb in looker.verbs:
        return Step(says, url)
    return Step(_("%(step)s: the office administrator does it") % {"step": says})
