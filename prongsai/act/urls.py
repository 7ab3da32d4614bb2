"""Addresses of the measures of one assessment, below its own."""

from django.urls import path

from prongsai.act import views

urlpatterns = [
    path("", views.list_measures, name="act_measures"),
    path("new/", views.add_measure, name="act_measure_add"),
    path("copy/", views.copy_measures, name="act_measures_copy"),
    path("<int:pk>/", views.change_measure, name="act_measure_change"),
    path("<int:pk>/remove/", views.remove_measure, name="act_measure_remove"),
    path("<int:pk>/move/", views.move_measure, name="act_measure_move"),
]
