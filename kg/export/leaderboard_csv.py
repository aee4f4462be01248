"""`leaderboard.csv`: the ranked results, for spreadsheets and data frames.

    task,dataset,metric,rank,method,value,sentence
    speaker verification,VoxCeleb1,EER,1,TitaNet-L,0.68,"We reach 0.68%, …"

Decimals are written with their own digits and no exponent, a missing value is an empty cell.

Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and the texts come from
strangers. So such a text gets an apostrophe in front, as OWASP advises, unless it is a number with
at most a unit behind it: `+4.2%` and `-3 points` are what papers write and no formula. Numbers that
come as numbers are never touched. To get the text back, take the first apostrophe off every cell
that begins with one or more of them, perhaps some space, and one of these characters.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from kg.export.files import write_text
from kg.export.literals import without_surrogates

# The full-width signs count too: spreadsheets of East Asian locales take them for the plain ones.
_FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+\-]\d[\d.,]*\s?(?:[%×x]|[A-Za-z]{1,10})?")


class NamedRow(Protocol):
    """What every named tuple can do."""

    def _asdict(self) -> dict[str, Any]: ...


Row = Mapping[str, Any] | NamedRow


def generate_leaderboard_csv(rows: Iterable[Row], *, columns: Sequence[str]) -> Iterator[str]:
    r"""Yield the heading, then a record a row, in the order given.

    Args:
        rows: Mappings or named tuples; what they hold besides `columns` is left out.
        columns: The names of the columns, in order.

    Example:
        >>> rows = [{"method": "=A1", "value": Decimal("0.70"), "text": "+4.2%"}]
        >>> list(generate_leaderboard_csv(rows, columns=["method", "value", "text"]))[1]
        "'=A1,0.70,+4.2%\n"
    """
    yield _record(columns)
    for row in rows:
        cells = row if isinstance(row, Mapping) else row._asdict()
        yield _record([cells.get(column) for column in columns])


def write_leaderboard_csv(rows: Iterable[Row], path: str | Path, *, columns: Sequence[str]) -> None:
    """Write the leaderboard; streams.

    Raises:
        OutputError: The file cannot be written.
    """
    write_text(generate_leaderboard_csv(rows, columns=columns), path)


def _record(cells: Iterable[object]) -> str:
    line = io.StringIO()
    # With "\n" for a terminator the writer would not quote a cell for the carriage return in it.
    csv.writer(line, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    if not isinstance(value, str):
        return value
    text = without_surrogates(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
