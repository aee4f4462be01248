"""links.tsv and leaderboard.csv."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export.leaderboard_csv import generate_leaderboard_csv, write_leaderboard_csv
from kg.export.linkstable import generate_linkstable, write_linkstable


class Row(NamedTuple):
    rank: int
    method: str | None
    value: Decimal


def test_links_are_a_line_a_row(tmp_path: Path) -> None:
    rows = [("TitaNet-L", "method/titanet-l", None), ("a\tb\nc\r\\", 3, "图")]
    write_linkstable(rows, tmp_path / "links.tsv", columns=["name", "entity", "reason"])
    assert (tmp_path / "links.tsv").read_text(encoding="utf-8") == (
        "name\tentity\treason\nTitaNet-L\tmethod/titanet-l\t\na\\tb\\nc\\r\\\\\t3\t图\n"
    )


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_links_can_be_read_back(rows: list[tuple[str, str]]) -> None:
    codes = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}

    def unescape(cell: str) -> str:
        parts, rest = [], cell
        while rest:
            size = 2 if rest[:2] in codes else 1
            parts.append(codes.get(rest[:2], rest[:1]))
            rest = rest[size:]
        return "".join(parts)

    lines = list(generate_linkstable(rows, columns=["a", "b"]))[1:]
    assert all(line.count("\n") == 1 for line in lines)
    assert [tuple(map(unescape, line[:-1].split("\t"))) for line in lines] == rows


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(InputError, match="row 1 of the links has 1 cells for 2 columns"):
        list(generate_linkstable([("a",)], columns=["a", "b"]))


def test_a_leaderboard_of_named_tuples_and_of_mappings_is_the_same(tmp_path: Path) -> None:
    rows = [Row(1, "TitaNet, large", Decimal("0.70")), Row(2, None, Decimal("1E+2"))]
    columns = ["rank", "method", "value"]
    write_leaderboard_csv(rows, tmp_path / "leaderboard.csv", columns=columns)
    text = (tmp_path / "leaderboard.csv").read_bytes().decode()
    assert text == 'rank,method,value\n1,"TitaNet, large",0.70\n2,,100\n'
    mappings = [row._asdict() for row in rows]
    assert "".join(generate_leaderboard_csv(mappings, columns=columns)) == text


@pytest.mark.parametrize(
    "cell", ["+4.2%", "-3", "-0.5 points", "+1,024", "-12ms", "0.68%", "3-way"]
)
def test_scores_are_left_alone(cell: str) -> None:
    (_, record) = generate_leaderboard_csv([{"a": cell}], columns=["a"])
    assert next(csv.reader([record])) == [cell]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+A1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\n=1",
        " =1",
        "＝1+1",
        "-2+3+cmd|' /C calc'!A0",
        "'=1",
    ],
)
def test_formulas_are_made_text(cell: str) -> None:
    text = "".join(generate_leaderboard_csv([{"a": cell}], columns=["a"]))
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ["'" + cell]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_csv_reader_gets_the_cells_back(cells: list[str]) -> None:
    columns = [f"c{number}" for number in range(len(cells))]
    rows = [dict(zip(columns, cells, strict=True))]
    text = "".join(generate_leaderboard_csv(rows, columns=columns))
    _, read = csv.reader(io.StringIO(text, newline=""))
    guarded = re.compile(r"'['\s]*[=+\-@＝＋－＠]")
    assert [cell[1:] if guarded.match(cell) else cell for cell in read] == cells
