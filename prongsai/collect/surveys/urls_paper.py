"""Addresses of paper entry, below those of its survey."""

from django.urls import path

from prongsai.collect.surveys.paper import check_views, sheet_views, views

urlpatterns = [
    path("", views.list_piles, name="surveys_paper"),
    path("<int:pile>/", views.show_pile, name="surveys_paper_pile"),
    path("<int:pile>/type/", sheet_views.type_sheet, name="surveys_paper_type"),
    path("<int:pile>/complete/", views.complete_pile, name="surveys_paper_complete"),
    path("<int:pile>/check-all/", views.draw_all, name="surveys_paper_check_all"),
    path("<int:pile>/close/", views.close_pile, name="surveys_paper_close"),
    path("<int:pile>/remove/", views.remove_pile, name="surveys_paper_remove"),
    path("<int:pile>/<int:number>/", sheet_views.open_sheet, name="surveys_paper_open"),
    path("<int:pile>/<int:number>/remove/", sheet_views.remove_sheet, name="surveys_paper_remove_sheet"),
    path("<int:pile>/<int:number>/check/", check_views.check_sheet, name="surveys_paper_check"),
    path("<int:pile>/<int:number>/settle/", check_views.settle_sheet, name="surveys_paper_settle"),
]
