"""The page as text; the tests in `browser` open it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import networkx as nx
import pytest

from kg.errors import OutputError
from kg.export.html import generate_html, write_html
from kg.export.page.columns import RELATIONS, TYPES
from kg.export.page.packing import unpack
from kg.records import Relation

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

SCRIPTS = Path(__file__).parents[2] / "kg/export/templates/script"
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
    (found,) = scripts(text, f' type="text/plain" id="data-{name}"')
    return unpack(found)


@pytest.mark.parametrize("webgl_from", [0, 10**9], ids=["with WebGL", "without"])
def test_nothing_is_loaded_from_anywhere(hostile: Graph, webgl_from: int) -> None:
    text = page(hostile, webgl_from=webgl_from)
    *libraries, script = scripts(text)
    # What the libraries hold is not ours; the policy keeps it from fetching, and a browser test
    # sees that nothing is asked for.
    ours = text
    for library in libraries:
        ours = ours.replace(library, "")
    assert not re.search(r"""(?i)<[^>]+\s(?:src|href|srcset|action|data)\s*=""", ours)
    assert not re.search(r"(?i)\burl\(|@import|<link|<base|<iframe|<object|<embed", ours)
    assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon", script)
    assert "sourceMappingURL" not in text


def test_the_page_makes_no_markup_of_text() -> None:
    script = "".join(path.read_text("utf-8") for path in SCRIPTS.rglob("*.js"))
    assert script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


@pytest.mark.parametrize(("webgl_from", "libraries"), [(0, 3), (10**9, 1)])
def test_the_policy_names_what_is_there(graph: Graph, webgl_from: int, libraries: int) -> None:
    text = page(graph, webgl_from=webgl_from)
    assert len(scripts(text)) == libraries + 1
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
    assert set(data(text, "columns")["label"]) == {HOSTILE}
    text.encode("utf-8")  # a lone surrogate would not do


def test_the_same_graph_gives_the_same_page(make_graph: Callable[[], Graph]) -> None:
    graph = make_graph()
    backwards: Graph = nx.MultiDiGraph(**graph.graph)
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for one, other, relation, attributes in reversed(list(graph.edges(keys=True, data=True))):
        backwards.add_edge(one, other, relation, **attributes)
    assert page(graph) == page(make_graph())
    assert page(graph) == page(backwards)


def test_the_page_knows_every_type_and_relation(graph: Graph) -> None:
    assert set(RELATIONS) == set(get_args(Relation))
    assert {kind for _, kind in graph.nodes(data="type")} <= set(TYPES)
    words = (SCRIPTS / "elements.js").read_text("utf-8")
    for name in (*RELATIONS, *TYPES):
        assert re.search(rf"^  (.*, )?{name}: ", words, re.MULTILINE), name


def test_the_vendored_files_are_what_the_notice_says() -> None:
    folder = SCRIPTS.parent / "vendor"
    notice = (folder / "NOTICE").read_text("utf-8")
    scripts_there = sorted(path.name for path in folder.glob("*.js"))
    assert len(scripts_there) == 2
    for name in scripts_there:
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        assert f"{digest}  {name}" in notice
        (licence,) = folder.glob(f"{name.split('.')[0]}*.LICENSE.txt")
        assert "Permission is hereby granted" in licence.read_text("utf-8")


def test_an_empty_graph_has_a_page() -> None:
    assert data(page(nx.MultiDiGraph()), "columns")["key"] == []


def test_write(graph: Graph, tmp_path: Path) -> None:
    write_html(graph, tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_bytes() == page(graph).encode()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


def test_write_to_nowhere(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_html(graph, tmp_path / "none" / "graph.html")
