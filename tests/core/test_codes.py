import pytest
from hypothesis import given, strategies as st

from prongsai.core.codes import canonical, order


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(
            (typed, "o1")
            for typed in ("O1", "o1", "01", "๐1", "๐๑", "0๑", "ข้อ ๐1", " o 1 ", "o01", "item O1")
        ),
        ("010", "o10"),
        ("๑๐", "10"),
        ("10", "10"),
        ("ตัวชี้วัดที่ ๒", "2"),
        ("Indicator 2", "2"),
        ("I4.1", "i4.1"),
        ("ข้อที่ i๔.๑", "i4.1"),
        ("9.1", "9.1"),
        ("IIT", "iit"),
        ("obec-2565", "obec-2565"),
        ("", ""),
    ],
)
def test_every_way_of_writing_a_code_is_understood(typed, code):
    assert canonical(typed) == code


@given(st.text())
def test_a_canonical_code_stays_as_it_is(typed):
    assert canonical(canonical(typed)) == canonical(typed)


def test_codes_sort_as_people_count():
    assert sorted(["o10", "o2", "i1.10", "i1.2", "10", "9.1", "9"], key=order) == [
        "9", "9.1", "10", "i1.2", "i1.10", "o2", "o10",
    ]  # fmt: skip
