"""Letters before the due day: to the post, else to those who are in its unit now. Once each, one a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _, override

from prongsai.collect.assessments.queries import RulesChangedError, framework_of
from prongsai.collect.assessments.screens import address_of
from prongsai.collect.evidence.lines import Line, lines_of
from prongsai.collect.evidence.models import Reminder, Submission, Work
from prongsai.collect.evidence.states import BEFORE_READY
from prongsai.core.days import written_day
from prongsai.people.models import Membership

DAYS = (14, 7, 1)  # before the due day
Role = Membership.Role


@dataclass(frozen=True, slots=True)
class Receiver:
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Due:
    """One item to remind of. until: its due day, or the closing day once that is over. step: of DAYS."""

    line: Line
    until: date
    step: int

    @property
    def key(self) -> tuple[int, date, int]:
        return self.line.work.pk, self.until, self.step


def send_reminders(today: date) -> int:
    """Remind of every item that is due soon and not ready; say how many letters went out.

    Safe to run again: each item is reminded of once a step, and nobody gets two letters on one day. A letter
    that cannot be sent is tried again on the next day.
    """
    due = due_in(_open_submissions(today), today)
    receivers = receivers_of(each.line.work for each in due)
    reached_today = receivers_of(_reminded_on(today))
    had_one = {receiver.address for found in reached_today.values() for receiver in found}
    letters: dict[Receiver, list[Due]] = defaultdict(list)
    for each in due:
        for receiver in receivers[each.line.work.pk]:
            if receiver.address not in had_one:
                letters[receiver].append(each)
    sent = [(receiver, dues) for receiver, dues in letters.items() if _sent(receiver, dues, today)]
    _remember((each for _receiver, dues in sent for each in dues), today)
    return len(sent)


def due_in(submissions: Iterable[Submission], today: date) -> list[Due]:
    """Items to remind of today: not ready, due within DAYS, and not reminded of at that step."""
    found: list[Due] = []
    for submission in submissions:
        for line in _lines(submission):
            until = line.due_on if line.due_on >= today else submission.closes_on
            step = min((days for days in DAYS if (until - today).days <= days), default=None)
            if step is not None and line.state in BEFORE_READY:
                found.append(Due(line, until, step))
    known = set(
        Reminder.objects.filter(work__in=[each.line.work.pk for each in found]).values_list(
            "work", "due_on", "days"
        )
    )
    return [each for each in found if each.key not in known]


def receivers_of(works: Iterable[Work]) -> dict[int, tuple[Receiver, ...]]:
    """Work id -> who is told: its post, else its unit's active members, else the administrators."""
    works = list(works)
    offices = {work.submission.assessment.office_id for work in works}
    members: dict[int, list[Receiver]] = defaultdict(list)
    administrators: dict[int, list[Receiver]] = defaultdict(list)
    for each in Membership.objects.filter(
        office__in=offices, role__in=[Role.UNIT_MEMBER, Role.OFFICE_ADMIN], user__is_active=True
    ).select_related("user"):
        if each.user.email:
            receiver = Receiver(each.user.email, each.user.preferred_language)
            group = members[each.unit_id] if each.unit_id else administrators[each.office_id or 0]
            group.append(receiver)
    return {work.pk: _receivers(work, members, administrators) for work in works}


def _receivers(
    work: Work, members: Mapping[int, list[Receiver]], administrators: Mapping[int, list[Receiver]]
) -> tuple[Receiver, ...]:
    if work.post and work.post.email:
        return (Receiver(work.post.email, settings.LANGUAGE_CODE),)
    unit_id = work.unit_id or (work.post.unit_id if work.post else None)
    found = members.get(unit_id or 0) or administrators.get(work.submission.assessment.office_id, [])
    return tuple(dict.fromkeys(found))


def _sent(receiver: Receiver, dues: list[Due], today: date) -> bool:
    dues.sort(key=lambda each: (each.until, -each.line.worth))
    with override(receiver.language):
        subject = _("Items due soon: %(many)s, the first on %(day)s") % {
            "many": len(dues),
            "day": _written(dues[0].until, receiver.language),
        }
        body = render_to_string("evidence/reminder.txt", {"entries": [_entry(each, today) for each in dues]})
        try:
            EmailMessage(subject, body, to=[receiver.address]).send()
        except (SMTPException, OSError):
            return False  # the next day tries again
    return True


def _entry(due: Due, today: date) -> dict[str, object]:
    work = due.line.work
    assessment = work.submission.assessment
    path = reverse("evidence_item", args=[*address_of(assessment), work.item_code])
    return {
        "line": due.line,
        "office": assessment.office,
        "until": due.until,
        "left": (due.until - today).days,
        "address": f"{settings.BASE_URL}{path}",
    }


def _written(day: date, language: str) -> str:
    return written_day(day, "en" if language == "en" else "th")


def _remember(dues: Iterable[Due], today: date) -> None:
    keys = dict.fromkeys(each.key for each in dues)
    Reminder.objects.bulk_create(
        (Reminder(work_id=work, due_on=due_on, days=days, sent_on=today) for work, due_on, days in keys),
        ignore_conflicts=True,
    )


def _open_submissions(today: date) -> list[Submission]:
    return list(
        Submission.objects.filter(frozen_on__isnull=True, closes_on__gte=today)
        .select_related("assessment__office__body")
        .prefetch_related("works__unit", "works__post")
        .order_by("pk")
    )


def _reminded_on(today: date) -> list[Work]:
    return list(
        Work.objects.filter(reminders__sent_on=today)
        .select_related("post", "submission__assessment")
        .distinct()
    )


def _lines(submission: Submission) -> tuple[Line, ...]:
    try:
        framework = framework_of(submission.assessment)
    except RulesChangedError:
        return ()
    works = list(submission.works.all())
    for work in works:
        work.submission = submission
    return lines_of(works, submission, framework)
