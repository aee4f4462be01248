"""What a query answers: rows, yes or no, or triples, as Python values or in a standard format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.notebook import html_table

F = TypeVar("F")
Kind = Literal["rows", "boolean", "triples"]
Value = str | int | float | bool | Decimal | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = (
    *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
    *("nonPositiveInteger", "negativeInteger"),
    *("unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "json": ox.RdfFormat.JSON_LD,
    "xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """The answer to a query. Iterating over it gives its rows, or its triples.

    Args:
        kind: "rows" for SELECT, "boolean" for ASK, "triples" for CONSTRUCT and DESCRIBE.
        payload: SPARQL results as JSON, or N-Triples.
        prefixes: Shorten IRIs where triples are written as Turtle.
    """

    kind: Kind
    payload: bytes
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[dict[str, Value] | tuple[str, str, Value]]:
        return iter(self.triples if self.kind == "triples" else self.rows)

    def __len__(self) -> int:
        return len(self.triples if self.kind == "triples" else self.rows)

    def __bool__(self) -> bool:
        return bool(self.boolean) if self.kind == "boolean" else len(self) > 0

    def __repr__(self) -> str:
        if self.kind == "boolean":
            return f"Answer({self.boolean})"
        columns = f" of {', '.join(self.variables)}" if self.variables else ""
        return f"Answer({len(self)} {self.kind}{columns})"

    def _repr_html_(self) -> str:
        if self.kind == "boolean":
            return "<p>yes</p>" if self.boolean else "<p>no</p>"
        if self.kind == "triples":
            return html_table(("subject", "property", "object"), self.triples)
        return html_table(self.variables, (tuple(row.values()) for row in self.rows))

    @property
    def variables(self) -> tuple[str, ...]:
        """The columns of the rows, in their order; none for other kinds."""
        found = self._solutions()
        return tuple(one.value for one in found.variables) if found is not None else ()

    @property
    def rows(self) -> list[dict[str, Value]]:
        """The rows: IRIs and text as str, numbers as int, Decimal or float, None where unbound."""
        found = self._solutions()
        if found is None:
            return []
        names = found.variables
        return [{name.value: python_value(row[name]) for name in names} for row in found]

    @property
    def boolean(self) -> bool | None:
        """The answer to ASK; None for other kinds."""
        if self.kind != "boolean":
            return None
        return bool(ox.parse_query_results(self.payload, ox.QueryResultsFormat.JSON))

    @property
    def triples(self) -> list[tuple[str, str, Value]]:
        """The triples of CONSTRUCT and DESCRIBE, sorted by how they are written; else none."""
        if self.kind != "triples":
            return []
        found = sorted(ox.parse(self.payload, ox.RdfFormat.N_TRIPLES), key=str)
        return [
            (str(python_value(one.subject)), one.predicate.value, python_value(one.object))
            for one in found
        ]

    def since(self, variable: str, least: int) -> Answer:
        """Return the answer with those rows only whose variable is a number from `least` on.

        Args:
            variable: A column that holds whole numbers, such as years; where it is unbound the
                row is left out.
            least: The smallest number that stays.
        """
        data = json.loads(self.payload)
        data["results"]["bindings"] = [
            row
            for row in data["results"]["bindings"]
            if variable in row and int(row[variable]["value"]) >= least
        ]
        return replace(self, payload=json.dumps(data, ensure_ascii=False).encode())

    def serialise(self, form: str) -> bytes:
        """Write the answer in a standard format.

        Args:
            form: csv, tsv, json or xml; of triples ttl, nt, json (JSON-LD) or xml (RDF/XML).

        Returns:
            UTF-8.

        Raises:
            QueryError: If there is no such format for an answer of this kind.
        """
        if self.kind == "triples":
            return self._graph(_format(form, _GRAPHS, self.kind))
        chosen = _format(form, _RESULTS, self.kind)
        if self.kind == "boolean" and form in {"csv", "tsv"}:
            return b"true\n" if self.boolean else b"false\n"
        found = ox.parse_query_results(self.payload, ox.QueryResultsFormat.JSON)
        return found.serialize(format=chosen) or b""

    def _solutions(self) -> ox.QuerySolutions | None:
        if self.kind != "rows":
            return None
        found = ox.parse_query_results(self.payload, ox.QueryResultsFormat.JSON)
        return found if isinstance(found, ox.QuerySolutions) else None

    def _graph(self, form: ox.RdfFormat) -> bytes:
        triples = sorted(
            (quad.triple for quad in ox.parse(self.payload, ox.RdfFormat.N_TRIPLES)), key=str
        )
        return ox.serialize(triples, format=form, prefixes=dict(self.prefixes)) or b""


def python_value(term: object) -> Value:
    """Return an RDF term as a Python value; a literal that is not what it claims stays text.

    Example:
        >>> python_value(ox.Literal("0.68", datatype=ox.NamedNode(_XSD + "decimal")))
        Decimal('0.68')
    """
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else _text(term)
    try:
        return _TYPES.get(term.datatype.value, str)(term.value)
    except (ValueError, InvalidOperation):
        return term.value


def _text(term: object) -> str | None:
    """Return a blank node or an unbound variable."""
    return None if term is None else str(term)


def _boolean(text: str) -> bool:
    """Return the truth value that XML Schema writes as true, false, 1 or 0."""
    if text not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text]


def _format(form: str, formats: Mapping[str, F], kind: Kind) -> F:
    if form not in formats:
        raise QueryError(
            f"an answer of {kind} cannot be written as {form!r}",
            remedy=f"choose one of {', '.join(formats)}",
        )
    return formats[form]


_TYPES: dict[str, Callable[[str], Value]] = {
    **{_XSD + name: int for name in _INTEGERS},
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": _boolean,
}
"""What makes a Python value of a literal, by its datatype; all others stay text."""
