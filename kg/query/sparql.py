"""SPARQL over files of RDF, without a server: a file or lines of N-Quads in, answers out.

The engine is Oxigraph. The default graph of a query is the union of all graphs, so that
`SELECT * { ?s ?p ?o }` sees what stands in named graphs; `GRAPH ?g { … }` tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.query.answer import Answer
from kg.query.guard import check_query
from kg.query.timelimit import within

FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
"""The formats that can be read, by the suffix of the file."""

LANGUAGES = ("en", "zh")
"""The language tags that exports use."""

_PLACE = re.compile(r"(?:error )?at (\d+):(\d+): (.*)", re.DOTALL)


class Store:
    """RDF to be asked: in memory, or an index on disk.

    Args:
        prefixes: May be used in queries that do not declare them.
        index: An index that `kg.query.index` made; it is only read. Without one, the store is in
            memory and empty.

    Example:
        >>> store = Store(prefixes={"ex": "http://example.org/"})
        >>> store.load_nquads(['<http://example.org/a> <http://example.org/p> "x" .'])
        >>> store.query("SELECT ?o { ex:a ex:p ?o }").rows
        [{'o': 'x'}]
    """

    def __init__(
        self, *, prefixes: Mapping[str, str] | None = None, index: Path | None = None
    ) -> None:
        self.prefixes = dict(prefixes or {})
        self._index = index
        self._store = self._opened()

    def __len__(self) -> int:
        return len(self._store)

    def load_nquads(self, lines: Iterable[str] | Iterable[bytes] | bytes) -> None:
        """Add N-Quads.

        Args:
            lines: The text, or its lines with or without their ends.

        Raises:
            InputError: If they are malformed.
        """
        data = lines if isinstance(lines, bytes) else b"\n".join(map(_encoded, lines))
        try:
            self._store.bulk_load(data, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise _malformed(error, file=None) from error

    def load_file(self, path: str | Path) -> None:
        """Add a file; its suffix says what format it is in.

        Args:
            path: A file that ends in .nq, .nt, .ttl, .trig, .jsonld or .rdf.

        Raises:
            InputError: If it cannot be read, is malformed, or has another suffix.
        """
        path = Path(path)
        if path.suffix.lower() not in FORMATS:
            raise InputError(
                f"a file of RDF cannot end in {path.suffix!r}",
                file=path,
                remedy=f"give one that ends in {', '.join(FORMATS)}",
            )
        try:
            self._store.bulk_load(path=path, format=FORMATS[path.suffix.lower()])
        except SyntaxError as error:
            raise _malformed(error, file=path) from error
        except OSError as error:
            raise InputError(
                f"the file cannot be read: {error.strerror or error}",
                file=path,
                remedy="check the path",
            ) from error

    def has(self, iri: str) -> bool:
        """Return whether something is said of an IRI; of what is no IRI nothing is."""
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return False
        return any(True for _ in self._store.quads_for_pattern(node, None, None))

    def with_text(self, name: str, text: str) -> set[str]:
        """Return what a property gives a text, in any language that exports use.

        Args:
            name: The property, such as `rdfs:label`, with a prefix of the store.
            text: The very text.
        """
        prefix, _, local = name.partition(":")
        verb = ox.NamedNode(self.prefixes[prefix] + local)
        return {
            quad.subject.value
            for language in (None, *LANGUAGES)
            for quad in self._store.quads_for_pattern(
                None, verb, ox.Literal(text, language=language)
            )
            if isinstance(quad.subject, ox.NamedNode)
        }

    def texts(self, name: str, below: str) -> Iterator[tuple[str, str]]:
        """Yield what lies below an IRI with each text that a property gives it.

        Args:
            name: The property, such as `rdfs:label`, with a prefix of the store.
            below: What the IRIs begin with.
        """
        found = self.query(
            f"SELECT ?below ?node ?text {{ ?node {name} ?text"
            " FILTER(STRSTARTS(STR(?node), STR(?below)) && ISLITERAL(?text)) }",
            bindings={"below": below},
        )
        return ((str(row["node"]), str(row["text"])) for row in found.rows)

    def query(
        self,
        text: str,
        *,
        bindings: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Answer a query.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: Variables of the query, without their question mark, and the IRIs that they
                stand for; a SELECT has to name them in its first line. They are not pasted into
                the text.
            timeout: Seconds until the query is stopped. It then runs in a process of its own,
                which costs some 25 milliseconds; None runs it here, for as long as it takes.

        Raises:
            QueryError: If the query is malformed, is refused (see `kg.query.guard`), takes too
                long, or if a binding is not an IRI or not a variable of the query.
        """
        check_query(text)
        values = {_variable(name): _node(iri) for name, iri in (bindings or {}).items()}

        if timeout is None:
            return self._answer(self._store, text, values)

        def in_another_process() -> Answer:
            # What is open on disk is not to be shared with a fork.
            store = self._store if self._index is None else self._opened()
            return self._answer(store, text, values)

        return within(timeout, in_another_process)

    def _opened(self) -> ox.Store:
        return ox.Store() if self._index is None else ox.Store.read_only(str(self._index))

    def _answer(
        self, store: ox.Store, text: str, values: dict[ox.Variable, ox.NamedNode]
    ) -> Answer:
        try:
            found = store.query(
                text,
                prefixes=self.prefixes,
                use_default_graph_as_union=True,
                # An empty dict is not the same as none to every version.
                substitutions=values or None,  # type: ignore[arg-type]
            )
            if isinstance(found, ox.QuerySolutions):
                payload = found.serialize(format=ox.QueryResultsFormat.JSON)
                return Answer("rows", payload or b"")
            if isinstance(found, ox.QueryBoolean):
                payload = found.serialize(format=ox.QueryResultsFormat.JSON)
                return Answer("boolean", payload or b"")
            payload = found.serialize(format=ox.RdfFormat.N_TRIPLES)
            return Answer("triples", payload or b"", self.prefixes)
        except SyntaxError as error:
            raise _not_sparql(error) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(
                f"the query cannot be answered: {error}", remedy="change the query"
            ) from error


def _encoded(line: str | bytes) -> bytes:
    return line.encode() if isinstance(line, str) else line


def _variable(name: str) -> ox.Variable:
    try:
        return ox.Variable(name)
    except ValueError as error:
        raise QueryError(
            f"{name!r} is no name of a variable", remedy="give one without a question mark"
        ) from error


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is no IRI", remedy="give one such as https://…") from error


def _malformed(error: SyntaxError, file: Path | None) -> InputError:
    return InputError(
        f"malformed RDF: {error.msg}", file=file, line=error.lineno, remedy="correct the file"
    )


def _not_sparql(error: SyntaxError) -> QueryError:
    """Return the parser's message with its line, without the characters it would have liked."""
    message = str(error.msg or error)
    place = _PLACE.match(message)
    if not place:
        return QueryError(f"malformed query: {message}", remedy="correct the query")
    line, column, what = int(place[1]), int(place[2]), place[3].partition(", [")[0]
    return QueryError(
        f"malformed query at line {line}, column {column}: {what}",
        line=line,
        remedy="correct the query; prefixes have to be declared or known",
    )
