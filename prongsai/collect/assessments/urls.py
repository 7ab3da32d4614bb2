"""Addresses of an office's assessments, below the office's own."""

from django.urls import path

from prongsai.collect.assessments import upload, views

urlpatterns = [
    path("", views.list_assessments, name="assessments_list"),
    path("new/", views.create_assessment, name="assessments_new"),
    path("<slug:code>/", views.show_assessment, name="assessments_show"),
    path("<slug:code>/bring-in/<slug:kind>/", upload.bring_in, name="assessments_bring_in"),
    path("<slug:code>/blank/<slug:kind>.csv", upload.give_blank_file, name="assessments_blank"),
    path("<slug:code>/remove/<slug:kind>/", views.remove_results, name="assessments_remove"),
    path("<slug:code>/figures/", views.type_figures, name="assessments_figures"),
    path("<slug:code>/populations/", views.set_populations, name="assessments_populations"),
    path("<slug:code>/means/new/", views.write_mean, name="assessments_mean_add"),
    path("<slug:code>/means/<int:pk>/", views.write_mean, name="assessments_mean_change"),
    path("<slug:code>/means/<int:pk>/remove/", views.remove_mean, name="assessments_mean_remove"),
]
