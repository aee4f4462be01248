"""The texts of a graph, in blocks of papers: abstracts, what is known of each, and the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kg.export.page.columns import BLOCK, Numbers

OF_PAPER = (
    *("id", "status", "language", "pages", "figures", "comments", "doi", "urls"),
    *("authors_complete", "abstract", "sources", "duplicates"),
)
OF_RESULT = ("value", "unit", "split", "qualifier", "baseline_text", "own_method")
PLACE = ("sentence_start", "sentence_end", "start", "end")


def generate_texts(numbers: Numbers) -> Iterator[dict[str, Any]]:
    """Generate the blocks of texts, in the order of their numbers.

    Args:
        numbers: The graph with its numbers.

    Yields:
        `facts`, what is known of a paper or a result besides its edges, by node; `authors`, the
        people of a paper in its order; `evidence` by edge: a list of the paper, where the sentence
        and the words in it start and end in the abstract, in code points, and the rule.
    """
    strays: dict[int, dict[int, Any]] = defaultdict(dict)
    for number, block, data in numbers.strays():
        strays[block][number] = _evidence(numbers, data)
    for block, first in enumerate(range(0, len(numbers.papers), BLOCK)):
        papers = numbers.papers[first : first + BLOCK]
        evidence = strays[block]
        facts = {}
        for paper in papers:
            facts[numbers.of[paper]] = _facts(numbers.graph.nodes[paper], OF_PAPER)
            for number, _, target, data in numbers.edges_from(paper):
                if data["relation"] == "reports":
                    facts[numbers.of[target]] = _facts(numbers.graph.nodes[target], OF_RESULT)
                if data.get("evidence"):
                    evidence[number] = _evidence(numbers, data)
        authors = {numbers.of[paper]: _authors(numbers, paper) for paper in papers}
        yield {"facts": facts, "authors": authors, "evidence": evidence}


def _evidence(numbers: Numbers, data: Mapping[str, Any]) -> list[list[Any]]:
    return [
        [numbers.of[item["paper"]], *(item[name] for name in PLACE), item["rule"]]
        for item in data["evidence"]
    ]


def _facts(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: data[name] for name in names if data.get(name) not in (None, [])}
    if isinstance(found.get("value"), Decimal):
        found["value"] = format(found["value"], "f")
    return found


def _authors(numbers: Numbers, paper: str) -> list[int]:
    found = (
        (relations["author"]["position"], numbers.of[person])
        for person, relations in numbers.graph.succ[paper].items()
        if "author" in relations
    )
    return [number for _, number in sorted(found)]
