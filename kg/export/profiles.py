"""Profiles: the facts of a graph once more, in the terms of another knowledge graph.

A profile is a CONSTRUCT query in patterns/vocabulary/profiles, which says what is which; this
module runs it. The facts, without the evidence, are held in memory while it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.facts import Triple
from kg.export.naming import Naming
from kg.export.syntax import NamedGraph, generate_nquads
from kg.rules.location import builtin_patterns

BLOCK = 10_000  # triples that a writer gets at once


def profiles() -> dict[str, Path]:
    """Return the profiles that come with the program, by name.

    Example:
        >>> list(profiles())
        ['cskg', 'lpwc', 'mls', 'orkg', 'soa']
    """
    folder = builtin_patterns() / "vocabulary" / "profiles"
    return {path.stem: path for path in sorted(folder.glob("*.rq"))}


def with_profiles(
    graphs: Iterable[NamedGraph], names: Sequence[str], naming: Naming
) -> Iterator[NamedGraph]:
    """Yield the graphs, then what the profiles add, a named graph each.

    Args:
        graphs: The graphs of an export.
        names: The profiles, each once; with none, nothing is held in memory.
        naming: The IRIs of the graphs.

    Yields:
        The graphs as they come; then for each profile its triples, sorted, in blocks.

    Raises:
        QueryError: There is no such profile.
    """
    known = profiles()
    if unknown := [name for name in names if name not in known]:
        raise QueryError(
            f"there is no profile {unknown[0]!r}", remedy=f"choose among {', '.join(known)}"
        )
    store = ox.Store()
    for name, triples in graphs:
        yield name, triples
        if names:
            facts = [fact for fact in triples if not naming.is_evidence(fact[0])]
            text = "".join(generate_nquads([(name, facts)], {}))
            store.load(text.encode(), ox.RdfFormat.N_QUADS)
    for name in dict.fromkeys(names):
        made = _constructed(store, known[name])
        while block := list(islice(made, BLOCK)):
            yield naming.profile(name), block


def _constructed(store: ox.Store, query: Path) -> Iterator[Triple]:
    found = store.query(query.read_text("utf-8"), use_default_graph_as_union=True)
    triples = cast("ox.QueryTriples", found)
    written = {(str(one.subject), str(one.predicate), str(one.object)) for one in triples}
    return iter(sorted(written))
