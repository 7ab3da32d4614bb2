"""The invented site with the usual faults, looked at by the machine: what fails, and what that costs."""

from decimal import Decimal
from fractions import Fraction

from prongsai.collect.evidence import queries
from prongsai.collect.evidence.models import Finding
from prongsai.collect.evidence.rehearsal import rehearse
from prongsai.core.stake import worths
from prongsai.frameworks import library
from prongsai.project.demonstration.sites.content import faulty, good

HEAD = "นางตัวอย่าง รักษาการ"
# item -> (points of the 100 that it costs, what fails)
FAULTS = {
    "o6": ("4/9", {("alive", "")}),  # the link is dead
    "o10": ("1/2", {("current", ""), ("complete", "fiscal_year")}),  # last year's plan
    "o13": ("1/2", {("alive", "")}),  # a page that says that there is none
    "o16": ("1/2", {("alive", "")}),  # only for those who sign in
    "o23": ("4/7", {("complete", "by_month"), ("complete", "six_months")}),  # March is missing
    "o34": ("5/4", {("complete", "in_english")}),  # the pledge in one language
    "o38": ("5/4", {("complete", "at_least_five")}),  # four activities
}
SCANNED = {("machine_readable", ""), ("accessible", "")}  # o36: told, and costs nothing by itself


def failures(submission):
    found = Finding.objects.filter(work__submission=submission, answer="fail").select_related("work")
    told = {}
    for each in found.order_by("pk"):
        told.setdefault(each.work.item_code, set()).add((each.asked, each.element))
    return told


def test_exactly_the_planted_faults_fail_with_the_points_that_each_costs(served, checked):
    submission = checked(served(faulty()))
    worth = worths(library.load("obec-2565"))
    works = list(queries.works_of(submission))

    assert failures(submission) == {item: fails for item, (_cost, fails) in FAULTS.items()} | {"o36": SCANNED}
    assert {work.item_code: worth[work.item_code] for work in works if work.machine_points == 0} == {
        item: Fraction(cost) for item, (cost, _fails) in FAULTS.items()
    }
    rehearsal = rehearse(submission.assessment, works)
    assert (rehearsal.passed, rehearsal.counted, rehearsal.points) == (36, 43, Decimal("87.46"))


def test_the_same_site_without_its_faults_fails_nothing(served, checked):
    submission = checked(served(good(office=faulty().office, director=HEAD)))

    rehearsal = rehearse(submission.assessment, queries.works_of(submission))
    assert failures(submission) == {}
    assert (rehearsal.passed, rehearsal.counted, rehearsal.points) == (43, 43, Decimal("100.00"))
