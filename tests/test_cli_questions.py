"""The commands that ask a build."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import Result

from kg.cli_questions import PARAMETERS, SYNTAXES
from kg.export.profiles import profiles
from kg.export.syntax import SYNTAXES as WRITERS
from kg.query.library import named_queries

Run = Callable[..., Result]


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize("file", ["", "graph.nq", "graph.ttl", "graph.jsonld"])
def test_query_a_build_or_a_file(kg: Run, build_folder: Path, file: str) -> None:
    query = "SELECT DISTINCT ?n { { ?d a schema:Dataset ; rdfs:label ?n } UNION "
    query += "{ GRAPH ?g { ?d a schema:Dataset ; rdfs:label ?n } } }"
    result = kg("query", build_folder / file, query)
    assert result.exit_code == 0, result.stderr
    heading, *found = rows(result.stdout)
    assert heading == ["n"]
    assert ["VoxCeleb1"] in found


@pytest.mark.parametrize("format_", ["table", "csv", "json", "xml", "tsv"])
@pytest.mark.parametrize("from_file", [False, True], ids=["argument", "file"])
def test_query_formats(
    kg: Run,
    build_folder: Path,
    tmp_path: Path,
    format_: str,
    from_file: bool,
) -> None:
    text = 'SELECT ?x { VALUES ?x { "é" } }'
    (tmp_path / "q.rq").write_text(text, "utf-8")
    query = ["--file", tmp_path / "q.rq"] if from_file else [text]
    result = kg("query", build_folder, *query, "--format", format_)
    assert result.exit_code == 0, result.stderr
    if format_ == "table":
        assert result.stdout == "x\né\n"
    elif format_ == "csv":
        assert list(csv.reader(io.StringIO(result.stdout))) == [["x"], ["é"]]
    elif format_ == "json":
        (row,) = json.loads(result.stdout)["results"]["bindings"]
        assert row["x"]["value"] == "é"
    elif format_ == "tsv":
        assert result.stdout == '?x\n"é"\n'
    else:
        assert "é</literal>" in result.stdout


def test_query_that_asks_or_constructs(kg: Run, build_folder: Path) -> None:
    assert kg("query", build_folder, "ASK { ?s ?p ?o }").stdout in {"yes\n", "no\n"}
    made = kg("query", build_folder, "CONSTRUCT { <x:a> <x:b> 'c' } {}").stdout
    assert '<x:a> <x:b> "c" .' in made


def test_query_by_name(kg: Run, build_folder: Path) -> None:
    listed = rows(kg("query", "--list").stdout)
    assert listed[0] == ["name", "options", "answers"]
    assert {"leaderboard", "papers-of-author"} <= {row[0] for row in listed}
    result = kg("query", build_folder, "--name", "leaderboard", "--dataset", "voxceleb 1")
    assert result.exit_code == 0, result.stderr
    assert "OwlNet" in result.stdout
    assert "ImageNet" not in result.stdout


def test_leaderboard(kg: Run, build_folder: Path) -> None:
    result = kg("leaderboard", build_folder, "--dataset", "VoxCeleb1", "--metric", "EER")
    heading, first, *_ = rows(result.stdout)
    assert heading == [
        *("dataset", "metric", "rank", "method", "score", "task", "paper", "sentence", "rule"),
        "also reported",
    ]
    assert first[:5] == ["VoxCeleb1", "equal error rate", "1", "OwlNet", "0.68%"]
    assert "[0.68%]" in first[7]


def test_leaderboard_of_a_method_and_a_split(kg: Run, build_folder: Path) -> None:
    asked = ("--dataset", "VoxCeleb1 (test)", "--split", "test", "--method", "owlnet")
    _, *found = rows(kg("leaderboard", build_folder, *asked).stdout)
    assert {(row[0], row[3]) for row in found} == {("VoxCeleb1", "OwlNet")}


def test_leaderboard_as_json(kg: Run, build_folder: Path) -> None:
    result = kg("leaderboard", build_folder, "--dataset", "ESC-50", "--json")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["method"], row["value"], row["unit"]) == ("OwlNet", 91.2, "%")


def test_explain_marks_the_words_in_their_sentence(kg: Run, build_folder: Path) -> None:
    result = kg("explain", build_folder, "owlnet")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "OwlNet Method\n  https://w3id.org/abstracts-kg/method/owlnet\n"
    )
    assert "We propose «OwlNet», a novel neural network" in result.stdout
    assert "[method." in result.stdout
    assert "\x1b" not in result.stdout


def test_every_parameter_of_a_query_has_an_option_and_every_option_a_query() -> None:
    declared = {kind.lower() for query in named_queries() for kind in query.parameters.values()}
    assert declared == set(PARAMETERS.values())


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_every_named_query_answers(kg: Run, build_folder: Path, name: str) -> None:
    result = kg("query", build_folder, "--name", name, "--timeout", "60")
    assert result.exit_code == 0, result.stderr
    assert len(rows(result.stdout)[0]) > 3


def test_options_of_a_query_of_ones_own(kg: Run, build_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(
        "# Names.\n# ?d Dataset: one\n\nSELECT ?d ?n { ?d a dcat:Dataset ; rdfs:label ?n }", "utf-8"
    )
    result = kg("query", build_folder, "--file", tmp_path / "q.rq", "--dataset", "voxceleb1")
    assert [row[1] for row in rows(result.stdout)] == ["n", "VoxCeleb1"]


def test_an_option_that_the_query_does_not_have(kg: Run, build_folder: Path) -> None:
    result = kg("query", build_folder, "--name", "co-authors", "--dataset", "voxceleb1")
    assert result.exit_code == 1
    assert "the query co-authors has no option --dataset; it has --author" in result.stderr


@pytest.mark.parametrize("format_", ["ttl", "nt", "json", "xml"])
def test_triples_in_a_format(kg: Run, build_folder: Path, format_: str) -> None:
    query = "CONSTRUCT { ?d rdfs:label ?n } WHERE { ?d a schema:Dataset ; rdfs:label ?n }"
    result = kg("query", build_folder, query, "--format", format_)
    assert result.exit_code == 0, result.stderr
    assert "VoxCeleb1" in result.stdout
    assert ("dataset:voxceleb1 rdfs:label" in result.stdout) == (format_ == "ttl")


def test_rows_are_not_turtle(kg: Run, build_folder: Path) -> None:
    result = kg("query", build_folder, "SELECT * { ?s ?p ?o }", "--format", "ttl")
    assert result.exit_code == 1
    assert "cannot be written as 'ttl'; choose one of csv, tsv, json, xml" in result.stderr


def test_the_command_knows_every_syntax_and_profile(kg: Run) -> None:
    assert set(SYNTAXES) == set(WRITERS)
    shown = kg("export", "--help").stdout
    assert all(name in shown for name in profiles())


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_export(kg: Run, build_folder: Path, tmp_path: Path, syntax: str) -> None:
    path = tmp_path / f"graph.{'rdf' if syntax == 'rdfxml' else syntax}"
    result = kg("export", build_folder, "--format", syntax, "-o", path)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    assert kg("export", build_folder, "--format", syntax).stdout.encode() == path.read_bytes()
    triples = {str(quad.triple) for quad in ox.parse(path=str(path))}
    assert triples == {str(quad.triple) for quad in ox.parse(path=str(build_folder / "graph.nq"))}


def test_export_of_the_facts_is_the_turtle_of_the_build(kg: Run, build_folder: Path) -> None:
    shown = kg("export", build_folder, "--format", "ttl", "--without-evidence").stdout
    turtle = (build_folder / "graph.ttl").read_text("utf-8")
    assert set(ox.parse(shown, ox.RdfFormat.TURTLE)) == set(ox.parse(turtle, ox.RdfFormat.TURTLE))


def test_export_with_profiles(kg: Run, build_folder: Path) -> None:
    result = kg("export", build_folder, "--format", "ttl", "--profile", "lpwc,orkg")
    assert result.exit_code == 0, result.stderr
    assert "a lpc:paper" in result.stdout
    assert "a orkgc:Paper" in result.stdout
    assert "soa:Work" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no/such", "--format", "nt"], "there is no build here"),
        (["BUILD", "--format", "nt", "--profile", "pwc"], "there is no profile 'pwc'"),
        (["BUILD", "--format", "nt", "-o", "no/such/file"], "cannot be written"),
    ],
)
def test_export_that_cannot_be(
    kg: Run, build_folder: Path, arguments: list[str], message: str
) -> None:
    given = [str(build_folder) if one == "BUILD" else one for one in arguments]
    result = kg("export", *given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr
