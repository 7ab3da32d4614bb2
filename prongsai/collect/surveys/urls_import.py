"""Address of bringing in an export, below those of one survey."""

from django.urls import path

from prongsai.collect.surveys import import_views

urlpatterns = [path("import/", import_views.import_export, name="surveys_import")]
