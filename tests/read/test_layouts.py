"""The layouts without names: translated, labelled, plain, and telling them apart."""

from __future__ import annotations

import pytest

from kg.read.detect import LAYOUTS, find_layout, is_json, is_json_document
from kg.read.lines import split_lines

from .feeds import FOXES, OWLS, TREES, ZH, papers, read_bytes, rejections


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"{OWLS}\ntranslated by 谷歌翻译", "translated", id="translated"),
        pytest.param(f"{OWLS}\nTranslated by Google Translate\n", "translated", id="google"),
        pytest.param(
            f"We read texts which were\ntranslated by experts and counted.\n{OWLS}",
            "plain",
            id="a-wrapped-line-is-no-closing-line",
        ),
        pytest.param(f"\n\nABSTRACT: {OWLS}", "labelled", id="labelled"),
        pytest.param(f"摘要:{ZH}", "labelled", id="labelled-zh"),
        pytest.param(f"Ada Lovelace\n{OWLS}", "authored", id="authored"),
        pytest.param(f"{OWLS}\nAuthors' comments: 5 pages", "authored", id="comments"),
        pytest.param(OWLS, "plain", id="one-abstract"),
        pytest.param(f"Abstractive owls are rare.\n\n{OWLS}", "plain", id="abstractive"),
        pytest.param(f"[Background] {OWLS}", "plain", id="bracket"),
    ],
)
def test_layout_is_told_from_content(text: str, name: str) -> None:
    assert find_layout(split_lines(text)).name == name


def test_the_last_layout_takes_everything() -> None:
    assert LAYOUTS[-1].matches([])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'{"abstract": "x"}', True),
        (b'\xef\xbb\xbf{ "abstract"', True),
        (b'oops\n{"id": 1}\n{"id": 2}\n', True),
        (b"{\\it WISE} finds owls", False),
        (b"[Background] owls", False),
        (b"owls", False),
        (b"", False),
    ],
)
def test_json_is_told_from_text(head: bytes, *, expected: bool) -> None:
    assert is_json(head) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'[{"id": 1}]', True),
        (b'[\n  {"id": 1}\n]', True),
        (b'{\n  "id": 1\n}', True),
        (b'{"id": 1}\n{"id": 2}', False),
    ],
)
def test_json_document_is_told_from_lines(head: bytes, *, expected: bool) -> None:
    assert is_json_document(head) is expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{OWLS}\ntranslated by 谷歌翻译\n{TREES}", id="last-not-closed"),
        pytest.param(f"{OWLS}\n\ntranslated by DeepL\n\n\n{TREES}\n", id="blank-lines"),
        pytest.param(f"Abstract: {OWLS}\n\nAbstract: {TREES}", id="labels-and-blank-lines"),
        pytest.param(f"Abstract:\n{OWLS}\nABSTRACT. {TREES}", id="label-on-its-line"),
        pytest.param(f"Abstract\n{OWLS}\n\n[Abstract] {TREES}", id="label-without-colon"),
        pytest.param(f"**Abstract**: {OWLS}\nAbstract—{TREES}", id="label-in-markup"),
        pytest.param(f"{OWLS}\n\nAbstract: {TREES}", id="label-in-plain"),
        pytest.param(f"\n \n{OWLS}\n\u200b\n\n{TREES}\n\n", id="plain"),
    ],
)
def test_two_records(text: str) -> None:
    assert [paper.abstract for paper in papers(text)] == [OWLS, TREES]


def test_label_in_full_width() -> None:
    (paper,) = papers(f"摘要\uff1a{ZH}")
    assert paper.abstract == ZH


def test_label_and_closing_line_are_not_in_the_record() -> None:
    text = f"Abstract:{OWLS}\nAbstract: {TREES}"
    assert [paper.source.start for paper in papers(text)] == [9, 9 + len(OWLS) + 1 + 10]
    text = f"{OWLS}\ntranslated by DeepL\n{TREES}\n"
    assert [paper.source.end for paper in papers(text)] == [len(OWLS), len(text) - 1]


def test_comments_in_other_layouts() -> None:
    (first, second) = papers(f"Abstract: {OWLS}\nAuthors' comments: 5 pages\nAbstract: {FOXES}")
    assert (first.abstract, first.pages, first.comments) == (OWLS, 5, "5 pages")
    assert (second.abstract, second.pages) == (FOXES, None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f"Abstract:\n\nAbstract: {OWLS}", [1], id="labelled"),
        pytest.param(f"{OWLS}\ntranslated by DeepL\ntranslated by DeepL\n", [3], id="translated"),
    ],
)
def test_empty_abstract_is_rejected(text: str, lines: list[int]) -> None:
    assert len(read_bytes(text)) == 2
    assert [rejection.line for rejection in rejections(text)] == lines
