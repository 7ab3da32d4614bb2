"""A table in Word: heads that repeat, rows that stay whole, widths said twice, merged cells."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.docx_styles import HAIR, NAVY, TEXT_WIDTH
from prongsai.documents.docx_xml import paragraph, run
from prongsai.documents.drawing import GLYPH, wide
from prongsai.documents.model import Cell, Column, Row, Table, places

TINTS = {"group": "E9EEF5", "total": "F5F7FA", "body": ""}
LETTER = 125  # twips: a letter of the table's text on the mean, with a little to spare
TALL = {False: 17, True: 9}  # lines that fill half an upright and half a landscape page
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def grid(table: Table) -> str:
    """The table. Widths stand in the grid and in each cell: some programs read one of them only."""
    whole = sum(column.width for column in table.columns)
    widths = [round(column.width / whole * TEXT_WIDTH[table.landscape]) for column in table.columns]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>' for side in _SIDES)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{_head(table.columns, widths)}{''.join(_rows(table, widths))}</w:tbl>"
    )


def _head(columns: tuple[Column, ...], widths: list[int]) -> str:
    cells = []
    for column, width in zip(columns, widths, strict=True):
        style = "Table Head Number" if column.kind == "number" else "Table Head"
        named = f"{column.title}\n({column.unit})" if column.unit else column.title
        cells.append(_cell(paragraph(style, run(named), keep=True), width, tint=NAVY, end="bottom"))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _rows(table: Table, widths: list[int]) -> Iterator[str]:
    """Every row with all its cells, those that come down from above among them."""
    hung: dict[int, tuple[int, Cell]] = {}  # column -> rows to come of the cell that begins there
    for row, starts in zip(table.rows, places(table), strict=True):
        own = dict(zip(starts, row.cells, strict=True))
        cells = []
        for start, cell in sorted({**{at: held for at, (_, held) in hung.items()}, **own}.items()):
            width = sum(widths[start : start + cell.columns])
            if start in own:
                cells.append(_own(cell, table.columns[start], row, width))
            else:
                cells.append(_cell("<w:p/>", width, span=cell.columns, merge="continue"))
        hung = {at: (left - 1, cell) for at, (left, cell) in hung.items() if left > 1}
        hung |= {at: (cell.rows - 1, cell) for at, cell in own.items() if cell.rows > 1}
        tall = any(_lines(cell, start, widths) > TALL[table.landscape] for start, cell in own.items())
        yield f"<w:tr><w:trPr>{'' if tall else '<w:cantSplit/>'}</w:trPr>{''.join(cells)}</w:tr>"


def _lines(cell: Cell, start: int, widths: list[int]) -> int:
    """About how many lines the cell takes."""
    a_line = max(sum(widths[start : start + cell.columns]) // LETTER, 1)
    texts = (line for text in (cell.shown, *cell.bullets) for line in text.split("\n"))
    return sum(-(-round(wide(text, 1) / GLYPH) // a_line) for text in texts)


def _own(cell: Cell, column: Column, row: Row, width: int) -> str:
    strong = " Strong" if row.style != "body" else ""
    to_right = column.kind == "number" and cell.columns == 1
    style = ("Table Number" if to_right else "Table Text" if not strong else "Table") + strong
    keep = row.style == "group"
    parts = [paragraph(style, run(cell.shown), keep=keep)] if cell.shown or not cell.bullets else []
    parts += (paragraph("Table Bullet", run(item)) for item in cell.bullets)
    merge = "restart" if cell.rows > 1 else ""
    return _cell("".join(parts), width, tint=TINTS[row.style], span=cell.columns, merge=merge)


def _cell(content: str, width: int, *, tint: str = "", span: int = 1, merge: str = "", end: str = "") -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>' if tint else ""
    properties += f'<w:vAlign w:val="{end}"/>' if end else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
