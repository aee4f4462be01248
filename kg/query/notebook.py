"""How answers show: counts in words, and tables for notebooks, in which a paper's text is text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

MOST_ROWS = 50


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which gets an s unless there is one only.

    Example:
        >>> counted(1, "paper"), counted(0, "paper")
        ('1 paper', '0 papers')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def html_table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; of more than fifty rows the first fifty, and a line that says so.

    Example:
        >>> html_table(["name"], [["<b>"], [None]])
        '<table><tr><th>name</th></tr><tr><td>&lt;b&gt;</td></tr><tr><td></td></tr></table>'
    """
    rows = iter(rows)
    shown = [_row("td", row) for row in islice(rows, MOST_ROWS)]
    more = sum(1 for _ in rows)
    table = f"<table>{_row('th', heading)}{''.join(shown)}</table>"
    return f"{table}<p>{counted(more, 'more row')}</p>" if more else table


def _row(tag: str, cells: Iterable[object]) -> str:
    texts = ("" if cell is None else escape(str(cell)) for cell in cells)
    return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"
