from datetime import date

from prongsai.core.measure import Measure, Practice


def test_a_measure_names_what_it_answers_and_has_rows_of_practice():
    row = Practice(
        practice="ประชุม",
        monitoring="ติดตาม",
        reporting="รายงาน",
        starts_on=date(2022, 10, 1),
        ends_on=date(2023, 9, 30),
        owners=("กลุ่มอำนวยการ",),
    )

    assert Measure(name="มาตรการ", indicators=("2",), practices=(row,)).practices[0].owners == (
        "กลุ่มอำนวยการ",
    )
