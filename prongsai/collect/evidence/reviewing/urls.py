"""Addresses: `assessor` stands below /workspace/reviews/, `central` below a body's reviews."""

from django.urls import path

from prongsai.collect.evidence.reviewing import (
    agreement_screen,
    board,
    desk,
    judging,
    of_office,
    staff,
    wordings,
)

assessor = [
    path("", desk.show_desk, name="evidence_reviews"),
    path("interests/<slug:body>/", desk.declare, name="evidence_interests"),
    path("<int:assignment>/", judging.judge, name="evidence_judge"),
    path("<int:assignment>/give-back/", judging.give_back, name="evidence_give_back"),
]
central = [
    path("", board.show_board, name="evidence_board"),
    path("give/", board.give, name="evidence_give"),
    path("show/", board.show_marks, name="evidence_show_marks"),
    path("decisions/", board.give_decisions, name="evidence_decisions"),
    path("confirm/", board.confirm, name="evidence_confirm"),
    path("submissions/<int:submission>/", of_office.show_office, name="evidence_reviewed"),
    path("assessors/", staff.show_assessors, name="evidence_assessors"),
    path("assessors/<int:assessor>/", staff.change_assessor, name="evidence_assessor"),
    path("agreement/", agreement_screen.show_agreement, name="evidence_agreement"),
    path("wordings/", wordings.show_wordings, name="evidence_wordings"),
]
