"""Every address. Public ones stand in Thai without a prefix and in English under /en/."""

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as workspace_urls
from wagtail.documents import urls as document_urls

from prongsai.people import urls as people_urls
from prongsai.project import views

urlpatterns = [
    path("health/", views.health, name="project_health"),
    path("workspace/", include(people_urls)),  # first: our account page stands in for Wagtail's
    path("workspace/", include(workspace_urls)),
    path("documents/", include(document_urls)),
    path("captured/", include("prongsai.collect.evidence.captured.urls")),
]
urlpatterns += i18n_patterns(
    path("s/", include("prongsai.collect.surveys.public_urls")), prefix_default_language=False
)
# The public site takes every other address.
if find_spec("prongsai.disclose") and find_spec("prongsai.disclose.urls"):
    urlpatterns += i18n_patterns(path("", include("prongsai.disclose.urls")), prefix_default_language=False)

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
