"""Addresses below /workspace/ that are plain functions. Account stands in for Wagtail's own."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from prongsai.people import views

urlpatterns = decorate_urlpatterns(
    [
        path("account/", views.account, name="people_account"),
        path("offices/", views.list_offices, name="people_offices"),
        path("offices/add/", views.add_office, name="people_office_add"),
        path("offices/<slug:office>/", views.show_office, name="people_office"),
        path("offices/<slug:office>/settings/", views.edit_office, name="people_office_edit"),
    ],
    require_admin_access,  # as Wagtail does with its own
)
