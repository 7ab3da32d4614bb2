"""Addresses of texts, findings and books of one assessment, below its own."""

from django.urls import path

from prongsai.analyse import views

urlpatterns = [
    path("texts/", views.list_texts, name="analyse_texts"),
    path("texts/start/", views.start_texts, name="analyse_texts_start"),
    path("texts/<str:text>/", views.write_text, name="analyse_text"),
    path("texts/<str:text>/start/", views.start_text, name="analyse_text_start"),
    path("texts/<str:text>/clear/", views.clear_text, name="analyse_text_clear"),
    path("texts/<str:text>/writer/", views.give_text, name="analyse_text_give"),
    path("findings/", views.list_findings, name="analyse_findings"),
    path("books/", views.list_books, name="analyse_books"),
    path("books/progress/", views.show_progress, name="analyse_books_progress"),
    path("books/<int:pk>/again/", views.ask_again, name="analyse_book_again"),
    path("books/<int:pk>/file/", views.download_book, name="analyse_book_file"),
]
