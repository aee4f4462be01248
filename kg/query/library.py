"""The queries that come with the program: files under patterns/queries, called by name.

The comment at the head of a file says what it answers; a line `# ?dataset Dataset: …` declares a
parameter: a variable that may be bound to a node of that type, so it has to be among those that the
query selects. `# ?year Since: …` declares that rows can be chosen by the least value of a variable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError
from kg.query.answer import Answer
from kg.query.lookup import find_node
from kg.query.sparql import Store
from kg.records import Record
from kg.rules.location import builtin_patterns

SINCE = "since"
_PARAMETER = re.compile(r"# \?(?P<name>\w+) (?P<type>[A-Z]\w*): (?P<about>.+)")


class NamedQuery(Record):
    """A query with a name.

    `parameters` gives for each variable the type of node it stands for, or "Since".
    """

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


def read_query(path: Path) -> NamedQuery:
    """Read a query with its parameters from a file of one's own.

    Raises:
        QueryError: The file cannot be read.
    """
    try:
        return _read(path)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            f"the query cannot be read: {error}", file=path, remedy="check the path"
        ) from error


def ask(
    store: Store, query: NamedQuery, values: Mapping[str, str], *, timeout: float | None = None
) -> Answer:
    """Answer a query with values for its parameters.

    Args:
        store: What to ask.
        query: The query.
        values: For a parameter's type in lower case (`dataset`, `since`) a name, alias, key or IRI,
            or a number.
        timeout: As for `Store.query`.

    Raises:
        QueryError: The query has no such parameter, or a name is unknown or stands for several
            nodes; or as for `Store.query`.
    """
    variables = {kind.lower(): name for name, kind in query.parameters.items()}
    for kind in values:
        if kind not in variables:
            raise QueryError(
                f"the query {query.name} has no parameter {kind!r}",
                remedy=f"it has {', '.join(variables) or 'none'}",
            )
    bindings = {
        variables[kind]: find_node(store, kind, value)
        for kind, value in values.items()
        if kind != SINCE
    }
    answer = store.query(query.text, bindings=bindings, timeout=timeout)
    return answer.since(variables[SINCE], _year(values[SINCE])) if SINCE in values else answer


def _year(text: str) -> int:
    if not text.isdecimal():
        raise QueryError(f"{text!r} is no year", remedy="give one such as 2020")
    return int(text)


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
