from __future__ import annotations

import textwrap

import pytest

from .feeds import FOXES, OWLS, TREES, ZH, papers, rejections


def wrap(text: str, width: int = 79) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)


LONG = f"{OWLS} {TREES} {FOXES}"
NO_STOP = f"{LONG} The end of it all is\nnear"

AUTHORS = [
    "Ada Lovelace, Alan Turing",
    "Jürgen Schmidhuber",
    "Laurens van der Maaten and Geoffrey Hinton",
    "LÉON BOTTOU, YANN LECUN",
    "J.-P. Serre, Xi'ai Chen, Hung-yi Lee",
    "The ATLAS Collaboration",
    wrap(
        "Hugo Touvron, Thibaut Lavril, Xavier Martinet, Marie-Anne Lachaux, Naman Goyal, Eric H. Li"
    ),
    "Ada Lovelace, Alan Turing,\nKurt Gödel",
]


@pytest.mark.parametrize("authors", AUTHORS, ids=lambda text: text[:12])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(LONG, id="one-line"),
        pytest.param(wrap(LONG), id="wrapped"),
        pytest.param(LONG.rstrip("."), id="no-full-stop"),
        pytest.param(wrap(f"mRNA counts. {LONG}"), id="lower-case"),
        pytest.param(wrap(f"$k$-means counts. {LONG}"), id="formula"),
        pytest.param(
            wrap(f"3D owls are hard. {LONG} So say Grace Hopper and Kurt Gödel"), id="names"
        ),
    ],
)
@pytest.mark.parametrize(
    "comments",
    [
        pytest.param("", id="none"),
        pytest.param("\nAuthors' comments: 5 pages", id="short"),
        pytest.param(
            "\nAuthors' comments: Accepted on IEEE Transactions on Owls and Systems for Forest"
            "\nTechnology",
            id="wrapped-word",
        ),
        pytest.param(
            "\nAuthors' comments: Accepted by the IEEE Transactions on Owls, Foxes, Trees and\n"
            "Machine Intelligence",
            id="wrapped-title",
        ),
        pytest.param(
            "\nAuthors' comments: 12 pages, accepted at the 28th International Conference on\n"
            "Neural Owl Processing (OWLP), 2021",
            id="wrapped-comma",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no-gap", "gap"])
def test_records_are_found(authors: str, body: str, comments: str, gap: str) -> None:
    first = f"{authors}\n{body}{comments}"
    second = f"Grace Hopper\n{wrap(TREES)}"
    text = f"{first}{gap}{second}{gap}{first}\n"
    found = papers(text)
    assert [text[p.source.start : p.source.end] for p in found] == [first, second, first]
    assert [p.abstract for p in found] == [body, wrap(TREES), body]
    assert [p.authors[0] for p in found[1:2]] == ["Grace Hopper"]


def test_et_al_and_comments() -> None:
    (paper,) = papers(f"Ada Lovelace et al.\n{OWLS}\nAuthors' comments: Submitted to ApJ. 2 pages")
    assert (paper.authors, paper.authors_complete) == (("Ada Lovelace",), False)
    assert (paper.venue, paper.status, paper.pages) == ("ApJ", "submitted", 2)


def test_wrapped_comments_are_put_on_one_line() -> None:
    (paper,) = papers(f"Ada Lovelace\n{OWLS}\nAuthors' comments: To appear in OWL\n2020")
    assert (paper.comments, paper.venue) == ("To appear in OWL 2020", "OWL 2020")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(ZH, id="chinese"),
        pytest.param(f"{ZH}\n{ZH}", id="chinese-wrapped"),
        pytest.param(
            "Owl Vision (OV), Natural Language Counting (NLC), and Forest Recommender\n"
            "Systems (FRS) are three fields.",
            id="title-case",
        ),
    ],
)
def test_texts_that_look_like_lists(body: str) -> None:
    text = f"Grace Hopper, Wei Li, Kurt Gödel, Ada Lovelace, Alan Turing\n{body}\n"
    found = papers(text + text)
    assert [paper.abstract for paper in found] == [body, body]
    assert [len(paper.authors) for paper in found] == [5, 5]


def test_label_between_authors_and_abstract() -> None:
    (paper,) = papers(f"Ada Lovelace, Alan Turing\nAbstract: {OWLS}")
    assert (paper.abstract, paper.source.start) == (OWLS, 0)


def test_text_before_the_first_authors_has_none() -> None:
    first, second = papers(f"{OWLS}\nAuthors' comments: 5 pages\nAda Lovelace\n{TREES}")
    assert (first.authors, second.authors) == ((), ("Ada Lovelace",))


def test_record_without_authors_behind_comments_and_a_blank_line() -> None:
    text = f"Ada Lovelace\n{OWLS}\nAuthors' comments: 5 pages\n\n{TREES}"
    assert [paper.abstract for paper in papers(text)] == [OWLS, TREES]


def test_paragraphs_of_an_abstract_stay_together() -> None:
    body = f"{OWLS}\n\n{TREES}"
    assert [paper.abstract for paper in papers(f"Ada Lovelace\n{body}")] == [body]


def test_names_inside_an_abstract_begin_no_record() -> None:
    body = wrap(f"{LONG} {OWLS} It was first seen by", 79) + "\nGeoffrey Hinton\nand others."
    assert len(papers(f"Ada Lovelace, Alan Turing\n{body}")) == 1


def test_authors_without_an_abstract_are_rejected() -> None:
    (rejection,) = rejections(f"Ada Lovelace\n{OWLS}\nAlan Turing, Kurt Gödel\n")
    assert (rejection.line, rejection.reason) == (3, "the abstract is empty")
