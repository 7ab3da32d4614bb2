"""What a machine looks for, written in one line."""

import pytest

from prongsai.core.checks import Check, Rule

WRITTEN = {
    "email": Check(rule=Rule.EMAIL),
    "words (any: แผน | โครงการ; least: 2)": Check(rule=Rule.WORDS, any=("แผน", "โครงการ"), least=2),
    "columns (columns: งบประมาณ = วงเงิน | เวลา)": Check(
        rule=Rule.COLUMNS, columns=(("งบประมาณ", "วงเงิน"), ("เวลา",))
    ),
    "apart (items: o8 | o32)": Check(rule=Rule.APART, items=("o8", "o32")),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_check_is_written_in_one_line(written):
    assert str(WRITTEN[written]) == written
