"""Addresses of the result of one assessment, below its own."""

from django.urls import path

from prongsai.score import views

urlpatterns = [
    path("result/", views.show_result, name="score_result"),
    path("result/keep/", views.keep_result, name="score_keep"),
    path("result/of/<str:part>/", views.show_working, name="score_working"),
    path("gaps/", views.show_gaps, name="score_gaps"),
]
