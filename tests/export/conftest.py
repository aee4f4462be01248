"""A graph of two papers, made by hand; its texts are our own words about real papers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

TITANET = (
    "We introduce TitaNet, a network for speaker verification with depth-wise convolutions.\n"
    'It comes in sizes; "TitaNet-L" reaches an EER of 0.68% on VoxCeleb1. '
    "For speaker diarization its DER is 1.73% on AMI-MixHeadset and 1.11% on CH109. "
    "ECAPA-TDNN is outperformed."
)
ECAPA = "本文提出用于说话人确认的ECAPA-TDNN。在VoxCeleb1上，等错误率为0.87%，比基线相对降低约19%。"
PAPERS = {"paper/2110.04410": TITANET, "paper/2005.07143": ECAPA}


def found(paper: str, words: str, rule: str) -> dict[str, Any]:
    """Return evidence: the first place of the words, and the sentence around it."""
    abstract = PAPERS[paper]
    start = abstract.index(words)
    before = max(abstract.rfind(mark, 0, start) for mark in (". ", ".\n", "。"))
    ends = [abstract.find(mark, start + len(words)) for mark in (". ", ".\n", "。")]
    return {
        "paper": paper,
        "start": start,
        "end": start + len(words),
        "sentence_start": 0 if before < 0 else before + (1 if abstract[before] == "。" else 2),
        "sentence_end": min((end + 1 for end in ends if end >= 0), default=len(abstract)),
        "rule": rule,
    }


def link(graph: Graph, source: str, relation: str, target: str, **attributes: Any) -> None:
    graph.add_edge(source, target, relation, relation=relation, **attributes)


def say(graph: Graph, paper: str, relation: str, target: str, *, words: str, rule: str) -> None:
    link(graph, paper, relation, target, evidence=[found(paper, words, rule)])


def add_concepts(graph: Graph) -> None:
    for key, label, aliases, support in (
        ("method/titanet", "TitaNet", [], 1),
        ("method/titanet-l", "TitaNet-L", [], 1),
        ("method/ecapa-tdnn", "ECAPA-TDNN", [], 2),
        ("dataset/voxceleb1", "VoxCeleb1", ["VoxCeleb 1"], 2),
        ("dataset/ami-mixheadset", "AMI-MixHeadset", [], 1),
        ("dataset/ch109", "CH109", [], 1),
        ("metric/equal-error-rate", "equal error rate", ["EER", "等错误率"], 2),
        ("metric/diarization-error-rate", "diarization error rate", ["DER"], 1),
        ("task/speaker-verification", "speaker verification", ["说话人确认"], 2),
        ("task/speaker-diarization", "speaker diarization", [], 1),
    ):
        kind = key.partition("/")[0].capitalize()
        level = "common" if kind in {"Metric", "Task"} else "named"
        graph.add_node(key, type=kind, label=label, aliases=aliases, level=level, support=support)
        if kind == "Metric":
            graph.nodes[key]["direction"] = "lower"


def add_paper(graph: Graph, key: str, authors: list[str], **attributes: Any) -> None:
    abstract = PAPERS[key]
    name = key.partition("/")[2]
    graph.add_node(
        key,
        type="Paper",
        label=attributes.get("title", abstract[:20]),
        id=f"arXiv:{name}",
        abstract=abstract,
        sources=[f"feed.txt:0-{len(abstract)}"],
        urls=[f"https://arxiv.org/abs/{name}"],
        duplicates=[],
        **attributes,
    )
    for position, author in enumerate(authors, 1):
        person = "person/" + author.lower().replace(" ", "-")
        graph.add_node(person, type="Person", label=author, aliases=[])
        link(graph, key, "author", person, position=position)


def add_result(
    graph: Graph, key: str, paper: str, text: str, *, value: str, kind: str, **links: str
) -> None:
    graph.add_node(
        key,
        type="Result",
        label=f"{text} {graph.nodes[links['metric']]['label']}",
        value=Decimal(value),
        unit="%",
        text=text,
        kind=kind,
        direction="lower",
        **({"qualifier": "about", "baseline_text": "基线"} if kind != "absolute" else {}),
    )
    say(graph, paper, "reports", key, words=text, rule="score.metric-of-value")
    for relation, target in links.items():
        link(graph, key, relation, target)


def titanet(graph: Graph) -> None:
    paper = "paper/2110.04410"
    add_paper(
        graph,
        paper,
        ["Nithin Rao Koluguri", "Taejin Park", "Boris Ginsburg"],
        title="TitaNet: neural speaker representations",
        language="en",
        authors_complete=True,
        year=2021,
        status="preprint",
        pages=5,
        comments="5 pages",
    )
    for relation, target, words in (
        ("introduces", "method/titanet", "TitaNet"),
        ("introduces", "method/titanet-l", "TitaNet-L"),
        ("compares", "method/ecapa-tdnn", "ECAPA-TDNN"),
        ("evaluates", "dataset/voxceleb1", "VoxCeleb1"),
        ("evaluates", "dataset/ami-mixheadset", "AMI-MixHeadset"),
        ("evaluates", "dataset/ch109", "CH109"),
        ("evaluates", "metric/equal-error-rate", "EER"),
        ("evaluates", "metric/diarization-error-rate", "DER"),
        ("evaluates", "task/speaker-verification", "speaker verification"),
        ("evaluates", "task/speaker-diarization", "speaker diarization"),
    ):
        kind = target.partition("/")[0]
        say(graph, paper, relation, target, words=words, rule=f"{kind}.lexicon")
    variant = [found(paper, "TitaNet-L", "method.variant")]
    link(graph, "method/titanet-l", "variantOf", "method/titanet", evidence=variant)
    for number, text, metric, dataset, task in (
        (1, "0.68%", "equal-error-rate", "voxceleb1", "speaker-verification"),
        (2, "1.73%", "diarization-error-rate", "ami-mixheadset", "speaker-diarization"),
        (3, "1.11%", "diarization-error-rate", "ch109", "speaker-diarization"),
    ):
        add_result(
            graph,
            f"result/2110.04410/{number}",
            paper,
            text,
            value=text.rstrip("%"),
            kind="absolute",
            metric=f"metric/{metric}",
            dataset=f"dataset/{dataset}",
            task=f"task/{task}",
            method="method/titanet-l",
        )


def ecapa(graph: Graph) -> None:
    paper = "paper/2005.07143"
    add_paper(
        graph,
        paper,
        ["Brecht Desplanques", "Jenthe Thienpondt", "Kris Demuynck"],
        language="zh",
        authors_complete=True,
        year=2020,
        status="accepted",
    )
    graph.add_node("venue/interspeech-2020", type="Venue", label="Interspeech 2020", aliases=[])
    link(graph, paper, "venue", "venue/interspeech-2020")
    for relation, target, words in (
        ("introduces", "method/ecapa-tdnn", "ECAPA-TDNN"),
        ("evaluates", "dataset/voxceleb1", "VoxCeleb1"),
        ("evaluates", "metric/equal-error-rate", "等错误率"),
        ("evaluates", "task/speaker-verification", "说话人确认"),
    ):
        kind = target.partition("/")[0]
        say(graph, paper, relation, target, words=words, rule=f"{kind}.lexicon")
    measured = {
        "metric": "metric/equal-error-rate",
        "dataset": "dataset/voxceleb1",
        "method": "method/ecapa-tdnn",
    }
    # The same as 0.87; RDF and its readers keep the number, not its last zero.
    add_result(
        graph,
        "result/2005.07143/1",
        paper,
        "0.87%",
        value="0.870",
        kind="absolute",
        **measured,
    )
    add_result(graph, "result/2005.07143/2", paper, "19%", value="19", kind="reduction", **measured)


@pytest.fixture
def make_graph() -> Callable[[], Graph]:
    """A function that makes the graph, for those who change it."""

    def make() -> Graph:
        graph: Graph = nx.MultiDiGraph(
            base="https://example.org/kg/", ruleset="blake2:1f3a", version="0.1.0"
        )
        add_concepts(graph)
        titanet(graph)
        ecapa(graph)
        return graph

    return make


@pytest.fixture
def graph(make_graph: Callable[[], Graph]) -> Graph:
    return make_graph()
