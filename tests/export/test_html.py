"""The page as text; `test_html_browser.py` opens it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OutputError
from kg.export.html import generate_html, write_html
from kg.export.html_choice import choose
from kg.export.html_data import SHAPES, page_data, to_json

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

HOSTILE = "</script><img src=x onerror=alert(1)><!-- & \u2028\u2029 \ud800 ' \""


@pytest.fixture
def hostile(make_graph: Callable[[], Graph]) -> Graph:
    """The graph with a threat in every text that can hold one."""
    graph = make_graph()
    for _, data in graph.nodes(data=True):
        for field in ("label", "title", "comments", "text", "unit"):
            if field in data:
                data[field] = HOSTILE
        if "aliases" in data:
            data["aliases"] = [HOSTILE]
        if "urls" in data:
            data["urls"] = ["javascript:alert(1)", f"https://example.org/{HOSTILE}"]
    return graph


def page(graph: Graph, **options: Any) -> str:
    return "".join(generate_html(graph, **options))


def scripts(text: str, kind: str = "") -> list[str]:
    """The contents of script elements, found as a browser finds their ends."""
    return re.findall(rf"<script{kind}>(.*?)</script", text, re.DOTALL | re.IGNORECASE)


def data(text: str, name: str) -> Any:
    (found,) = scripts(text, f' type="application/json" id="data-{name}"')
    return json.loads(found)


def test_nothing_is_loaded_from_anywhere(hostile: Graph) -> None:
    text = page(hostile)
    library, script = scripts(text)
    # What vis-network holds is not ours; the policy keeps it from fetching, and a browser test
    # sees that nothing is asked for.
    ours = text.replace(library, "")
    assert not re.search(r"""(?i)<[^>]+\s(?:src|href|srcset|action|data)\s*=""", ours)
    assert not re.search(r"(?i)url\(|@import|<link|<base|<iframe|<object|<embed", ours)
    assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon", script)
    assert "sourceMappingURL" not in text


def test_the_page_makes_no_markup_of_text() -> None:
    folder = Path(__file__).parents[2] / "kg/export/templates/script"
    script = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    assert script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


def test_the_policy_names_what_is_there(graph: Graph) -> None:
    text = page(graph)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    policy = policy.replace("&#39;", "'")
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    for content, directive in [
        *((one, "script-src") for one in scripts(text)),
        (*style, "style-src"),
    ]:
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert re.search(rf"{directive}[^;]*'sha256-{re.escape(digest)}'", policy)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_carriage_returns_would_break_the_digests(graph: Graph) -> None:
    assert "\r" not in page(graph)


def test_hostile_text_stays_data(hostile: Graph) -> None:
    text = page(hostile)
    assert "<img" not in text
    assert len(scripts(text)) == 2
    assert {fact["label"] for fact in data(text, "facts")} == {HOSTILE}
    text.encode("utf-8")  # a lone surrogate would not do


def test_the_same_graph_gives_the_same_page(make_graph: Callable[[], Graph]) -> None:
    graph = make_graph()
    backwards: Graph = nx.MultiDiGraph(**graph.graph)
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for one, other, relation, attributes in reversed(list(graph.edges(keys=True, data=True))):
        backwards.add_edge(one, other, relation, **attributes)
    assert page(graph) == page(make_graph())
    assert page(graph) == page(backwards)


def test_everything_of_a_small_graph_is_shown(graph: Graph) -> None:
    text = page(graph)
    counts = data(text, "counts")
    assert counts["nodes"] == counts["allNodes"] == len(graph) == len(data(text, "nodes"))
    assert counts["edges"] == graph.number_of_edges() == len(data(text, "edges"))
    assert {row["type"]: row["all"] for row in data(text, "types")} == {
        kind: sum(one == kind for _, one in graph.nodes(data="type"))
        for kind in {kind for _, kind in graph.nodes(data="type")}
    }


def test_evidence_leads_to_its_words(graph: Graph) -> None:
    shown = page_data(graph, limit=100)
    (number,) = [at for at, one in enumerate(shown["facts"]) if one["key"] == "result/2110.04410/2"]
    (edge,) = [
        one for one in shown["edges"] if one["to"] == number and one["relation"] == "reports"
    ]
    ((paper, _, _, start, end, rule),) = shown["evidence"][edge["id"]]
    assert shown["papers"][paper]["abstract"][start:end] == "1.73%"
    assert shown["papers"][paper]["authors"][0] == "Nithin Rao Koluguri"
    assert shown["rules"][rule] == "score.metric-of-value"
    assert shown["facts"][number]["value"] == "1.73"


def test_a_result_names_what_it_is_about_even_if_that_is_not_shown(graph: Graph) -> None:
    shown = page_data(graph, limit=100)
    (about,) = [one["about"] for one in shown["facts"] if one["key"] == "result/2005.07143/1"]
    assert about == {
        "dataset": "VoxCeleb1",
        "method": "ECAPA-TDNN",
        "metric": "equal error rate",
    }


def test_picture(graph: Graph) -> None:
    shown = page_data(graph, limit=100)
    assert {node["group"]: node["shape"] for node in shown["nodes"]}.items() <= SHAPES.items()
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert shown["options"]["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in shown["nodes"])
    sizes = {
        fact["key"]: node["size"] for fact, node in zip(shown["facts"], shown["nodes"], strict=True)
    }
    assert sizes["dataset/voxceleb1"] > sizes["dataset/ch109"]


def test_an_empty_graph_has_a_page() -> None:
    assert data(page(nx.MultiDiGraph()), "counts")["nodes"] == 0


def large(papers: int) -> Graph:
    graph: Graph = nx.MultiDiGraph(base="https://example.org/kg/")
    graph.add_node(
        "metric/f1", type="Metric", label="F1", aliases=[], level="common", support=papers
    )
    for number in range(papers):
        paper, method = f"paper/{number}", f"method/{number}"
        graph.add_node(
            paper, type="Paper", label=paper, id=str(number), abstract=f"We propose {number}."
        )
        graph.add_node(method, type="Method", label=method, aliases=[], level="named", support=1)
        for relation, target in (("introduces", method), ("evaluates", "metric/f1")):
            graph.add_edge(paper, target, relation, relation=relation, evidence=[])
        for position in (1, 2):
            person = f"person/{number}.{position}"
            graph.add_node(person, type="Person", label=person, aliases=[])
            graph.add_edge(paper, person, "author", relation="author", position=position)
    return graph


def test_of_a_large_graph_the_most_supported_nodes_are_shown() -> None:
    graph = large(60)
    shown = choose(graph, 100)
    assert len(shown) <= 100
    assert "metric/f1" in shown
    assert {graph.nodes[node]["type"] for node in shown} == {"Metric", "Method", "Paper", "Person"}
    assert all(set(graph.subgraph(shown).to_undirected().neighbors(node)) for node in shown)
    counts = data(page(graph, limit=100), "counts")
    assert (counts["nodes"], counts["allNodes"]) == (len(shown), len(graph))


@given(st.text())
def test_json_is_safe_and_lossless(text: str) -> None:
    written = to_json({"text": text + HOSTILE})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
    assert json.loads(written)["text"] == text + HOSTILE


def test_write(graph: Graph, tmp_path: Path) -> None:
    write_html(graph, tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_bytes() == page(graph).encode()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


def test_write_to_nowhere(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_html(graph, tmp_path / "none" / "graph.html")
