"""One run from the first request to the last finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence.checking.gone import gone
from prongsai.collect.evidence.checking.judge import judge
from prongsai.collect.evidence.checking.outcome import outcome
from prongsai.collect.evidence.checking.shown import Facts, Gone, Shown, host, looks
from prongsai.collect.evidence.checking.verdict import Verdict
from prongsai.collect.evidence.fetching.fetcher import Fetcher
from prongsai.collect.evidence.fetching.guard import Guard
from prongsai.collect.evidence.models import Run, Work
from prongsai.collect.evidence.overruling import overruled, overrulings_of
from prongsai.collect.evidence.reading.content import Kind
from prongsai.collect.evidence.running import beside, earlier, keeping
from prongsai.collect.evidence.running.barriers import barriers_of
from prongsai.collect.evidence.running.looked import Looker
from prongsai.core.checks import Rule
from prongsai.core.framework import Framework, Item
from prongsai.core.text import Text
from prongsai.people.queries import head_of


def fetcher() -> Fetcher:
    """As the settings say."""
    guard = Guard(allows_loopback=settings.EVIDENCE_REACHES_LOOPBACK)
    return Fetcher(guard=guard, gap_seconds=settings.EVIDENCE_GAP_SECONDS)


def perform(run: Run, *, asking: Fetcher, today: date) -> None:
    """Look, judge and keep; whatever breaks is written into the run. Nothing is kept by halves."""
    run.started_at = timezone.now()
    run.save(update_fields=["started_at"])
    try:
        _perform(run, asking=asking, today=today)
    except Exception as error:
        run.trouble = f"{type(error).__name__}: {error}"
        raise
    finally:
        run.ended_at = timezone.now()
        run.save(update_fields=["ended_at", "trouble", "passed", "done", "total"])


def _perform(run: Run, *, asking: Fetcher, today: date) -> None:
    rules = framework_of(run.submission.assessment)
    works = list(run.submission.works.prefetch_related("links").order_by("pk"))
    chain = keeping.manifests_of(run.submission.assessment.office)
    looker = Looker(asking, earlier.answers_before(run.submission, chain), partial(_tell, run))
    wanted = [work for work in works if not run.items or work.item_code in run.items]
    shown = _look(looker, [work for work in works if work.item_code in _beside(rules, wanted)])
    facts = _facts(run, rules, looker, shown, today)
    verdicts = {work.pk: _judge(rules.item(work.item_code), work, shown, facts) for work in wanted}
    looks = keeping.looks_at(
        run.submission, looker.seen, gone=_gone(rules, shown, facts), contacts=_contacts(rules, shown)
    )
    answers, known = list(looker.answers()), keeping.kept_in(chain)
    archive = keeping.archive_of(answers, known)  # made before anybody else must wait for the database
    with transaction.atomic():
        capture = keeping.keep_capture(run, answers, archive, known)
        keeping.keep_looks(looks, capture)
        for work in wanted:
            found = overruled(verdicts[work.pk], overrulings_of(work))
            shows = {each.address: each.elements for each in shown[work.item_code]}
            keeping.keep_verdicts(work, found, outcome(rules.item(work.item_code), found, shows=shows))
        if capture:
            keeping.ask_for_stamps(capture, settings.EVIDENCE_AUTHORITIES)
        run.passed = run.submission.works.filter(machine_points=100).count()


def _beside(rules: Framework, wanted: Sequence[Work]) -> set[str]:
    """Codes of these items, and of those that they must agree with or stand apart from."""
    items = [rules.item(work.item_code) for work in wanted]
    checks = [check for item in items for element in item.elements for check in element.checks]
    return {
        *(item.code for item in items),
        *(item.agrees_with for item in items),
        *(code for check in checks for code in check.items),
    }


def _look(looker: Looker, works: Sequence[Work]) -> dict[str, tuple[Shown, ...]]:
    """What each item shows: its links, then the files that their pages lead to."""
    looker.look(link.address for work in works for link in work.links.all())
    files = {
        address: beside.files_of(seen.content, seen.fetched.final)
        for address, seen in list(looker.seen.items())
    }
    looker.look(file for found in files.values() for file in found)
    return {work.item_code: tuple(_shown(looker, work, files)) for work in works}


def _shown(looker: Looker, work: Work, files: Mapping[str, list[str]]) -> Iterable[Shown]:
    for link in work.links.all():
        elements = frozenset(link.shows)
        for address in (link.address, *files.get(link.address, ())):
            seen = looker.seen[address]
            is_file = address != link.address
            if is_file and not seen.fetched.has_succeeded:
                continue
            yield Shown(address=address, elements=elements, fetched=seen.fetched, content=seen.content)


def _facts(
    run: Run, rules: Framework, looker: Looker, shown: Mapping[str, tuple[Shown, ...]], today: date
) -> Facts:
    submission = run.submission
    head = head_of(submission.assessment.office)
    finals = {each.fetched.final or each.address for found in shown.values() for each in found}
    sites = {host(final): final for final in sorted(finals)}
    return Facts(
        year_be=rules.year_be,
        today=today,
        executive=tuple(filter(None, (head.holder_th, head.holder_en))) if head else (),
        main_site=submission.main_site,
        linked_from_main=_linked(looker, submission.main_site) if _asks_the_way(rules) else None,
        others=shown,
        nonsense={site: looker.nonsense(address) for site, address in sites.items()},
        tries=earlier.tries_before(submission),
        barriers=barriers_of(_pages(shown), settings.EVIDENCE_CHROMIUM),
        is_rehearsal=run.is_rehearsal,
    )


def _pages(shown: Mapping[str, tuple[Shown, ...]]) -> dict[str, bytes]:
    """Pages of the site, by their sha256."""
    return {
        each.fetched.sha256: each.fetched.body
        for found in shown.values()
        for each in found
        if each.content.kind is Kind.HTML and each.fetched.has_succeeded
    }


def _judge(
    item: Item, work: Work, shown: Mapping[str, tuple[Shown, ...]], facts: Facts
) -> tuple[Verdict, ...]:
    return () if work.is_not_applicable else judge(item, shown[work.item_code], facts)


def _gone(rules: Framework, shown: Mapping[str, tuple[Shown, ...]], facts: Facts) -> dict[str, Gone | None]:
    """Which addresses show a stranger nothing, and why."""
    return {
        each.shown.address: gone(each)
        for item in rules.items
        for each in looks(item, shown.get(item.code, ()), facts)
    }


def _contacts(rules: Framework, shown: Mapping[str, tuple[Shown, ...]]) -> set[str]:
    """Addresses of items that must name telephone numbers or e-mail addresses, or who serves."""
    asks = {
        item.code
        for item in rules.items
        if item.dataset.startswith("services.") or _rules_of(item) & {Rule.PHONE, Rule.EMAIL, Rule.FAX}
    }
    return {each.address for code in asks for each in shown.get(code, ())}


def _rules_of(item: Item) -> set[Rule]:
    return {check.rule for element in item.elements for check in element.checks}


def _asks_the_way(rules: Framework) -> bool:
    return any(Rule.FROM_MAIN_SITE in _rules_of(item) for item in rules.items)


def _linked(looker: Looker, main_site: str) -> dict[str, Text] | None:
    """Where each address is linked from: the main page or one below it. None if nobody could look."""
    if not main_site:
        return None
    looker.look([main_site])
    main = looker.seen[main_site]
    if not main.content.links:
        return None
    pages = beside.pages_of(main.content, main.fetched.final)
    looker.look(pages)
    found: dict[str, Text] = {}
    for page in (main_site, *pages):
        seen = looker.seen[page].content
        for link in seen.links:
            found.setdefault(link.address, Text(f"{seen.title}: {link.text}", f"{seen.title}: {link.text}"))
    return found


def _tell(run: Run, done: int, total: int) -> None:
    run.done, run.total = done, total
    Run.objects.filter(pk=run.pk).update(done=done, total=total)
