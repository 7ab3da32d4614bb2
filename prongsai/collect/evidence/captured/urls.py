"""The one address of captured pages; it stands outside the workspace, and may stand on another host."""

from django.urls import path

from prongsai.collect.evidence.captured import views

urlpatterns = [path("<str:token>/", views.show_captured, name="evidence_captured")]
