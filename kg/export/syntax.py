"""Named graphs as text, in every syntax of RDF that `kg export` knows.

| name     | ending    | what it is, and what is lost                                        |
|----------|-----------|---------------------------------------------------------------------|
| `nq`     | `.nq`     | N-Quads, canonical                                                  |
| `nt`     | `.nt`     | N-Triples, canonical; the names of the graphs are lost              |
| `trig`   | `.trig`   | TriG, with prefixes                                                 |
| `ttl`    | `.ttl`    | Turtle, with prefixes; the names of the graphs are lost             |
| `jsonld` | `.jsonld` | JSON-LD, expanded: full IRIs and no context, least of all a remote  |
|          |           | one                                                                 |
| `rdfxml` | `.rdf`    | RDF/XML; the names of the graphs are lost, and what XML 1.0 cannot  |
|          |           | hold (most control characters) becomes U+FFFD                       |

All stream: they hold one graph at a time, or a block of one. N-Quads and N-Triples are lines put
together here, the others are made by Oxigraph's parser and serialisers. The same graphs in the same
order give the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from kg.export.facts import Triple
from kg.export.literals import legal_in_xml

_SUBJECT = re.compile(r"\n(?=[^\t])")  # what is said of a subject is indented; strings are one line

NamedGraph: TypeAlias = tuple[str, list[Triple]]
"""The IRI of a graph in angle brackets, and triples of it in N-Triples syntax, at least one."""

Prefixes: TypeAlias = Mapping[str, str]


def generate_nquads(graphs: Iterable[NamedGraph], _: Prefixes) -> Iterator[str]:
    """Yield lines, one quad each."""
    for name, triples in graphs:
        for subject, verb, value in triples:
            yield f"{subject} {verb} {value} {name} .\n"


def generate_ntriples(graphs: Iterable[NamedGraph], _: Prefixes) -> Iterator[str]:
    """Yield lines, one triple each."""
    for _name, triples in graphs:
        yield from _lines(triples)


def generate_turtle(graphs: Iterable[NamedGraph], prefixes: Prefixes) -> Iterator[str]:
    """Yield the prefixes, then a block a graph, with a blank line before each subject."""
    yield from _declarations(prefixes)
    for _, triples in graphs:
        text = _serialised(_parsed(triples), ox.RdfFormat.TURTLE, prefixes)
        yield "\n" + _SUBJECT.sub("\n\n", _body(text, prefixes))


def generate_trig(graphs: Iterable[NamedGraph], prefixes: Prefixes) -> Iterator[str]:
    """Yield the prefixes, then a graph each."""
    yield from _declarations(prefixes)
    for name, triples in graphs:
        text = _serialised(_quads(name, triples), ox.RdfFormat.TRIG, prefixes)
        yield "\n" + _body(text, prefixes)


def generate_jsonld(graphs: Iterable[NamedGraph], _: Prefixes) -> Iterator[str]:
    """Yield a line a graph; a graph may take several, which JSON-LD reads as one."""
    before = "[\n"
    for name, triples in graphs:
        text = _serialised(_quads(name, triples), ox.RdfFormat.JSON_LD, {})
        yield before + text.strip().removeprefix("[").removesuffix("]")
        before = ",\n"
    yield "\n]\n"


def generate_rdfxml(graphs: Iterable[NamedGraph], prefixes: Prefixes) -> Iterator[str]:
    """Yield the root element, in which every block a graph stands."""
    opened = False
    for _, triples in graphs:
        text = _serialised(_parsed(triples), ox.RdfFormat.RDF_XML, prefixes)
        declaration, root, rest = text.split("\n", 2)
        if not opened:
            yield f"{declaration}\n{root}\n"
            opened = True
        # A parser would turn a bare carriage return into a line feed.
        yield legal_in_xml(rest.rpartition("</rdf:RDF>")[0]).replace("\r", "&#13;")
    yield "</rdf:RDF>\n"


SYNTAXES: dict[str, Callable[[Iterable[NamedGraph], Prefixes], Iterator[str]]] = {
    "nq": generate_nquads,
    "nt": generate_ntriples,
    "trig": generate_trig,
    "ttl": generate_turtle,
    "jsonld": generate_jsonld,
    "rdfxml": generate_rdfxml,
}


def _lines(triples: Iterable[Triple]) -> Iterator[str]:
    return (f"{subject} {verb} {value} .\n" for subject, verb, value in triples)


def _parsed(triples: Iterable[Triple]) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse("".join(_lines(triples)), ox.RdfFormat.N_TRIPLES))


def _quads(name: str, triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(name[1:-1])
    for one in _parsed(triples):
        yield ox.Quad(one.subject, one.predicate, one.object, graph)


def _serialised(
    statements: Iterable[ox.Triple] | Iterable[ox.Quad], format_: ox.RdfFormat, prefixes: Prefixes
) -> str:
    text = io.BytesIO()
    ox.serialize(statements, text, format_, prefixes=dict(prefixes))
    return text.getvalue().decode()


def _declarations(prefixes: Prefixes) -> Iterator[str]:
    return (f"@prefix {name}: <{namespace}> .\n" for name, namespace in prefixes.items())


def _body(text: str, prefixes: Prefixes) -> str:
    """Return a block without the prefixes that head it, a line each."""
    return text.split("\n", len(prefixes))[-1]
