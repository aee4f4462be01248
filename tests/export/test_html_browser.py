"""The page in a real Chromium, opened from disk as a reader opens it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.export.html import write_html

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Browser, Page

    Graph = nx.MultiDiGraph[str]

pytestmark = pytest.mark.browser

ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PWN = "</script><img src=x onerror='window.__pwned=1'><a href=\"javascript:window.__pwned=1\">"


def chromium() -> str:
    """The path of a Chromium, without which nothing can be said about the page."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    reason = "no chromium, chromium-browser or google-chrome on PATH"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


class Opened:
    """A page with what it asked for and what it complained of."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.path = path
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, fragment: str = "") -> Page:
        self.page.goto(self.path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-drawn]", state="attached")
        return self.page

    def panel(self) -> str:
        return self.page.inner_text("#panel")


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, graph: Graph, tmp_path: Path) -> Iterator[Open]:
    pages: list[Opened] = []

    def open_(changed: Graph | None = None, *, scheme: str = "light", limit: int = 3000) -> Opened:
        path = tmp_path / "graph.html"
        write_html(changed if changed is not None else graph, path, limit=limit)
        page = browser.new_page(
            viewport={"width": 1280, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        pages.append(Opened(page, path))
        return pages[-1]

    yield open_
    for one in pages:
        assert one.requests == [url for url in one.requests if url.startswith(one.path.as_uri())]
        assert one.complaints == []
        one.page.close()


def test_the_picture_is_drawn(opened: Open, graph: Graph, scheme: str) -> None:
    page = opened(scheme=scheme).go()
    assert page.evaluate("kg.counts()") == {"nodes": len(graph), "edges": graph.number_of_edges()}
    # Something of the colour of a dataset stands where the dataset stands.
    colours = page.evaluate(
        """() => {
            const canvas = document.querySelector("canvas");
            const box = canvas.getBoundingClientRect();
            const { x, y } = kg.at("dataset/voxceleb1");
            const ratio = canvas.width / box.width;
            const at = [(x - box.left) * ratio, (y - box.top) * ratio];
            const pixel = canvas.getContext("2d").getImageData(...at, 1, 1).data;
            const swatch = document.createElement("i");
            swatch.style.color = "var(--Dataset)";
            document.body.append(swatch);
            return [[...pixel.slice(0, 3)].join(", "), getComputedStyle(swatch).color];
        }"""
    )
    assert f"rgb({colours[0]})" == colours[1]


def test_a_click_on_a_node_shows_its_sentence(opened: Open) -> None:
    shown = opened()
    page = shown.go()
    place = page.evaluate("kg.at('result/2110.04410/2')")
    page.mouse.click(place["x"], place["y"])
    assert page.evaluate("kg.selected()") == "result/2110.04410/2"
    assert page.inner_text("#panel h2") == "1.73% diarization error rate"
    assert page.inner_text("#panel blockquote mark") == "1.73%"
    panel = shown.panel()
    for words in (
        *("diarization error rate", "TitaNet-L", "AMI-MixHeadset", "speaker diarization"),
        *("Nithin Rao Koluguri", "score.metric-of-value"),
    ):
        assert words in panel


def test_offsets_count_code_points(opened: Open, graph: Graph) -> None:
    paper = graph.nodes["paper/2110.04410"]
    paper["abstract"] = "𝔸🙂𝔹 " + paper["abstract"]
    for _, _, data in graph.edges(data=True):
        for item in data.get("evidence", ()):
            if item["paper"] == "paper/2110.04410":
                for field in ("start", "end", "sentence_start", "sentence_end"):
                    item[field] += 4
    page = opened(graph).go("#result/2110.04410/3")
    assert page.inner_text("#panel blockquote mark") == "1.11%"


def test_a_paper_shows_its_abstract_with_all_that_was_found(opened: Open) -> None:
    page = opened().go("#paper/2110.04410")
    marks = page.locator("#panel blockquote").first.locator("mark").all_inner_texts()
    assert {"TitaNet-L", "VoxCeleb1", "0.68%", "1.73%", "1.11%"} <= set(marks)


def test_the_legend_hides_and_shows(opened: Open, graph: Graph) -> None:
    page = opened().go()
    people = sum(node.startswith("person/") for node in graph)
    button = page.locator("#legend button", has_text="Person")
    assert str(people) in button.inner_text()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("kg.counts().nodes") == len(graph) - people
    button.click()
    assert page.evaluate("kg.counts()") == {"nodes": len(graph), "edges": graph.number_of_edges()}


@pytest.mark.parametrize("words", ["等错误率", "EER", "equal ERROR"])
def test_search_finds_labels_and_aliases(opened: Open, words: str) -> None:
    page = opened().go()
    page.fill("#query", words)
    page.press("#query", "Enter")
    assert page.evaluate("kg.selected()") == "metric/equal-error-rate"
    assert page.inner_text("#panel h2") == "equal error rate"


def test_links_in_the_panel_and_the_back_button(opened: Open) -> None:
    page = opened().go()
    page.evaluate("kg.select('method/titanet-l')")
    page.click("#panel .name >> text=1.11%")
    assert page.evaluate("kg.selected()") == "result/2110.04410/3"
    page.go_back()
    assert page.evaluate("kg.selected()") == "method/titanet-l"


@pytest.mark.parametrize("fragment", ["#no/such/node", "#%", "#"])
def test_an_address_of_nothing_shows_the_overview(opened: Open, fragment: str) -> None:
    shown = opened()
    page = shown.go(fragment)
    assert page.evaluate("kg.selected()") is None
    assert "Datasets in most papers".casefold() in shown.panel().casefold()


def test_a_part_of_a_large_graph_says_so(opened: Open, graph: Graph) -> None:
    page = opened(limit=15).go()
    shown = page.evaluate("kg.counts().nodes")
    assert page.inner_text("#counts") == (
        f"The {shown} most supported of {len(graph)} nodes are shown"
    )


def test_hostile_text_runs_nothing(opened: Open, graph: Graph) -> None:
    for _, data in graph.nodes(data=True):
        for field in ("label", "title", "text", "unit", "comments", "abstract", "doi"):
            if field in data or field == "doi":
                data[field] = PWN + str(data.get(field, ""))
        if "aliases" in data:
            data["aliases"] = [PWN]
        if "urls" in data:
            data["urls"] = ["javascript:window.__pwned=1", PWN]
    page = opened(graph).go()
    for key in graph:
        page.evaluate("key => kg.select(key)", key)
        assert PWN in page.inner_text("#panel")
        place = page.evaluate("key => kg.at(key)", key)
        page.mouse.move(place["x"], place["y"])
    page.fill("#query", "<img")
    assert page.evaluate("window.__pwned") is None
    assert page.locator("img, a[href^='javascript']").count() == 0


def test_a_theme_that_changes(opened: Open) -> None:
    page = opened().go("#method/titanet-l")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 20, 26)"
