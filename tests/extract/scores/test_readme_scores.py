"""The README's tables of what is read as a score: every line gives what it shows."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from reading import extract

import kg
from kg.records import DatasetStat, Score

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
SECTION = README.partition("## What is read as a score\n")[2].partition("\n## ")[0]


def tables() -> list[list[list[str]]]:
    """Return the tables of the section: their rows without the two of the head, cells stripped."""
    blocks = re.findall(r"(?:^\|.*\n?)+", SECTION, re.MULTILINE)
    return [
        [[cell.strip() for cell in row[1:-1].split("|")] for row in block.splitlines()[2:]]
        for block in blocks
    ]


def plain(text: str) -> str:
    return text.removeprefix("`").removesuffix("`")


def read_table(rows: list[list[str]]) -> dict[str, list[list[str]]]:
    """Return the rows of each text; a row without a text belongs to the one above."""
    found: dict[str, list[list[str]]] = {}
    text = ""
    for first, *cells in rows:
        text = plain(first) or text
        found.setdefault(text, []).append(cells)
    return found


READ, NOT_READ, WRONG = tables()


def value(score: Score | DatasetStat) -> str:
    digits = f"{score.value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"{digits} {score.unit or ''}".strip()


def cells_of(score: Score) -> list[str]:
    kind = f"{score.kind} ({score.qualifier})" if score.qualifier else score.kind
    names = (score.metric, score.method, score.dataset, score.baseline)
    return [value(score), kind, *(name or "" for name in names)]


@pytest.mark.parametrize(("text", "rows"), read_table(READ).items())
def test_a_score_is_read_as_its_line_says(text: str, rows: list[list[str]]) -> None:
    assert [cells_of(score) for score in extract(text).scores] == rows


@pytest.mark.parametrize(("text", "sizes"), [(plain(row[0]), row[2]) for row in NOT_READ])
def test_no_score_is_read_from_a_line_of_the_second_table(text: str, sizes: str) -> None:
    found = extract(text)
    assert found.scores == ()
    read = [f"{value(s)} of {s.dataset}" if s.dataset else value(s) for s in found.dataset_stats]
    assert ", ".join(read) == sizes


def is_read(text: str, cell: str) -> bool:
    """Tell whether a text has a score with the fields of a cell; "nothing" fits no score."""
    expected = dict(field.split(" ", 1) for field in cell.split(", "))
    return any(
        all(
            (value(score) if name == "value" else getattr(score, name) or "none") == told
            for name, told in expected.items()
        )
        for score in extract(text).scores
    )


@pytest.mark.parametrize(("text", "now", "right"), [(plain(row[0]), *row[1:]) for row in WRONG])
def test_what_the_readme_says_is_read_wrongly_still_is(text: str, now: str, right: str) -> None:
    if now == "nothing":
        assert extract(text).scores == ()
    else:
        assert is_read(text, now)
    assert right == "nothing" or not is_read(text, right)


def test_the_tables_cover_every_kind_and_qualifier_of_a_change() -> None:
    kinds = {row[2] for row in READ}
    assert kinds >= {"absolute", "gain", "reduction", "absolute (before)", "absolute (after)"}
    assert [text for text in read_table(READ) if text.endswith("。")]


def leaderboard(folder: Path, texts: list[str], **which: str) -> list[tuple[str | None, Decimal]]:
    lines = [json.dumps({"id": f"p{n}", "abstract": text}) for n, text in enumerate(texts)]
    feed = folder / "feed.jsonl"
    feed.write_text("\n".join(lines), "utf-8")
    return [(row.method, row.value) for row in kg.build([feed]).leaderboard(**which)]


def test_an_improvement_by_points_never_ranks(tmp_path: Path) -> None:
    texts = [
        "We propose QuaxNet. QuaxNet reaches 81.2% accuracy on CIFAR-10.",
        "We propose OwlNet. OwlNet improves accuracy on CIFAR-10 by 2 points.",
    ]
    ranked = leaderboard(tmp_path, texts, dataset="CIFAR-10", metric="accuracy")
    assert ranked == [("QuaxNet", Decimal("81.2"))]


def test_a_metric_of_which_less_is_better_ranks_ascending(tmp_path: Path) -> None:
    texts = [
        "We propose QuaxNet. QuaxNet has a word error rate of 4.2% on VCTK.",
        "We propose OwlNet. OwlNet has a word error rate of 3.1% on VCTK.",
        "We propose LynxNet. LynxNet reduces the word error rate on VCTK from 9.1% to 5.0%.",
    ]
    ranked = leaderboard(tmp_path, texts, dataset="VCTK", metric="word error rate")
    assert [method for method, _ in ranked] == ["OwlNet", "QuaxNet", "LynxNet"]
