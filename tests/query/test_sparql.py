from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.errors import InputError, QueryError
from kg.query.sparql import Store

EX = "http://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
QUADS = [
    f"<{EX}a> <{EX}{name}> {value} <{EX}{graph}> ."
    for name, value, graph in (
        ("value", f'"0.68"^^<{XSD}decimal>', "g1"),
        ("year", f'"2021"^^<{XSD}integer>', "g1"),
        ("done", f'"true"^^<{XSD}boolean>', "g2"),
        ("name", '"说话人"@zh', "g2"),
        ("bad", f'"many"^^<{XSD}integer>', "g2"),
    )
]
# A cross product of thirty: it does not end in this life, and needs no memory.
PATTERNS = " ".join(f"?s{number} ?p{number} ?o{number} ." for number in range(30))
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {PATTERNS} }}"


@pytest.fixture
def store() -> Store:
    made = Store(prefixes={"ex": "http://example.org/"})
    made.load_nquads(QUADS)
    return made


def test_named_graphs_are_seen_without_naming_them(store: Store) -> None:
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": len(QUADS)}]
    assert store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").rows == [
        {"g": "http://example.org/g1"},
        {"g": "http://example.org/g2"},
    ]


def test_values_are_those_of_python(store: Store) -> None:
    query = """SELECT ?s ?value ?year ?done ?name ?bad ?none {
        ?s ex:value ?value ; ex:year ?year ; ex:done ?done ; ex:name ?name ; ex:bad ?bad .
        OPTIONAL { ?s ex:none ?none } }"""
    answer = store.query(query)
    assert answer.variables == ("s", "value", "year", "done", "name", "bad", "none")
    assert answer.rows == [
        {
            "s": "http://example.org/a",
            "value": Decimal("0.68"),
            "year": 2021,
            "done": True,
            "name": "说话人",
            "bad": "many",
            "none": None,
        }
    ]
    assert [type(value) for value in answer.rows[0].values()][1:4] == [Decimal, int, bool]


def test_a_declared_prefix_wins(store: Store) -> None:
    assert store.query("PREFIX ex: <http://other.org/> ASK { ?s ex:value ?o }").boolean is False
    assert store.query("ASK { ?s ex:value ?o }").boolean is True


def test_construct(store: Store) -> None:
    answer = store.query("CONSTRUCT { ?s ex:was ?o } WHERE { ?s ex:year ?o }")
    assert answer.triples == [("http://example.org/a", "http://example.org/was", 2021)]
    assert b"ex:a ex:was 2021" in answer.serialise("ttl")
    assert json.loads(answer.serialise("json"))
    assert (answer.rows, answer.variables, answer.boolean) == ([], (), None)


def test_formats(store: Store) -> None:
    answer = store.query("SELECT ?o { ex:a ex:value ?o }")
    assert list(csv.reader(io.StringIO(answer.serialise("csv").decode()))) == [["o"], ["0.68"]]
    assert json.loads(answer.serialise("json"))["results"]["bindings"][0]["o"]["value"] == "0.68"
    assert ET.fromstring(answer.serialise("xml")).tag.endswith("sparql")  # noqa: S314
    assert store.query("ASK {}").serialise("csv") == b"true\n"
    with pytest.raises(QueryError, match="'csv'"):
        store.query("DESCRIBE ex:a").serialise("csv")


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"])
def test_files(store: Store, tmp_path: Path, suffix: str) -> None:
    whole = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    form = {".ttl": "ttl", ".trig": "ttl", ".jsonld": "json", ".rdf": "xml"}.get(suffix, "nt")
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(whole.serialise(form))
    loaded = Store()
    loaded.load_file(path)
    assert len(loaded) == len(QUADS)


@pytest.mark.parametrize(
    ("name", "content", "what", "line"),
    [
        ("a.txt", b"", "'.txt'", None),
        ("a.nq", b"<http://example.org/a> <b:b> .\n", "malformed", 1),
        ("a.ttl", b"<http://example.org/a> <b:b> 1 .\n<c", "malformed", 2),
        ("none.nq", None, "cannot be read", None),
        ("a.jsonld", b'{"@context": "http://127.0.0.1:9/c", "@id": "a:b"}', "malformed", None),
    ],
)
def test_files_at_fault(
    tmp_path: Path, name: str, content: bytes | None, what: str, line: int | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=what) as caught:
        Store().load_file(tmp_path / name)
    assert caught.value.file == str(tmp_path / name)
    assert line is None or caught.value.line == line


def test_malformed_lines() -> None:
    with pytest.raises(InputError, match="malformed RDF"):
        Store().load_nquads(["<a:b> <a:c> <a:d> .", "not RDF"])


@pytest.mark.parametrize(
    ("query", "line"),
    [("SELECT * { ?s ?p ?o", 1), ("SELECT *\n{ ?s unknown:p ?o }", 2), ("", 1)],
)
def test_malformed_queries_say_where(store: Store, query: str, line: int) -> None:
    with pytest.raises(QueryError, match="malformed query") as caught:
        store.query(query)
    assert caught.value.line == line
    assert len(caught.value.what) < 200


def test_refused_queries(store: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_bindings_are_not_pasted(store: Store) -> None:
    query = "SELECT ?s ?o { ?s ex:year ?o }"
    assert len(store.query(query, bindings={"s": "http://example.org/a"}).rows) == 1
    assert store.query(query, bindings={"s": "http://example.org/b"}).rows == []
    with pytest.raises(QueryError, match="is no IRI"):
        store.query(query, bindings={"s": "http://example.org/a> ?p ?o . <http://example.org/a"})


@pytest.mark.parametrize("name", ["none", "?s", "a b"])
def test_bindings_of_no_variable(store: Store, name: str) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT ?s { ?s ?p ?o }", bindings={name: "http://example.org/a"})


def test_a_query_in_time(store: Store) -> None:
    answer = store.query("SELECT ?o { ex:a ex:value ?o }", timeout=60)
    assert answer.rows == [{"o": Decimal("0.68")}]


def test_a_query_out_of_time(store: Store) -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        store.query(ENDLESS, timeout=0.2)
    assert store.query("ASK {}").boolean is True


def test_an_error_comes_back_from_the_other_process(store: Store) -> None:
    with pytest.raises(QueryError, match="malformed query") as caught:
        store.query("SELECT * {", timeout=60)
    assert caught.value.line == 1


def test_an_answer_is_iterated_by_row(store: Store) -> None:
    answer = store.query("SELECT ?value { ?s ex:value ?value }")
    assert (list(answer), len(answer), bool(answer)) == ([{"value": Decimal("0.68")}], 1, True)
    assert not store.query("SELECT ?s { ?s ex:nothing ?o }")
    assert not store.query("ASK { ?s ex:nothing ?o }")
    assert len(list(store.query("CONSTRUCT { ?s ex:is ?o } WHERE { ?s ex:value ?o }"))) == 1


def test_answers_say_what_they_are(store: Store) -> None:
    assert repr(store.query("SELECT ?s ?p { ?s ?p ?o } LIMIT 1")) == "Answer(1 rows of s, p)"
    assert repr(store.query("ASK { ?s ?p ?o }")) == "Answer(True)"
    assert repr(store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1")) == (
        "Answer(1 triples)"
    )
