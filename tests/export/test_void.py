"""The description of a build says what the build holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

import kg
from kg.export.prefixes import shared_prefixes
from kg.graph import KnowledgeGraph
from kg.rules.location import builtin_patterns

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
BASE = "https://w3id.org/abstracts-kg/"


def ask(folder: Path, query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.load(path=str(folder / "void.ttl"), format=ox.RdfFormat.TURTLE)
    found: Any = store.query(query, prefixes=shared_prefixes().under(BASE))
    return [tuple(cell.value for cell in row) for row in found]


@pytest.fixture(scope="module")
def quads(build_folder: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(build_folder / "graph.nq")))


def test_the_sums(build_folder: Path, quads: list[ox.Quad]) -> None:
    query = """SELECT ?triples ?subjects ?classes ?properties { ?d a dcat:Dataset ;
        void:triples ?triples ; void:distinctSubjects ?subjects ; void:classes ?classes ;
        void:properties ?properties }"""
    types = [quad for quad in quads if quad.predicate.value.endswith("-ns#type")]
    counts = (
        len(quads),
        len({quad.subject for quad in quads}),
        len({quad.object for quad in types}),
        len({quad.predicate for quad in quads}),
    )
    assert ask(build_folder, query) == [tuple(map(str, counts))]


def test_every_class_and_property_is_counted(build_folder: Path, quads: list[ox.Quad]) -> None:
    classes = Counter(
        str(getattr(quad.object, "value", ""))
        for quad in quads
        if quad.predicate.value.endswith("-ns#type")
    )
    properties = Counter(quad.predicate.value for quad in quads)
    query = "SELECT ?c ?n { ?d void:classPartition ?p . ?p void:class ?c ; void:entities ?n }"
    assert set(ask(build_folder, query)) == {(name, str(n)) for name, n in classes.items()}
    query = "SELECT ?c ?n { ?d void:propertyPartition ?p . ?p void:property ?c ; void:triples ?n }"
    assert set(ask(build_folder, query)) == {(name, str(n)) for name, n in properties.items()}


def test_the_rules_and_the_program(built: KnowledgeGraph, build_folder: Path) -> None:
    query = "SELECT ?r ?v ?s { ?d kg:ruleset ?r ; kg:programVersion ?v ; void:uriSpace ?s }"
    manifest = built.manifest
    assert ask(build_folder, query) == [(manifest["ruleset"], manifest["version"], BASE)]


def test_the_files_with_their_sizes(build_folder: Path) -> None:
    query = """SELECT ?name ?size { ?d dcat:distribution ?f .
        ?f dcterms:title ?name ; dcat:byteSize ?size ; dcat:mediaType ?type }"""
    expected = {
        (path.name, str(path.stat().st_size))
        for path in build_folder.iterdir()
        if path.name not in {"void.ttl", "manifest.json"}
    }
    assert set(ask(build_folder, query)) == expected


def test_the_licence(feeds: Path, build_folder: Path, tmp_path: Path) -> None:
    query = "SELECT ?l { ?d a void:Dataset ; dcterms:license|dcterms:rights ?l }"
    ((rights,),) = ask(build_folder, query)
    assert rights.startswith("No licence was given.")
    folder = kg.build([feeds / "b.txt"], licence=LICENCE).export(tmp_path / "licensed")
    assert ask(folder, query) == [(LICENCE,)]
    again = kg.load(folder).export(tmp_path / "again")
    assert (again / "void.ttl").read_bytes() == (folder / "void.ttl").read_bytes()


def test_it_conforms_to_the_shapes(build_folder: Path) -> None:
    shapes = rdflib.Graph().parse(builtin_patterns() / "vocabulary" / "shapes.ttl")
    conforms, _, text = pyshacl.validate(
        rdflib.Graph().parse(build_folder / "void.ttl"), shacl_graph=shapes
    )
    assert conforms, text
