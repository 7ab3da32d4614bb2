"""A table on a page: caption, heads with their scope, groups as bodies of their own."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from prongsai.documents.html_text import Teller
from prongsai.documents.model import Cell, Column, Row, Table, places

FEW = 4  # so many columns fit a phone


def table(name: str, of: Table, *, anchor: str, tell: Teller) -> str:
    """The table in a frame that scrolls by itself on a small screen, its note below."""
    heads = "".join(_head(column, tell) for column in of.columns)
    bodies = "</tbody><tbody>".join("".join(body) for body in _bodies(of, tell))
    note = f'<p class="note">{tell(of.note)}</p>' if of.note else ""
    size = " wide" if of.landscape else " many" if len(of.columns) > FEW else ""
    return (
        f'<div class="scroll{size}" role="region" tabindex="0" aria-labelledby="{anchor}"><table>'
        f'<caption id="{anchor}"><span class="all"><b>{escape(name)}</b>{tell(of.caption)}</span></caption>'
        f"<colgroup>{_shares(of)}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{bodies}</tbody></table></div>{note}"
    )


def _shares(of: Table) -> str:
    whole = sum(column.width for column in of.columns)
    return "".join(f'<col style="width:{column.width / whole:.1%}">' for column in of.columns)


def _head(column: Column, tell: Teller) -> str:
    unit = f"<small>({tell(column.unit)})</small>" if column.unit else ""
    return f'<th scope="col"{_side(column)}>{tell(column.title)}{unit}</th>'


def _bodies(of: Table, tell: Teller) -> Iterator[list[str]]:
    """The rows, a new body at every group, but not where a cell from above reaches in."""
    body: list[str] = []
    hung = 0  # rows to come that a cell above reaches into
    for row, starts in zip(of.rows, places(of), strict=True):
        if row.style == "group" and body and not hung:
            yield body
            body = []
        body.append(_row(row, starts, of.columns, tell))
        hung = max(hung, *(cell.rows for cell in row.cells), 1) - 1
    yield body


def _row(row: Row, starts: list[int], columns: tuple[Column, ...], tell: Teller) -> str:
    cells = "".join(
        _cell(cell, columns[start], row, tell, heads=start == 0)
        for cell, start in zip(row.cells, starts, strict=True)
    )
    kind = f' class="{row.style}"' if row.style != "body" else ""
    return f"<tr{kind}>{cells}</tr>"


def _cell(cell: Cell, column: Column, row: Row, tell: Teller, *, heads: bool) -> str:
    scope = "rowgroup" if row.style == "group" or cell.rows > 1 else "row"
    tag, ending = (f'th scope="{scope}"', "th") if heads else ("td", "td")
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    side = _side(column) if cell.columns == 1 else ""
    items = "".join(f"<li>{tell(item)}</li>" for item in cell.bullets)
    listed = f"<ul>{items}</ul>" if items else ""
    return f"<{tag}{spans}{side}>{tell(cell.shown)}{listed}</{ending}>"


def _side(column: Column) -> str:
    return ' class="number"' if column.kind == "number" else ""
