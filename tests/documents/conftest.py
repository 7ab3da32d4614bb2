"""One small workbook for every test that reads or spoils one."""

import io
from datetime import date, datetime

import openpyxl
import pytest

NINE_THIRTY = datetime(2022, 3, 1, 9, 30)  # noqa: DTZ001  # a sheet knows no zone


@pytest.fixture
def xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ผล"
    values = {"B3": "ตัวชี้วัด", "C3": "points", "B4": 1, "C4": 98.46, "B5": 2.0, "C5": date(2022, 3, 1)}
    values |= {"D5": True, "D6": 0.1 + 0.2, "E6": NINE_THIRTY, "F7": " ก "}
    for reference, value in values.items():
        sheet[reference] = value
    hidden = book.create_sheet("hidden")
    hidden["A1"] = "secret"
    hidden.sheet_state = "hidden"
    book.create_sheet("empty")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
