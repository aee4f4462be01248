"""The page about the RDF shows what is written: its Turtle, its picture and its tables."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from made import ecapa

from kg.assemble import assemble
from kg.export.dataset import named_graphs
from kg.export.naming import naming_of
from kg.export.prefixes import short
from kg.export.rdf import generate_rdf
from kg.export.terms import NODES, RELATIONS
from kg.link import Identities, statements
from kg.rules.location import builtin_patterns

PAGE = (builtin_patterns() / "vocabulary" / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    said = statements(ecapa(), Identities({}))
    return assemble(said, base="https://example.org/kg/", ruleset="1f3a", version="0.1.0")


def test_the_turtle_is_what_is_written(graph: nx.MultiDiGraph[str]) -> None:
    naming = naming_of(graph.graph)
    graphs = named_graphs(graph, naming, evidence=True)
    written = "".join(generate_rdf(graphs, naming, syntax="trig")).splitlines()
    (shown,) = re.findall(r"```turtle\n(.*?)\n```", PAGE, re.DOTALL)
    assert len(shown.splitlines()) > 40
    assert [line for line in shown.splitlines() if line not in written] == []


def test_the_picture_shows_facts_of_the_graph(graph: nx.MultiDiGraph[str]) -> None:
    naming = naming_of(graph.graph)
    triples = {
        (subject, short(verb), value)
        for _, triples in named_graphs(graph, naming, evidence=True)
        for subject, verb, value in triples
    }
    (picture,) = re.findall(r"```mermaid\n(.*?)```", PAGE, re.DOTALL)
    nodes = dict(re.findall(r"^  (\w+)\(?\[\"([^<\"]+)", picture, re.MULTILINE))
    arrows = re.findall(r"^  (\w+) -- (\S+) --> (\w+)$", picture, re.MULTILINE)
    assert len(arrows) == 16
    iris = {name: f"<{naming.base}{label.replace(':', '/', 1)}>" for name, label in nodes.items()}
    for source, verb, target in arrows:
        assert (iris[source], verb, iris[target]) in triples


def test_the_tables_hold_every_term() -> None:
    rows = {
        line.split("|")[1].strip(): set(re.findall(r"`([^`]+)`", line))
        for line in PAGE.splitlines()
        if line.startswith("| ")
    }
    for kind, terms in NODES.items():
        attributes = terms.attributes.values()
        names = {*terms.classes, *(attribute.property for attribute in attributes)}
        assert rows[kind] == names | {also for one in attributes for also, _ in one.also}
    shown = re.findall(r"^\| \S+ → .*?\| `(\S+)` \| (yes)? ?\|$", PAGE, re.MULTILINE)
    assert shown == [(one.property, "yes" if one.evidence else "") for one in RELATIONS.values()]
