"""The one write of this room: a result is published, and replaced by a newer version."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from prongsai.analyse import material
from prongsai.analyse.story import NO_WORDS
from prongsai.collect.assessments.models import Assessment
from prongsai.core.naming import label_of, listed
from prongsai.core.result import Result
from prongsai.core.text import Text
from prongsai.disclose import files, queries
from prongsai.disclose.addresses import Place
from prongsai.disclose.models import Publication
from prongsai.disclose.record import Earlier, Edition, Identity, Record, result_record, written
from prongsai.people.actions import ActionRefusedError, Actor, save_checked
from prongsai.people.models import Office
from prongsai.score.actions import make_run
from prongsai.trail import actions as trail


class PublicationRefusedError(ActionRefusedError):
    """The result cannot be published. The message says what is missing."""


@transaction.atomic
def publish_result(
    *, assessment: Assessment, by: Actor, changes: Text = NO_WORDS, note: Text = NO_WORDS
) -> Publication:
    """Freeze the result as it stands and show it to everybody, at an address that lasts.

    changes  what is different from the version before; needed, in Thai, from the second version on.
    note     the office's own on where its figures come from.
    raises   PublicationRefusedError if the result is incomplete or nothing has changed, RulesChangedError
    trail    disclose.result_published; score.run_made if the result was not kept before
    """
    office = assessment.office
    if not queries.may_publish(by, office):
        raise PublicationRefusedError(_("Only the executive or an administrator of the office may publish."))
    Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)  # one version after the other
    before = list(queries.versions_of(assessment))
    if before and not changes.th:
        raise PublicationRefusedError(_("Say in Thai what is different from the version before."))
    edition = next_edition(before, changes, note)
    record = record_of(assessment, edition)
    if before:
        _refuse_the_same(before[0], record)
    make_run(assessment=assessment, by=by)
    publication = _keep(assessment, record, edition, by)
    trail.record(
        "disclose.result_published",
        on=publication,
        by=by,
        office_id=office.pk,
        version=publication.version,
        sha256=publication.sha256,
        total=publication.total,
    )
    transaction.on_commit(partial(files.write_office, office))
    return publication


def draft(assessment: Assessment) -> Record:
    """Give the record as it would be published now.

    raises  PublicationRefusedError if the result is incomplete, RulesChangedError
    """
    return record_of(assessment, next_edition(list(queries.versions_of(assessment))))


def next_edition(before: list[Publication], changes: Text = NO_WORDS, note: Text = NO_WORDS) -> Edition:
    """before: the versions there are, newest first."""
    return Edition(
        version=len(before) + 1,
        published_at=timezone.localtime().replace(microsecond=0),  # this second, as the record says it
        changes=changes if before else NO_WORDS,
        note=note,
        earlier=tuple(
            Earlier(
                version=each.version, sha256=each.sha256, published_at=timezone.localtime(each.published_at)
            )
            for each in before
        ),
    )


def identity(office: Office) -> Identity:
    return Identity(
        slug=office.slug,
        body_code=office.body.code,
        body_name=Text(office.body.name_th, office.body.name_en),
        province=office.province,
        is_demonstration=office.is_demonstration,
    )


def record_of(assessment: Assessment, edition: Edition) -> Record:
    """raises  PublicationRefusedError if the result is incomplete, RulesChangedError"""
    story = material.story_of(assessment, made_at=edition.published_at)
    _refuse_incomplete(story.result)
    return result_record(story, identity(assessment.office), edition)


def _refuse_incomplete(result: Result) -> None:
    if result.total is not None and result.grade is not None:
        return
    lacking = [each for each in result.score.parts if not each.is_scored]
    names = listed([label_of(each.code, result.framework) for each in lacking], mark=",")
    raise PublicationRefusedError(
        _("The result is not complete: %(parts)s has no figure yet. Bring it in first.")
        % {"parts": names.in_("en" if (get_language() or "").startswith("en") else "th")}
    )


def _refuse_the_same(before: Publication, record: Record) -> None:
    def told(of: Record) -> dict[str, Any]:
        told = {name: value for name, value in of.items() if name not in {"edition", "release"}}
        return told | {"note": of["edition"]["note"]}

    if told(queries.record_of(before)) == told(record):
        raise PublicationRefusedError(_("Nothing has changed since version %(n)s.") % {"n": before.version})


def _keep(assessment: Assessment, record: Record, edition: Edition, by: Actor) -> Publication:
    office, rules = assessment.office, record["framework"]
    frozen = trail.freeze(
        written(record),
        slug=queries.SLUG,
        media_type="application/json",
        by=by,
        office_id=office.pk,
        period=rules["code"],
        address=Place(office.slug).result(rules["code"]),
    )
    publication = Publication(
        assessment=assessment,
        version=edition.version,
        sha256=frozen.sha256,
        office_id=office.pk,
        office_slug=office.slug,
        framework_code=rules["code"],
        year_be=rules["year_be"],
        framework_th=rules["name"]["th"],
        framework_en=rules["name"]["en"],
        total=record["total"]["printed"],
        grade=record["total"]["grade_name"]["th"],
        changes_th=edition.changes.th,
        changes_en=edition.changes.en,
        published_at=edition.published_at,
        published_by=trail.label(by),
    )
    save_checked(publication)
    return publication
