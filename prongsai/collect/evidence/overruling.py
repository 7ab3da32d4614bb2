"""A person's answer instead of the machine's, with a reason, while what was looked at is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence import gate
from prongsai.collect.evidence.checking.outcome import outcome
from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Finding, Overruling, Work
from prongsai.core.text import Text
from prongsai.people.actions import Actor

ANSWERS = (Answer.PASS, Answer.FAIL, Answer.NOT_APPLICABLE)  # a person who looks is sure
Key = tuple[str, str, str, str]  # question, element, address, hash of what was looked at


@transaction.atomic
def overrule(*, finding: Finding, answer: str, reason: str, by: Actor) -> Overruling:
    """Answer one finding otherwise than the machine; the item's points follow at once.

    raises  EvidenceRefusedError, also where nothing could be looked at.
    trail   evidence.finding_overruled
    """
    work = gate.held_work(finding.work, by)
    if answer not in ANSWERS:
        raise EvidenceRefusedError(_("Choose an answer."))
    if not reason.strip():
        raise EvidenceRefusedError(_("Say why the machine is wrong."))
    asked, element, address, looked_at = _key(finding, all_looked_at(work.findings.all()))
    if not looked_at:
        raise EvidenceRefusedError(_("Nothing could be looked at, so there is nothing to answer otherwise."))
    told = {"asked": asked, "element": element, "address": address, "looked_at": looked_at}
    made = Overruling.objects.create(
        work=work,
        answer=answer,
        reason=reason.strip(),
        by_id=by.pk if by else 0,
        by_name=str(by or "")[:200],
        **told,
    )
    _score_again(work)
    said = {"machine": finding.answer, "answer": answer, "reason": made.reason}
    gate.note("finding_overruled", work, by, **said, **told)
    return made


def _score_again(work: Work) -> None:
    """Let the points follow the answers, unless the links have changed since they were checked."""
    if work.machine_points is None:
        return
    item = framework_of(work.submission.assessment).item(work.item_code)
    verdicts = overruled((_verdict(finding) for finding in work.findings.all()), overrulings_of(work))
    shows = {link.address: frozenset(link.shows) for link in work.links.all()}
    found = outcome(item, verdicts, shows=shows)
    work.machine_points = int(found.points)
    work.failing, work.unsure = len(found.failing), len(found.unsure)
    work.save(update_fields=["machine_points", "failing", "unsure"])


def _verdict(finding: Finding) -> Verdict:
    return Verdict(
        asked=Asked(finding.asked),
        answer=Answer(finding.answer),
        said=Text(finding.said_th, finding.said_en),
        place=Text(finding.place_th, finding.place_en),
        element=finding.element,
        address=finding.address,
        looked_at=finding.looked_at,
    )


def overrulings_of(work: Work) -> dict[Key, Overruling]:
    """Overrulings of an item by what they are about, the newest of each."""
    return {
        (each.asked, each.element, each.address, each.looked_at): each
        for each in work.overrulings.order_by("pk")
    }


def overruled(verdicts: Iterable[Verdict], overrulings: dict[Key, Overruling]) -> tuple[Verdict, ...]:
    """Put people's answers in the place of the machine's, where what was looked at is the same.

    verdicts  all of one item: one that looked at no single thing is bound to all that was looked at.
    """
    verdicts = tuple(verdicts)
    whole = all_looked_at(verdicts)
    found = [overrulings.get(_key(verdict, whole)) for verdict in verdicts]
    return tuple(
        replace(verdict, answer=Answer(other.answer)) if other else verdict
        for verdict, other in zip(verdicts, found, strict=True)
    )


def overruling_of(finding: Finding, overrulings: dict[Key, Overruling], whole: str) -> Overruling | None:
    """Give the one that holds for a finding. whole: `all_looked_at` of the item's findings."""
    return overrulings.get(_key(finding, whole))


def all_looked_at(each: Iterable[Verdict | Finding]) -> str:
    """Hash of all that was looked at for an item; empty where nothing was."""
    seen = sorted({one.looked_at for one in each} - {""})
    return hashlib.sha256("\n".join(seen).encode()).hexdigest() if seen else ""


def _key(each: Verdict | Finding, whole: str) -> Key:
    return (str(each.asked), each.element, each.address, each.looked_at or whole)
