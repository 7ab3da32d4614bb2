"""Results as they are reckoned, and as they are kept."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, answers, bring_in_everything
from django.db import DatabaseError, IntegrityError, connection, transaction

from prongsai.collect.assessments import actions as assessments
from prongsai.core.record import inputs_of, score_of
from prongsai.core.score import Reason, State
from prongsai.score import actions, queries
from prongsai.score.models import Run
from prongsai.trail.models import RowsAreOnlyAddedError
from prongsai.trail.queries import events_of

pytestmark = pytest.mark.django_db


def test_the_published_figures_of_one_office_give_its_published_total(assessment):
    assessments.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)

    result = queries.result_of(assessment)

    assert [str(result.share(code)) for code in ("iit", "eit", "oit")] == ["29.40", "29.39", "40.00"]
    assert (result.total, result.grade.code) == (Decimal("98.79"), "AA")
    assert [gap.code for gap in result.gaps.weakest] == ["2", "6", "5"]


def test_one_item_that_failed_alone_costs_what_it_is_worth(assessment):
    assessments.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    assessments.remove_results(assessment=assessment, kind="indicators", by=None)
    bring_in_everything(assessment, "o42")

    assert queries.result_of(assessment).stakes["o42"].lost == F(5)


def test_the_class_of_the_office_decides_its_sample(office):
    office.class_code = "ทต. M"
    office.save()
    nacc = assessments.create_assessment(office=office, framework_code="nacc-2567-draft", by=None)

    result = queries.result_of(nacc)

    assert result.total is None


def test_earlier_results_are_the_newest_first(assessment, office):
    newer = assessments.create_assessment(office=office, framework_code="obec-2566-draft", by=None)
    assessments.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)

    earlier = queries.earlier_results(newer)

    assert [result.total for result in earlier] == [Decimal("98.79")]
    assert queries.last_year(queries.result_of(newer), earlier) == earlier[0]
    assert queries.last_year(earlier[0], earlier) is None


def test_a_run_keeps_what_went_in_and_what_came_out(assessment, administrator):
    bring_in_everything(assessment, "o42")
    run = actions.make_run(assessment=assessment, by=administrator)

    kept = queries.runs_of(assessment).get()
    assert kept == run
    assert inputs_of(kept.inputs).surveys["iit"].respondents == 40
    assert score_of(kept.result) == queries.result_of(assessment).score
    assert (kept.inputs_hash, kept.result_hash) == (
        actions.sha256_of(kept.inputs),
        actions.sha256_of(kept.result),
    )
    assert (kept.office_id, kept.made_by) == (assessment.office_id, str(administrator))
    assert events_of(kept).get().verb == "score.run_made"
    assert str(kept) == f"{assessment} · {kept.result_hash[:12]}"


def test_the_same_data_gives_the_same_run_and_other_data_another(assessment):
    bring_in_everything(assessment)
    first = actions.make_run(assessment=assessment, by=None)
    assert actions.make_run(assessment=assessment, by=None) == first

    bring_in_everything(assessment, "o1")
    second = actions.make_run(assessment=assessment, by=None)

    assert list(queries.runs_of(assessment)) == [second, first]


def test_a_kept_result_tells_nothing_of_a_small_group(assessment):
    few = answers("iit", 1, 0, 1, 2)
    assessments.bring_in_answers(assessment=assessment, instrument="iit", counts=few, by=None)

    shown = score_of(actions.make_run(assessment=assessment, by=None).result)

    assert shown.find("iit").state is State.WITHHELD
    assert shown.find("iit").reason is Reason.TOO_FEW
    assert [part.code for part in shown.find("iit").walk()] == ["iit"]


def test_runs_are_only_added(assessment):
    run = actions.make_run(assessment=assessment, by=None)

    for change in (run.save, run.delete, Run.objects.all().delete, lambda: Run.objects.update(release="x")):
        with pytest.raises(RowsAreOnlyAddedError):
            change()
    for sql in ("UPDATE score_run SET release = 'x'", "DELETE FROM score_run"):
        with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
            connection.cursor().execute(sql)


def test_a_run_without_a_hash_cannot_be(assessment):
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.create(assessment=assessment, office_id=1, inputs={}, result={}, made_by="x")
