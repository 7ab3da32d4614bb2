"""Public addresses; English ones stand under /en/. `addresses` says the same the other way round."""

from django.urls import path

from prongsai.disclose import views

RESULT = "ita/<slug:framework>/"

urlpatterns = [
    path("", views.show_first_page, name="disclose_first_page"),
    *(
        path(f"{office}{RESULT}{version}{name}", view, name=f"disclose_{called}")
        for office in ("", "<slug:office>/")
        for version in ("", "versions/<int:version>/")
        for name, view, called in (("", views.show_result, "result"), ("<str:name>", views.download, "data"))
    ),
    path("<slug:office>/", views.show_office, name="disclose_office"),
]
