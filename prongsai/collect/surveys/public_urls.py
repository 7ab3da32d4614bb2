"""Addresses of the respondent's pages, under /s/; one for a survey, short enough to be typed."""

from django.urls import path

from prongsai.collect.surveys import views

urlpatterns = [
    path("<slug:slug>/", views.show_first, name="surveys_first"),
    path("<slug:slug>/answer/", views.take_answers, name="surveys_answer"),
    path("<slug:slug>/receipt/", views.check_receipt, name="surveys_receipt"),
]
