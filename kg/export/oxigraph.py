"""Lines of N-Triples or N-Quads into another syntax, by Oxigraph's parser and serialisers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.export.facts import Triple


def turtle_of(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Return triples as Turtle, in the order given, headed by the prefixes, a line each."""
    lines = "".join(f"{subject} {name} {value} .\n" for subject, name, value in triples)
    quads = ox.parse(lines, ox.RdfFormat.N_TRIPLES)
    text = io.BytesIO()
    ox.serialize(
        (quad.triple for quad in quads), text, ox.RdfFormat.TURTLE, prefixes=dict(prefixes)
    )
    return text.getvalue().decode()


def jsonld_of(triples: Iterable[Triple], graph: str) -> str:
    """Return the triples of a named graph as JSON-LD, a list of one object."""
    lines = "".join(f"{subject} {name} {value} {graph} .\n" for subject, name, value in triples)
    text = io.BytesIO()
    ox.serialize(ox.parse(lines, ox.RdfFormat.N_QUADS), text, ox.RdfFormat.JSON_LD)
    return text.getvalue().decode()
