import pytest

from prongsai.trail.models import Event


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_with_real_transactions_starts_empty(turn):
    """Runs twice: the first leaves a row that the guards protect, and still the second finds none."""
    assert Event.objects.count() == 0
    Event.objects.create(actor_label="x", verb="v", object_kind="k", object_id="1", object_label="l")
