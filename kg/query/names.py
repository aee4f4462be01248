"""What people type, found in the graph: a key, an IRI, a label or an alias in any spelling."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kg.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx

TEST: Final = "test"
"""The split that is meant where none is named."""


def fold(name: str) -> str:
    """Return a name without what people spell differently: case, width, spaces, hyphens.

    Example:
        >>> fold("Image-Net 1K") == fold("imagenet1k")
        True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(
        character
        for character in folded
        if not character.isspace() and unicodedata.category(character) not in {"Pd", "Pc"}
    )


def find(
    graph: nx.MultiDiGraph[str], name: str, *, types: Collection[str] | None = None
) -> list[str]:
    """Find nodes by key, IRI, label, alias, or the id or DOI of a paper.

    Args:
        graph: A graph as `kg.assemble` describes it.
        name: What to look for.
        types: The node types to look among; all if None.

    Returns:
        The keys of all nodes that are called so, those with this very label first; one only if a
        key or an IRI was given.

    Raises:
        QueryError: If there is none; the error names the closest names.
    """
    key = name.removeprefix(str(graph.graph.get("base", "")))
    if key in graph and (types is None or graph.nodes[key]["type"] in types):
        return [key]
    wanted = fold(name)
    found = {node for node, called in _names(graph, types) if fold(called) == wanted}
    if wanted and found:
        return sorted(found, key=lambda node: (graph.nodes[node]["label"] != name, node))
    among = f" among the nodes of type {', '.join(sorted(types))}" if types else ""
    names = [one for _, one in sorted(_names(graph, types))]
    raise unknown_name(name, names, among=among)


def find_dataset(graph: nx.MultiDiGraph[str], name: str) -> tuple[list[str], str | None]:
    """Find datasets by a name that may have a split behind it, as leaderboards and papers write it.

    Args:
        graph: A graph as `kg.assemble` describes it.
        name: What to look for, such as "COCO", "COCO (test-dev)" or "COCO test-dev".

    Returns:
        The keys as from `find`, and the split; None if the name has none.

    Raises:
        QueryError: If there is no such dataset or split; the error names the closest ones.
    """
    try:
        return find(graph, name, types={"Dataset"}), None
    except QueryError as unknown:
        in_brackets = name.endswith(")")
        dataset, _, split = name.removesuffix(")").rpartition("(" if in_brackets else " ")
        if not dataset:
            raise
        try:
            return find(graph, dataset, types={"Dataset"}), find_split(graph, split)
        except QueryError as error:
            raise error if in_brackets else unknown from None


def find_split(graph: nx.MultiDiGraph[str], name: str) -> str:
    """Return the split of a name in any spelling, among those that results of the graph are on.

    Raises:
        QueryError: If there is none; the error names the closest ones.
    """
    splits = {data["split"] for _, data in graph.nodes(data=True) if data.get("split")} | {TEST}
    for split in sorted(splits):
        if fold(split) == fold(name):
            return split
    raise unknown_name(name, sorted(splits), among=" among the splits of datasets")


def unknown_name(name: str, names: Iterable[str], *, among: str = "") -> QueryError:
    """Return the error about a name that nothing has, with the closest ones of those that are."""
    return QueryError(
        f"nothing in the graph is called {name!r}{among}", remedy=_advice(name, names)
    )


def iri(graph: nx.MultiDiGraph[str], key: str) -> str:
    """Return the IRI of a node: the base IRI of the graph followed by its key."""
    return f"{graph.graph.get('base', '')}{key}"


def _names(graph: nx.MultiDiGraph[str], types: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Yield each node with each name that it goes by."""
    for node, data in graph.nodes(data=True):
        if types is not None and data["type"] not in types:
            continue
        yield node, data["label"]
        for alias in data.get("aliases", ()):
            yield node, alias
        for field in ("id", "doi"):
            if field in data:
                yield node, data[field]
        for other in data.get("duplicates", ()):
            yield node, other


def _advice(name: str, names: Iterable[str]) -> str:
    """Name the closest names, so that a slip of the finger can be seen."""
    called: dict[str, str] = {}
    for one in names:
        called.setdefault(fold(one), one)
    wanted = fold(name)
    close = difflib.get_close_matches(wanted, called, n=3, cutoff=0.6)
    # The beginning of a long name is not close to it, and is what people type.
    close += sorted(one for one in called if len(wanted) > 2 and wanted in one and one not in close)
    if not close:
        return "look for a name in graph.html or in the exports"
    return "did you mean " + " or ".join(repr(called[one]) for one in close[:3]) + "?"
