"""Opening, the picture, the panel, search, the address, hostile text."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from .conftest import Open

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

pytestmark = pytest.mark.browser

EVERYTHING = "#?types=Method,Dataset,Task,Metric,Paper,Result,Person,Venue&most=all"

drawn_by = pytest.mark.parametrize("draw", ["canvas", "webgl"])


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@drawn_by
def test_the_picture_is_drawn(opened: Open, graph: Graph, scheme: str, draw: str) -> None:
    shown = opened(scheme=scheme, draw=draw)
    page = shown.go(EVERYTHING)
    drawn = shown.drawn()
    assert (drawn["nodes"], drawn["links"]) == (len(graph), graph.number_of_edges())
    # Of the screen, because what is drawn with WebGL cannot be read back from its canvas.
    place = page.evaluate("kg.at('dataset/voxceleb1')")
    png = page.screenshot(clip={"x": place["x"], "y": place["y"], "width": 1, "height": 1})
    pixel = page.evaluate(
        """async (data) => {
            const image = new Image();
            image.src = "data:image/png;base64," + data;
            await image.decode();
            const context = document.createElement("canvas").getContext("2d");
            context.drawImage(image, 0, 0);
            const swatch = document.createElement("i");
            swatch.style.color = "var(--Dataset)";
            document.body.append(swatch);
            const [, ...wanted] = getComputedStyle(swatch).color.match(/(\\d+), (\\d+), (\\d+)/);
            return [[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)], wanted.map(Number)];
        }""",
        base64.b64encode(png).decode(),
    )
    assert all(abs(one - other) <= 3 for one, other in zip(*pixel, strict=True))


@drawn_by
def test_a_click_on_a_node_shows_its_sentence(opened: Open, draw: str) -> None:
    shown = opened(draw=draw)
    page = shown.go(EVERYTHING)
    shown.click("result/2110.04410/2")
    assert page.evaluate("kg.selected()") == "result/2110.04410/2"
    assert page.inner_text("#panel h2") == "1.73% diarization error rate"
    assert page.inner_text("#panel blockquote mark") == "1.73%"
    panel = shown.panel()
    for words in (
        *("diarization error rate", "TitaNet-L", "AMI-MixHeadset", "speaker diarization"),
        *("Nithin Rao Koluguri", "score.metric-of-value"),
    ):
        assert words in panel
    shown.click("dataset/ami-mixheadset")  # and on, from neighbour to neighbour
    assert page.inner_text("#panel h2") == "AMI-MixHeadset"


def test_the_overview_has_concepts_and_their_ties(opened: Open) -> None:
    shown = opened()
    page = shown.go()
    assert shown.drawn()["types"] == {"Method": 3, "Dataset": 3, "Task": 2}
    page.mouse.move(0, 0)
    ends = [
        page.evaluate("key => kg.at(key)", f"dataset/{name}")
        for name in ("ch109", "ami-mixheadset")
    ]
    middle = {axis: (ends[0][axis] + ends[1][axis]) / 2 for axis in ("x", "y")}
    page.mouse.move(middle["x"], middle["y"])
    page.wait_for_selector("#tip:not([hidden])")
    assert "in 1 paper with" in page.inner_text("#tip")
    page.mouse.click(middle["x"], middle["y"])
    panel = shown.panel()
    assert "CH109" in panel
    assert "1.73% on AMI-MixHeadset" in panel


def test_an_edge_tells_its_relation_under_the_pointer(opened: Open) -> None:
    shown = opened()
    page = shown.go("#paper/2110.04410")
    ends = [
        page.evaluate("key => kg.at(key)", key)
        for key in ("paper/2110.04410", "person/taejin-park")
    ]
    page.mouse.move(*((ends[0][axis] + ends[1][axis]) / 2 for axis in ("x", "y")))
    page.wait_for_selector("#tip:not([hidden])")
    assert (
        page.inner_text("#tip") == "TitaNet: neural speaker representations written by Taejin Park"
    )


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


@pytest.mark.parametrize("words", ["等错误率", "EER", "equal ERROR"])
def test_search_finds_labels_and_aliases(opened: Open, words: str) -> None:
    shown = opened()
    page = shown.go()
    page.fill("#query", words)
    page.press("#query", "Enter")
    shown.settle()
    assert page.evaluate("kg.selected()") == "metric/equal-error-rate"
    assert "0.68%" in shown.panel()


def test_search_finds_what_papers_are_about_first(opened: Open, graph: Graph) -> None:
    graph.nodes["paper/2005.07143"]["label"] = "Speakers, verified"
    graph.nodes["method/titanet"]["label"] = "loudspeaker"
    page = opened(graph).go()
    page.fill("#query", "speaker")
    found = page.locator("#hits .hit").all_inner_texts()
    assert found[:4] == [
        "speaker diarization",  # of those that begin so, concepts first
        "speaker verification",
        "Speakers, verified",
        "TitaNet: neural speaker representations",  # a word in it begins so
    ]
    assert found[-1] == "loudspeaker"


def test_search_that_finds_nothing_says_so(opened: Open) -> None:
    page = opened().go()
    page.fill("#query", "no such name")
    assert page.inner_text("#hits") == "No name holds these words."


def test_the_back_button_leads_back(opened: Open) -> None:
    shown = opened()
    page = shown.go("#method/titanet-l")
    page.click("#panel .name >> text=1.11%")
    shown.settle()
    assert page.evaluate("kg.selected()") == "result/2110.04410/3"
    page.go_back()
    shown.settle()
    assert page.evaluate("kg.selected()") == "method/titanet-l"


STATES = (
    "#dataset/voxceleb1?with=method/titanet-l",
    "#method/titanet-l?view=page",
    "#?boards=voxceleb1",
    "#?types=Dataset,Person&role=evaluates&year=2021&support=1&most=30",
    "#dataset/voxceleb1?hide=Paper&open=12:result/2110.04410/1",
)


@pytest.mark.parametrize("address", STATES)
def test_the_address_restores_the_state(opened: Open, address: str) -> None:
    shown = opened()
    shown.go(address)
    seen = shown.seen()
    shown.go("#person/taejin-park")
    assert shown.seen() != seen
    shown.go(address)
    assert shown.seen() == seen


@pytest.mark.parametrize(
    "fragment", ["#no/such/node", "#%", "#", "#?most=-3&open=x:y&support=none"]
)
def test_an_address_of_nothing_shows_the_overview(opened: Open, fragment: str) -> None:
    shown = opened()
    page = shown.go(fragment)
    assert page.evaluate("kg.selected()") is None
    assert "Datasets in most papers" in shown.panel()


def test_filters_that_nothing_passes_say_so_and_can_be_cleared(opened: Open) -> None:
    shown = opened()
    page = shown.go("#?relation=__proto__&year=none")
    assert "Nothing passes these filters." in page.inner_text("#status")
    page.click("#status >> text=Clear the filters")
    assert shown.drawn()["nodes"] == 8


def test_without_types_the_picture_says_so(opened: Open) -> None:
    page = opened().go("#?types=")
    assert page.inner_text("#status") == "All types are switched off."


def test_a_gain_does_not_look_like_a_score(opened: Open) -> None:
    page = opened().go("#method/ecapa-tdnn")
    results = page.locator("#panel .fact").all_inner_texts()
    scores = [text.partition(" · ")[0] for text in results]
    assert {"0.87%", "19% (reduction)"} <= set(scores)
    assert "19%" not in scores


def test_a_theme_that_changes(opened: Open) -> None:
    page = opened().go("#method/titanet-l")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 28)"
