"""The queries that come with the program: files under patterns/queries, called by name.

The comment at the head of a file says what it answers; a line `# ?dataset Dataset: …` declares a
parameter: a variable that may be bound to a node of that type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.names import find, iri
from kg.records import Record
from kg.rules.location import builtin_patterns

if TYPE_CHECKING:
    import networkx as nx

_PARAMETER = re.compile(r"# \?(?P<name>\w+) (?P<type>[A-Z]\w*): (?P<about>.+)")


class NamedQuery(Record):
    """A query with a name. `parameters` gives for each variable the type of node it stands for."""

    name: str
    about: str
    parameters: dict[str, str]
    text: str


def named_queries(folder: Path | None = None) -> list[NamedQuery]:
    """Return all queries that have a name.

    Args:
        folder: Where the .rq files lie; those that come with the program if None.

    Example:
        >>> "leaderboard" in [query.name for query in named_queries()]
        True
    """
    folder = folder or builtin_patterns() / "queries"
    return [_read(path) for path in sorted(folder.glob("*.rq"))]


def named_query(name: str, folder: Path | None = None) -> NamedQuery:
    """Return the query of a name.

    Raises:
        QueryError: If there is none.
    """
    known = {query.name: query for query in named_queries(folder)}
    if name not in known:
        raise QueryError(f"no query is called {name!r}", remedy=f"choose one of {', '.join(known)}")
    return known[name]


def resolve(
    graph: nx.MultiDiGraph[str], query: NamedQuery, values: Mapping[str, str]
) -> dict[str, str]:
    """Return the bindings of a query's parameters for `Store.query`.

    Args:
        graph: Where the names are looked up.
        query: The query.
        values: For each parameter a label, alias, key or IRI.

    Returns:
        For each parameter an IRI.

    Raises:
        QueryError: If the query has no such parameter, or a name is unknown or stands for several
            nodes.
    """
    return {name: _resolve(graph, query, name, value) for name, value in values.items()}


def _resolve(graph: nx.MultiDiGraph[str], query: NamedQuery, name: str, value: str) -> str:
    if name not in query.parameters:
        raise QueryError(
            f"the query {query.name} has no parameter {name!r}",
            remedy=f"it has {', '.join(query.parameters) or 'none'}",
        )
    found = find(graph, value, types={query.parameters[name]})
    if len(found) > 1:
        raise QueryError(
            f"{value!r} stands for several nodes", remedy=f"give one of {', '.join(found)}"
        )
    return iri(graph, found[0])


def _read(path: Path) -> NamedQuery:
    text = path.read_text("utf-8")
    head = [line for line in text.split("\n\n", 1)[0].splitlines() if line.startswith("#")]
    parameters = [match for line in head if (match := _PARAMETER.fullmatch(line))]
    about = [line.removeprefix("#").strip() for line in head if not _PARAMETER.fullmatch(line)]
    return NamedQuery(
        name=path.stem,
        about=" ".join(about),
        parameters={match["name"]: match["type"] for match in parameters},
        text=text,
    )
