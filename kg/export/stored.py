"""The named graphs of a build, read from its `graph.nq` again: what `kg export` writes from.

The file is read line by line and only one paper's graph, or a block of what papers share, is held.
It has to be as `kg.export.nquads` writes it: one quad a line, single spaces, the quads of a graph
together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.export.facts import Triple
from kg.export.naming import Naming
from kg.export.syntax import NamedGraph

BLOCK = 10_000  # triples; more than any paper has, so that its graph comes at once


def stored_graphs(path: Path, naming: Naming, *, evidence: bool = True) -> Iterator[NamedGraph]:
    """Yield the named graphs of a file in its order.

    Args:
        path: A `graph.nq`.
        naming: The IRIs that it was written with.
        evidence: Whether annotations, spans, sentences and rules come too.

    Raises:
        InputError: The file cannot be read, or was not written by this program.
    """
    name, triples = "", list[Triple]()
    for graph, triple in _quads(path):
        if triples and (graph != name or len(triples) >= BLOCK):
            yield name, triples
            triples = []
        name = graph
        if evidence or not naming.is_evidence(triple[0]):
            triples.append(triple)
    if triples:
        yield name, triples


def _quads(path: Path) -> Iterator[tuple[str, Triple]]:
    remedy = "build it again; a graph.nq is not edited by hand"
    number = 0
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            for number, line in enumerate(stream, 1):  # noqa: B007 the error below needs it
                subject, verb, rest = line.split(" ", 2)
                value, graph, end = rest.rsplit(" ", 2)
                if end != ".\n" or not graph.startswith("<"):
                    raise ValueError
                yield graph, (subject, verb, value)
    except ValueError as error:
        raise InputError(
            "this line was not written by `kg build`", file=path, line=number, remedy=remedy
        ) from error
    except OSError as error:
        raise InputError(
            f"the file cannot be read: {error.strerror}", file=path, remedy=remedy
        ) from error
