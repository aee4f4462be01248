"""Hostile text, and what the page's policy keeps out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Open

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

pytestmark = pytest.mark.browser

EVERYTHING = "#?types=Method,Dataset,Task,Metric,Paper,Result,Person,Venue&most=all"
PWN = "</script><img src=x onerror='window.__pwned=1'><a href=\"javascript:window.__pwned=1\">"


def hostile(graph: Graph) -> Graph:
    for _, data in graph.nodes(data=True):
        for field in ("label", "title", "text", "unit", "comments", "abstract", "doi", "status"):
            if field in data or field == "doi":
                data[field] = PWN + str(data.get(field, ""))
        if "aliases" in data:
            data["aliases"] = [PWN]
        if "urls" in data:
            data["urls"] = ["javascript:window.__pwned=1", PWN]
    return graph


@pytest.mark.parametrize("draw", ["canvas", "webgl"])
def test_hostile_text_runs_nothing(opened: Open, graph: Graph, draw: str) -> None:
    shown = opened(hostile(graph), draw=draw)
    page = shown.go(EVERYTHING)
    for key in graph:
        place = page.evaluate("key => kg.at(key)", key)
        page.mouse.move(place["x"], place["y"])
    for key in graph:
        shown.select(key)
        assert PWN in page.inner_text("#panel")
    page.click("#filter-button")
    page.fill("#query", "<img")
    assert PWN in page.inner_text("#hits")
    shown.go("#?boards=")
    assert PWN in shown.panel()
    with page.expect_download() as svg:
        page.click("#svg")
    assert "<img" not in svg.value.path().read_text("utf-8")
    assert page.evaluate("window.__pwned") is None
    assert page.locator("img, a[href^='javascript']").count() == 0


def test_a_hostile_name_makes_a_harmless_file_name(opened: Open, graph: Graph) -> None:
    graph.nodes["method/titanet"]["label"] = "../../etc/pass\u202ewd<img>\n.exe 等"
    shown = opened(graph)
    page = shown.go("#method/titanet")
    with page.expect_download() as png:
        page.click("#png")
    assert png.value.suggested_filename == "etc-pass-wd-img-exe-等.png"


LOADING = """async () => {
    const broken = [];
    addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const add = (tag, more) =>
        document.body.append(Object.assign(document.createElement(tag), more));
    add("img", { src: "https://example.org/x.png" });
    add("iframe", { src: "https://example.org/" });
    add("link", { rel: "stylesheet", href: "https://example.org/x.css" });
    add("style", { textContent: "body { display: none }" });
    const tries = [
        () => fetch("https://example.org/"),
        () => new Worker("https://example.org/x.js"),
        () => add("script", { text: "window.__pwned = 1" }),
        () => { document.body.innerHTML = "<b>markup</b>"; },
    ];
    const refused = await Promise.all(tries.map(async (attempt) => {
        try { await attempt(); return false; } catch { return true; }
    }));
    await new Promise((done) => setTimeout(done, 100));
    return { broken: [...new Set(broken)].sort(), refused, pwned: window.__pwned ?? null };
}"""


def test_the_policy_lets_nothing_in(opened: Open) -> None:
    shown = opened()
    tried = shown.go().evaluate(LOADING)
    assert tried["refused"] == [True] * 4
    assert tried["pwned"] is None
    assert {"connect-src", "img-src", "frame-src", "style-src-elem"} <= set(tried["broken"])
    assert shown.page.is_visible("#stage")
    shown.complaints.clear()  # the browser names what it refused
    shown.requests.clear()
