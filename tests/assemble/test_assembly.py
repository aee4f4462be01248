from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import ecapa, entity, extraction, titanet

from kg.assemble import Assembly, assemble
from kg.link import Identities, statements
from kg.records import Evidence, Extraction, Relation, Statement, Value

Graph = nx.MultiDiGraph
LISTED = {"sources", "urls", "aliases", "duplicates"}
NAMED: dict[str, type] = {"type": str, "label": str, "aliases": list}
CONCEPT: dict[str, type] = {**NAMED, "level": str, "support": int}
ATTRIBUTES: dict[str, tuple[dict[str, type], dict[str, type]]] = {
    "Paper": (
        {
            "type": str,
            "label": str,
            "id": str,
            "abstract": str,
            "language": str,
            "authors_complete": bool,
            "sources": list,
            "urls": list,
            "duplicates": list,
        },
        {
            "title": str,
            "status": str,
            "year": int,
            "pages": int,
            "figures": int,
            "comments": str,
            "doi": str,
        },
    ),
    "Person": (NAMED, {}),
    "Venue": (NAMED, {}),
    "Method": (CONCEPT, {}),
    "Dataset": (CONCEPT, {}),
    "Task": (CONCEPT, {}),
    "Metric": (CONCEPT, {"direction": str}),
    "Result": (
        {"type": str, "label": str, "value": Decimal, "text": str, "kind": str},
        {
            "unit": str,
            "split": str,
            "qualifier": str,
            "baseline_text": str,
            "direction": str,
            "own_method": bool,
        },
    ),
}
"""The contract of `kg.assemble`: what nodes of each type have, and what they may have."""

PROVEN = {"introduces", "uses", "compares", "evaluates", "mentions", "reports", "variantOf"}
RECORDS = [
    titanet(),
    titanet(id="copy", duplicate_of="2110.04410", title="TitaNet", doi="10.1/x", pages=5),
    ecapa(),
    extraction(
        "BERT and BERT-Large.",
        entity("Method", "BERT", role="introduced"),
        entity("Method", "BERT-Large", variant_of="BERT", level="common"),
    ),
]


def said(*records: Extraction, identities: Identities | None = None) -> list[Statement]:
    known = identities or Identities({})
    return [one for record in records for one in statements(record, known)]


def content(graph: Graph[str]) -> tuple[Any, ...]:
    """Everything in a graph in its order, decimals as written."""
    nodes = [(key, repr(data)) for key, data in graph.nodes(data=True)]
    edges = [(*edge, repr(data)) for *edge, data in graph.edges(keys=True, data=True)]
    return nodes, edges, dict(graph.graph)


@pytest.fixture(scope="module")
def graph(shipped_identities: Identities) -> Graph[str]:
    return assemble(said(*RECORDS, identities=shipped_identities), base="https://x.org/")


EVIDENCE = st.builds(
    Evidence,
    paper=st.sampled_from(["paper/1", "paper/2"]),
    start=st.integers(0, 1),
    end=st.integers(1, 2),
    sentence_start=st.integers(0, 1),
    sentence_end=st.integers(2, 3),
    rule=st.sampled_from(["a", "b"]),
)
NODES = {"paper/1": "Paper", "paper/2": "Paper", "method/x": "Method", "result/y": "Result"}
PAPERS = st.sampled_from(["paper/1", "paper/2"])
DECIMALS = st.sampled_from([Decimal("0.7"), Decimal("0.70"), Decimal("7E-1"), Decimal(1)])


def value(subject: str, predicate: str, given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(
        Statement, subject=st.just(subject), predicate=st.just(predicate), value=given, paper=PAPERS
    )


ANY = st.one_of(
    value("result/y", "value", DECIMALS),
    value("result/y", "own_method", st.just(value=True)),
    value("method/x", "alias", st.sampled_from("abc")),
    value("method/x", "level", st.sampled_from(["named", "common"])),
    value("paper/1", "authors_complete", st.booleans()),
    value("paper/1", "year", st.sampled_from([1, 2022])),
    st.builds(
        Statement,
        subject=PAPERS,
        predicate=st.sampled_from(["introduces", "uses", "mentions", "author"]),
        object=st.just("method/x"),
        position=st.none() | st.integers(1, 3),
        paper=PAPERS,
        evidence=st.lists(EVIDENCE, max_size=3).map(tuple),
    ),
)
EVERY_NODE = [
    Statement(subject=node, predicate=predicate, value=value, paper="paper/1")
    for node, kind in NODES.items()
    for predicate, value in (("type", kind), ("label", node))
]


@given(st.lists(ANY).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_the_order_of_statements_does_not_matter(
    orders: tuple[list[Statement], list[Statement]],
) -> None:
    one, other = orders
    assert content(assemble([*EVERY_NODE, *one])) == content(assemble([*other, *EVERY_NODE]))


@given(st.lists(ANY))
def test_saying_it_again_does_not_matter(made: list[Statement]) -> None:
    every = [*EVERY_NODE, *made]
    assert content(assemble(every)) == content(assemble([*every, *every[::-1]]))


@settings(max_examples=20)
@given(st.permutations(RECORDS), st.integers(0, len(RECORDS)))
def test_the_union_of_two_parts_is_the_whole(records: list[Extraction], cut: int) -> None:
    united = set(said(*records[:cut])) | set(said(*records[cut:]))
    assert content(assemble(united)) == content(assemble(said(*RECORDS)))


def test_nodes_have_the_documented_attributes(graph: Graph[str]) -> None:
    assert {data["type"] for _, data in graph.nodes(data=True)} == set(ATTRIBUTES)
    for node, data in graph.nodes(data=True):
        must, may = ATTRIBUTES[data["type"]]
        assert must.keys() <= data.keys() <= must.keys() | may.keys(), node
        types = {name: type(found) for name, found in data.items()}
        assert types == {name: {**must, **may}[name] for name in data}, node
        for name in LISTED & data.keys():
            assert data[name] == sorted(set(data[name])), (node, name)
            assert {type(item) for item in data[name]} <= {str}, (node, name)


def test_edges_have_the_documented_attributes(graph: Graph[str]) -> None:
    seen = set()
    for source, target, key, data in graph.edges(keys=True, data=True):
        assert data["relation"] == key
        seen.add(key)
        must = {"relation"} | ({"position"} if key == "author" else set())
        must |= {"evidence"} if key in PROVEN else set()
        assert set(data) == must, (source, key, target)
        for place in data.get("evidence", ()):
            assert list(place) == list(Evidence.model_fields)
            assert graph.nodes[place["paper"]]["type"] == "Paper"
            assert 0 <= place["start"] < place["end"]
    assert seen <= set(get_args(Relation))
    assert {"author", "venue", "introduces", "reports", "method", "variantOf"} <= seen


def test_nothing_is_none(graph: Graph[str]) -> None:
    every = [
        *(data for _, data in graph.nodes(data=True)),
        *(data for *_, data in graph.edges(data=True)),
    ]
    assert not [data for data in every if None in data.values()]


def test_nodes_and_edges_are_sorted(graph: Graph[str]) -> None:
    assert list(graph) == sorted(graph)
    assert graph.graph == {"base": "https://x.org/"}


def node(name: str, label: str, *papers: str, kind: str = "Method") -> list[Statement]:
    attributes: dict[str, Value] = {"type": kind, "label": label, "level": "named"}
    return [
        Statement(subject=name, predicate=predicate, value=given, paper=paper)
        for predicate, given in attributes.items()
        for paper in papers
    ]


def edge(paper: str, relation: str, target: str, start: int) -> Statement:
    place = Evidence(
        paper=paper, start=start, end=start + 1, sentence_start=0, sentence_end=9, rule="r"
    )
    return Statement(
        subject=paper, predicate=relation, object=target, paper=paper, evidence=(place,)
    )


def paper(name: str) -> list[Statement]:
    return [one for one in node(name, name, name, kind="Paper") if one.predicate != "level"]


@pytest.mark.parametrize(
    ("relations", "strongest"),
    [
        pytest.param(["mentions"], "mentions", id="one"),
        pytest.param(["mentions", "compares"], "compares", id="compared"),
        pytest.param(["compares", "uses"], "uses", id="used"),
        pytest.param(["uses", "evaluates", "mentions"], "evaluates", id="evaluated"),
        pytest.param(
            ["evaluates", "introduces", "uses", "compares", "mentions"], "introduces", id="all"
        ),
    ],
)
def test_the_strongest_role_has_all_evidence(relations: list[str], strongest: str) -> None:
    edges = [edge("paper/1", relation, "method/x", at) for at, relation in enumerate(relations)]
    graph = assemble([*paper("paper/1"), *node("method/x", "X", "paper/1"), *edges[::-1]])
    ((_, _, key, data),) = graph.edges(keys=True, data=True)
    assert key == strongest
    assert [place["start"] for place in data["evidence"]] == list(range(len(relations)))
    assert graph.nodes["method/x"]["support"] == 1


@pytest.mark.parametrize(
    ("labels", "chosen", "aliases"),
    [
        pytest.param({"BERT": 2, "Bert": 1}, "BERT", ["Bert"], id="most-papers"),
        pytest.param({"Bert": 1, "BERT": 1}, "BERT", ["Bert"], id="as-many-the-smaller"),
        pytest.param({"Bert": 3}, "Bert", [], id="one"),
    ],
)
def test_the_label_is_what_most_papers_write(
    labels: dict[str, int], chosen: str, aliases: list[str]
) -> None:
    made: list[Statement] = []
    for label, papers in labels.items():
        made += node("method/bert", label, *(f"paper/{label}{n}" for n in range(papers)))
    data = assemble(made).nodes["method/bert"]
    assert (data["label"], data["aliases"]) == (chosen, aliases)


def test_a_merged_node_leaves_its_names_edges_and_support() -> None:
    made = [
        *paper("paper/1"),
        *paper("paper/2"),
        *node("method/gcl", "GCL", "paper/1"),
        *node("method/graphcl", "graph CL", "paper/1", "paper/2"),
        edge("paper/1", "uses", "method/gcl", 3),
        edge("paper/1", "mentions", "method/graphcl", 1),
        edge("paper/2", "introduces", "method/graphcl", 5),
        edge("method/gcl", "variantOf", "method/graphcl", 7),
    ]
    graph = assemble(made, merges={"method/gcl": "method/graphcl"})
    assert "method/gcl" not in graph
    data = graph.nodes["method/graphcl"]
    assert (data["label"], data["aliases"], data["support"]) == ("graph CL", ["GCL"], 2)
    assert set(graph.edges(keys=True)) == {
        ("paper/1", "method/graphcl", "uses"),
        ("paper/2", "method/graphcl", "introduces"),
    }
    places = graph.edges["paper/1", "method/graphcl", "uses"]["evidence"]
    assert [place["start"] for place in places] == [1, 3]


def test_values_that_are_equal_but_written_otherwise_stay_as_written() -> None:
    made = node("result/1", "0.70", "paper/1", kind="Result")
    for text, count in (("0.7", 1), ("0.70", 2)):
        made += [
            Statement(subject="result/1", predicate="value", value=Decimal(text), paper=f"p{n}")
            for n in range(count)
        ]
    assert str(assemble(made).nodes["result/1"]["value"]) == "0.70"


def test_a_paper_in_two_feeds_is_one_node_with_both_sources(graph: Graph[str]) -> None:
    (data,) = (data for key, data in graph.nodes(data=True) if key == "paper/2110.04410")
    assert (data["title"], data["doi"], data["pages"], data["year"]) == (
        "TitaNet",
        "10.1/x",
        5,
        2022,
    )
    assert data["sources"] == [f"feed.txt:0-{len(data['abstract'])}"]
    authors = [
        (edge["position"], target)
        for _, target, edge in graph.out_edges("paper/2110.04410", data=True)
        if edge["relation"] == "author"
    ]
    assert min(authors) == (1, "person/nithin-rao-koluguri")
    assert len(authors) == 3


def test_an_assembly_goes_on_after_its_graph() -> None:
    assembly = Assembly()
    for one in said(titanet()):
        assembly.add(one)
    before = content(assembly.graph())
    for one in said(ecapa()):
        assembly.add(one)
    assert content(assembly.graph()) == content(assemble(said(titanet(), ecapa())))
    assert before == content(assemble(said(titanet())))


def test_no_statements_make_an_empty_graph() -> None:
    graph = assemble([], version="1")
    assert (len(graph), graph.graph) == (0, {"version": "1"})
