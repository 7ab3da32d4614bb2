"""What is said of the hidden parts of a spreadsheet."""

from __future__ import annotations

from prongsai.core.text import Text

HIDDEN_SHEET = Text(
    th="มีแผ่นงานที่ซ่อนไว้ “{name}” ผู้ที่ดาวน์โหลดเปิดดูได้",
    en="Sheet “{name}” is hidden; whoever downloads the file can open it.",
)
HIDDEN_ROWS = Text(th="มีแถวที่ซ่อนไว้ {count} แถว", en="{count} row(s) are hidden.")
HIDDEN_COLUMNS = Text(th="มีคอลัมน์ที่ซ่อนไว้ {count} คอลัมน์", en="{count} column(s) are hidden.")
