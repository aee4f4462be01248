from __future__ import annotations

import json
from typing import Any

import pytest

from kg.read import json_lines
from kg.records import Extraction, Paper, Rejection

from .feeds import OWLS, TREES, papers, read_bytes, rejections


def one(**fields: Any) -> Paper:
    (paper,) = papers(json.dumps(fields))
    return paper


def test_all_fields() -> None:
    paper = one(
        id="o1",
        title="On owls",
        abstract=f" {OWLS}\n",
        authors=["Ada Lovelace", {"name": "Alan Turing"}, {"given": "Kurt", "family": "Gödel"}],
        year="2020",
        venue="OWL",
        doi="10.1/x",
        url="https://owls.example.org",
        urls=["https://owls.example.org", "https://trees.example.org"],
        comments="5 pages, accepted at ICML 2019",
        mentions=[{"type": "Method"}],
    )
    assert (paper.id, paper.title, paper.abstract) == ("o1", "On owls", OWLS)
    assert paper.authors == ("Ada Lovelace", "Alan Turing", "Kurt Gödel")
    # What the record says itself goes before what its comments say.
    assert (paper.year, paper.venue, paper.status, paper.pages) == (2020, "OWL", "accepted", 5)
    assert paper.urls == ("https://owls.example.org", "https://trees.example.org")


@pytest.mark.parametrize(
    ("authors", "names", "complete"),
    [
        (None, (), True),
        ("Ada Lovelace, Alan Turing", ("Ada Lovelace", "Alan Turing"), True),
        ("Ada Lovelace and Alan Turing et al.", ("Ada Lovelace", "Alan Turing"), False),
        (["Ada Lovelace", "et al."], ("Ada Lovelace",), False),
        (["Ada Lovelace et al."], ("Ada Lovelace",), False),
        (["Lovelace, Ada"], ("Lovelace, Ada",), True),
        ([], (), True),
    ],
)
def test_authors(authors: Any, names: tuple[str, ...], *, complete: bool) -> None:
    paper = one(abstract=OWLS, authors=authors)
    assert (paper.authors, paper.authors_complete) == (names, complete)


def test_an_extraction_is_read_as_the_paper_that_it_came_from() -> None:
    (paper,) = papers(f"Ada Lovelace et al.\n{OWLS}\nAuthors' comments: Accepted at OWL 2020")
    (again,) = papers(Extraction(**paper.model_dump()).model_dump_json())
    assert again.model_copy(update={"source": paper.source}) == paper


@pytest.mark.parametrize(
    ("fields", "identifier"),
    [
        ({"id": 7}, "7"),
        ({"id": " x "}, "x"),
        ({"id": "a", "doi": "10.1145/1"}, "a"),
        ({"id": None, "doi": "https://doi.org/10.1145/ABC"}, "10.1145/abc"),
        ({"url": "https://arxiv.org/pdf/1512.03385v2.pdf"}, "arXiv:1512.03385v2"),
        ({"doi": "10.48550/arXiv.1512.03385"}, "arXiv:1512.03385"),
        ({"urls": ["https://aclanthology.org/P19-1001/"]}, "P19-1001"),
    ],
)
def test_identifiers(fields: dict[str, Any], identifier: str) -> None:
    assert one(abstract=OWLS, **fields).id == identifier


def test_a_citation_in_the_abstract_is_no_identifier() -> None:
    assert one(abstract=f"{OWLS} See https://arxiv.org/abs/1512.03385").id.startswith("abs-")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"abstract": "ow', "this is not JSON: Unterminated string starting at column 14"),
        ('{"abstract": 5}', "5 is not a string (field 'abstract')"),
        ('{"id": "x"}', "the record has no abstract (field 'abstract')"),
        ('{"abstract": " "}', "the abstract is empty (field 'abstract')"),
        ("[1]", "this is a JSON array, not an object"),
        ("5", "this is not a JSON object"),
        ('{"abstract": "a", "year": NaN}', "this is not JSON: NaN is no JSON number"),
        ('{"abstract": "a", "year": "soon"}', "'soon' is not a whole number (field 'year')"),
        ('{"abstract": "a", "year": 1e999}', "inf is not a whole number (field 'year')"),
        ('{"abstract": "a", "id": true}', "True is not a string (field 'id')"),
        ('{"abstract": "a", "authors": 1}', "1 is not a list of names (field 'authors')"),
        ('{"abstract": "a", "authors": [{}]}', None),
        ('{"abstract": "a", "urls": [1]}', "list is not a list of strings (field 'urls')"),
        ('{"abstract": "a", "status": "x"}', "'x' is no status (field 'status')"),
        (
            '{"abstract": "\\ud800"}',
            "half of a surrogate pair cannot be encoded (field 'abstract')",
        ),
        ("[" * 100_000, "the JSON is nested too deeply"),
        ('{"a":' * 100_000, "the JSON is nested too deeply"),
        ('{"abstract": "a", "x": ' + "1" * 5000 + "}", None),
    ],
    ids=lambda value: (value or "")[:30],
)
def test_a_bad_line_does_not_stop_the_others(line: str, reason: str | None) -> None:
    good = json.dumps({"abstract": OWLS})
    first, bad, last = read_bytes(f"{good}\n{line}\n\n{good}\n")
    assert isinstance(first, Paper)
    assert isinstance(last, Paper)
    assert isinstance(bad, Rejection)
    assert (bad.line, last.source.line) == (2, 4)
    assert bad.remedy
    assert reason is None or bad.reason == reason


def test_offsets_count_code_points_and_marks() -> None:
    text = "\ufeff" + json.dumps({"abstract": "Öl"}, ensure_ascii=False) + "\r\n" + '{"text": "x"}'
    found = papers(text)
    assert [text[p.source.start : p.source.end][-1] for p in found] == ["}", "}"]
    assert [p.source.start for p in found] == [1, text.index('{"text')]


def test_bad_bytes_name_line_and_offset() -> None:
    data = b'{"abstract": "a"}\n{"abstract": "caf\xe9"}\n{"abstract": "b"}\n'
    (rejection,) = rejections(data)
    assert rejection.line == 2
    assert rejection.reason == f"the bytes at offset {data.index(0xE9)} are not UTF-8"


def test_an_array_is_rejected_with_a_remedy() -> None:
    (rejection,) = rejections(json.dumps([{"abstract": OWLS}, {"abstract": TREES}], indent=1))
    assert rejection.remedy is not None
    assert "jq" in rejection.remedy


def test_a_line_that_is_too_long_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE", 100)
    long = json.dumps({"abstract": "x" * 250})
    text = f'{long}\n{{"abstract": "short"}}\n'
    bad, good = read_bytes(text)
    assert isinstance(bad, Rejection)
    assert isinstance(good, Paper)
    assert (bad.line, good.source.line) == (1, 2)
    assert text[good.source.start : good.source.end] == '{"abstract": "short"}'
