"""The texts of a graph, in blocks of papers: abstracts, what is known of each, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kg.export.page.columns import Numbers

OF_PAPER = (
    *("id", "status", "language", "pages", "figures", "comments", "doi", "urls"),
    *("authors_complete", "abstract", "sources"),
)
OF_RESULT = ("value", "unit", "kind", "qualifier", "baseline_text", "own_method")
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
    graph = numbers.graph
    blocks: list[dict[str, dict[int, Any]]] = [
        {"facts": {}, "authors": {}, "evidence": {}} for _ in range(numbers.blocks())
    ]
    for key in numbers.keys:
        data = graph.nodes[key]
        if data["type"] == "Paper":
            own = blocks[numbers.block(key)]
            own["facts"][numbers.of[key]] = _facts(data, OF_PAPER)
            own["authors"][numbers.of[key]] = _authors(numbers, key)
    for number, one, other, said in numbers.edges():
        home = numbers.block_of_edge(one, said)
        if home is None:
            continue
        blocks[home]["evidence"][number] = [
            [numbers.of[item["paper"]], *(item[name] for name in PLACE), item["rule"]]
            for item in said["evidence"]
        ]
        if said["relation"] == "reports":
            blocks[home]["facts"][numbers.of[other]] = _facts(graph.nodes[other], OF_RESULT)
    yield from blocks


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
