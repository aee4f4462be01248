"""A graph made by hand, in our own words, about what two real papers report.

TitaNet: Koluguri, Park, Ginsburg, "TitaNet: Neural Model for speaker representation with 1D
Depth-wise separable convolutions and global context" (2021). ECAPA-TDNN: Desplanques, Thienpondt,
Demuynck (2020). Its last sentence is not in the paper; it holds what must not rank.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

import networkx as nx
import pytest

Graph: TypeAlias = "nx.MultiDiGraph[str]"

TITANET = (
    "TitaNet turns speech into speaker embeddings. For speaker verification it has an EER of "
    "0.68% on VoxCeleb1. For speaker diarization it has a DER of 1.73% on AMI-MixHeadset, of 1.99% "
    "on AMI-Lapel and of 1.11% on CH109."
)
ECAPA = (
    "ECAPA-TDNN puts channel attention into a time delay network.\nIts EER on VoxCeleb1 is 0.87%. "
    "That is 19% less than before, when it was 1.07%; a small model has 0.0087 and another 0.68%."
)


def evidence(graph: Graph, paper: str, words: str, rule: str, after: str = "") -> dict[str, Any]:
    """Where the words stand, behind other words if they stand there twice, and their sentence."""
    abstract: str = graph.nodes[paper]["abstract"]
    start = abstract.index(words, abstract.index(after))
    ends = [at for at in range(len(abstract)) if abstract[at : at + 2] in (". ", ".\n", ".")]
    begins = [0, *(at + 2 for at in ends)]
    return {
        "paper": paper,
        "start": start,
        "end": start + len(words),
        "sentence_start": max(at for at in begins if at <= start),
        "sentence_end": min(at for at in ends if at > start) + 1,
        "rule": rule,
    }


def link(graph: Graph, source: str, relation: str, target: str, **data: Any) -> None:
    graph.add_edge(source, target, key=relation, relation=relation, **data)


def concept(graph: Graph, key: str, label: str, *aliases: str, **data: Any) -> None:
    kind = key.partition("/")[0].capitalize()
    graph.add_node(
        key, type=kind, label=label, aliases=list(aliases), level="named", support=1, **data
    )


def paper(graph: Graph, key: str, title: str, abstract: str, year: int, *authors: str) -> None:
    graph.add_node(
        key,
        type="Paper",
        label=title,
        title=title,
        id=key.partition("/")[2],
        abstract=abstract,
        language="en",
        year=year,
        authors_complete=True,
        sources=[f"feed.txt:0-{len(abstract)}"],
        urls=[],
        duplicates=[],
    )
    for position, name in enumerate(authors, start=1):
        person = "person/" + name.lower().replace(" ", "-")
        graph.add_node(person, type="Person", label=name, aliases=[])
        link(graph, key, "author", person, position=position)


def role(graph: Graph, source: str, relation: str, target: str, words: str) -> None:
    link(graph, source, relation, target, evidence=[evidence(graph, source, words, "x.lexicon")])


def result(graph: Graph, key: str, source: str, text: str, **data: Any) -> None:
    """A result; what it is about are the keyword arguments that hold keys."""
    about = {
        name: data.pop(name) for name in ("method", "metric", "dataset", "task") if name in data
    }
    found = evidence(graph, source, text, "score.metric-of-value", data.pop("after", ""))
    node = {"value": Decimal(text.rstrip("%")), "text": text, "kind": "absolute"} | data
    if text.endswith("%"):
        node["unit"] = "%"
    graph.add_node(key, type="Result", label=f"{text} EER", direction="lower", **node)
    link(graph, source, "reports", key, evidence=[found])
    for relation, target in about.items():
        link(graph, key, relation, target)


def add_titanet(graph: Graph) -> None:
    source = "paper/2110.04410"
    names = ("Nithin Rao Koluguri", "Taejin Park", "Boris Ginsburg")
    paper(graph, source, "TitaNet", TITANET, 2021, *names)
    role(graph, source, "introduces", "method/titanet", "TitaNet")
    role(graph, source, "evaluates", "dataset/voxceleb1", "VoxCeleb1")
    role(graph, source, "evaluates", "task/speaker-verification", "speaker verification")
    eer = {"metric": "metric/eer", "task": "task/speaker-verification"}
    result(
        graph,
        "result/t1",
        source,
        "0.68%",
        method="method/titanet",
        dataset="dataset/voxceleb1",
        **eer,
    )
    for number, (text, dataset) in enumerate(
        (("1.73%", "ami-mixheadset"), ("1.99%", "ami-lapel"), ("1.11%", "ch109")), start=2
    ):
        result(
            graph,
            f"result/t{number}",
            source,
            text,
            method="method/titanet",
            dataset=f"dataset/{dataset}",
            metric="metric/der",
            task="task/speaker-diarization",
        )


def add_ecapa(graph: Graph) -> None:
    source = "paper/2005.07143"
    names = ("Brecht Desplanques", "Jenthe Thienpondt", "Kris Demuynck")
    paper(graph, source, "ECAPA-TDNN", ECAPA, 2020, *names)
    role(graph, source, "introduces", "method/ecapa-tdnn", "ECAPA-TDNN")
    role(graph, source, "evaluates", "dataset/voxceleb1", "VoxCeleb1")
    about = {
        "method": "method/ecapa-tdnn",
        "metric": "metric/eer",
        "dataset": "dataset/voxceleb1",
    }
    result(graph, "result/e1", source, "0.87%", **about)
    result(graph, "result/e2", source, "19%", kind="reduction", **about)
    result(graph, "result/e3", source, "1.07%", qualifier="before", **about)
    result(graph, "result/e4", source, "0.0087", **about)
    result(graph, "result/e5", source, "0.68%", **about)
    result(graph, "result/e6", source, "0.87%", metric="metric/eer", method="method/ecapa-tdnn")


@pytest.fixture
def graph() -> Graph:
    made: Graph = nx.MultiDiGraph(base="https://example.org/kg/", ruleset="r1", version="0.1.0")
    for key, label, *aliases in (
        ("method/titanet", "TitaNet"),
        ("method/ecapa-tdnn", "ECAPA-TDNN", "ECAPA"),
        ("dataset/voxceleb1", "VoxCeleb1", "VoxCeleb 1 test"),
        ("dataset/ami-mixheadset", "AMI-MixHeadset"),
        ("dataset/ami-lapel", "AMI-Lapel"),
        ("dataset/ch109", "CH109"),
        ("dataset/titanet", "TitaNet"),
        ("task/speaker-verification", "speaker verification", "说话人确认"),
        ("task/speaker-diarization", "speaker diarization"),
    ):
        concept(made, key, label, *aliases)
    concept(made, "metric/eer", "EER", "equal error rate", direction="lower")
    concept(made, "metric/der", "DER", "diarization error rate", direction="lower")
    add_titanet(made)
    add_ecapa(made)
    return made
