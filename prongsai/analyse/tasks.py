"""What runs in the background."""

from django_tasks import task

from prongsai.analyse import making


@task()
def make_book(book_id: int, attempt: int) -> None:
    making.make(book_id, attempt)
