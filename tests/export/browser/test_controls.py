"""Legend, filters, leaderboards, expanding, keyboard, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Open

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Page

    Graph = nx.MultiDiGraph[str]

pytestmark = pytest.mark.browser

EVERYTHING = "#?types=Method,Dataset,Task,Metric,Paper,Result,Person,Venue&most=all"


def test_the_legend_hides_and_shows(opened: Open, graph: Graph) -> None:
    shown = opened()
    page = shown.go(EVERYTHING)
    people = sum(node.startswith("person/") for node in graph)
    button = page.locator("#legend button", has_text="People")
    assert str(people) in button.inner_text()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert shown.drawn()["nodes"] == len(graph) - people
    button.click()
    assert shown.drawn()["nodes"] == len(graph)


def test_the_legend_of_a_neighbourhood_is_its_own(opened: Open) -> None:
    shown = opened()
    page = shown.go("#dataset/voxceleb1")
    assert shown.drawn()["types"]["Paper"] == 2
    page.click("#legend [data-type=Paper]")
    assert "Paper" not in shown.drawn()["types"]
    shown.select("metric/equal-error-rate")
    assert "Paper" not in shown.drawn()["types"]  # what is not wanted stays away while one walks


def facet(page: Page, name: str) -> dict[str, str]:
    rows = page.locator(f"[data-facet={name}] label")
    return {
        row.locator("span").inner_text(): row.locator("output").inner_text() for row in rows.all()
    }


def test_filters_count_what_they_leave(opened: Open) -> None:
    page = opened().go()
    page.click("#filter-button")
    assert facet(page, "role") == {"introduces": "3", "evaluates": "10", "compares": "1"}
    assert facet(page, "year") == {"2021": "1", "2020": "1"}
    assert facet(page, "venue") == {"unknown": "1", "Interspeech 2020": "1"}
    assert facet(page, "relation")["reports"] == "5"
    page.check("[data-facet=year] input[value='2020']")
    assert facet(page, "role") == {"introduces": "1", "evaluates": "3"}
    assert facet(page, "year") == {"2021": "1", "2020": "1"}  # what the other year would give
    assert page.inner_text("#filter-button") == "Filters (1)"


CHOICES: tuple[tuple[str, dict[str, int]], ...] = (
    # the address' filters, and what is drawn then of everything
    ("year=2020", {"Method": 1, "Dataset": 1, "Task": 1, "Metric": 1, "Paper": 1, "Result": 2,
                   "Person": 3, "Venue": 1}),
    ("venue=venue/interspeech-2020&role=introduces",
     {"Method": 1, "Paper": 1, "Result": 2, "Person": 3, "Venue": 1}),
    ("role=compares&relation=author", {"Method": 1, "Paper": 2, "Person": 6}),
    ("support=2", {"Method": 1, "Dataset": 1, "Task": 1, "Metric": 1, "Paper": 2, "Result": 5,
                   "Person": 6, "Venue": 1}),
    ("year=1999", {}),
)  # fmt: skip


@pytest.mark.parametrize(("choice", "drawn"), CHOICES, ids=[choice for choice, _ in CHOICES])
def test_filters_hide_and_show(opened: Open, choice: str, drawn: dict[str, int]) -> None:
    shown = opened()
    shown.go(f"{EVERYTHING}&{choice}")
    assert shown.drawn()["types"] == drawn


def test_filters_are_cleared(opened: Open) -> None:
    shown = opened()
    page = shown.go("#?year=2020&support=2")
    before = shown.drawn()["nodes"]
    page.click("#filter-button")
    page.click("#filters >> text=Clear")
    assert shown.drawn()["nodes"] > before
    assert page.evaluate("location.hash") == ""


def test_leaderboards_stand_beside_the_picture_in_their_order(opened: Open) -> None:
    shown = opened()
    page = shown.go()
    page.click("#panel >> text=Leaderboards 3")
    shown.settle()
    page.fill("#panel input", "voxceleb1 error")
    rows = page.locator("#boards tbody tr").all_inner_texts()
    assert [row.split("\t")[:3] for row in rows] == [
        ["1", "TitaNet-L", "0.68%"],
        ["2", "ECAPA-TDNN", "0.87%"],
    ]
    assert "lower is better" in page.inner_text("#boards caption")
    assert page.locator("#boards tbody >> text=19%").count() == 0  # a reduction is no score
    page.reload()
    page.wait_for_selector("#boards tbody tr")
    assert page.locator("#boards tbody tr").count() == 2


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("method/titanet-l", ["Leaderboards (3)", "In the same papers", "Variant of (1)"]),
        ("dataset/voxceleb1", ["0.68%", "0.87%", "lower is better", "Evaluated by (2)"]),
        ("task/speaker-verification", ["also: 说话人确认", "in 2 papers", "ECAPA-TDNN"]),
        ("person/kris-demuynck", ["Papers (1)", "Writes with (2)", "speaker verification"]),
        ("paper/2110.04410", ["Nithin Rao Koluguri", "5 pages", "Reports (3)", "Introduces (2)"]),
        ("venue/interspeech-2020", ["Papers (1)", "Brecht Desplanques"]),
    ],
)
def test_everything_has_a_page(opened: Open, key: str, words: list[str]) -> None:
    shown = opened()
    page = shown.go(f"#{key}")
    page.click("#panel >> text=Read as a page")
    assert not page.is_visible("#stage")
    panel = shown.panel()
    assert [word for word in words if word not in panel] == []
    page.go_back()
    shown.settle()
    assert page.is_visible("#stage")


def test_a_neighbourhood_grows_and_shrinks(opened: Open) -> None:
    shown = opened()
    page = shown.go("#dataset/ch109")
    before = shown.drawn()["nodes"]
    place = page.evaluate("kg.at('paper/2110.04410')")
    page.keyboard.down("Shift")
    page.mouse.click(place["x"], place["y"])
    page.keyboard.up("Shift")
    assert shown.drawn()["nodes"] > before
    assert page.evaluate("kg.selected()") == "dataset/ch109"
    page.click("#status >> text=Collapse")
    assert shown.drawn()["nodes"] == before


def test_a_neighbourhood_too_large_to_draw_is_drawn_in_parts(opened: Open, graph: Graph) -> None:
    for number in range(100):
        graph.add_node(f"person/{number}", type="Person", label=f"Person {number}", aliases=[])
        graph.add_edge(
            "paper/2110.04410", f"person/{number}", "author", relation="author", position=9
        )
    shown = opened(graph)
    page = shown.go("#paper/2110.04410")
    assert shown.drawn()["nodes"] == 37
    page.click("#status >> text=/36 more of/")
    assert shown.drawn()["nodes"] == 73


def test_the_keyboard_is_enough(opened: Open) -> None:
    shown = opened()
    page = shown.go()
    page.keyboard.press("/")
    page.keyboard.type("voxceleb")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    shown.settle()
    assert page.evaluate("kg.selected()") == "dataset/voxceleb1"
    page.focus("#stage")
    page.keyboard.press("ArrowRight")  # the node in the middle
    assert page.inner_text("#said") == "Dataset: VoxCeleb1"
    page.keyboard.press("ArrowLeft")
    said = page.inner_text("#said")
    assert said != "Dataset: VoxCeleb1"
    page.keyboard.press("Enter")
    shown.settle()
    assert page.inner_text("#panel h2") == said.partition(": ")[2]
    page.keyboard.press("p")
    assert not page.is_visible("#stage")
    page.keyboard.press("p")
    page.keyboard.press("?")
    assert "walk from node to node" in page.inner_text("#help")
    page.keyboard.press("Escape")
    assert page.evaluate("kg.selected()") is not None
    page.keyboard.press("Escape")
    shown.settle()
    assert page.evaluate("kg.selected()") is None
    page.keyboard.press("l")
    assert "Leaderboards" in shown.panel()


def test_zooming_and_fitting(opened: Open) -> None:
    page = opened().go()
    page.emulate_media(reduced_motion="reduce")
    keys = ("dataset/ch109", "method/titanet")

    def distance() -> float:
        one, other = (page.evaluate("key => kg.at(key)", key) for key in keys)
        return float(abs(one["x"] - other["x"]) + abs(one["y"] - other["y"]))

    before = distance()
    page.keyboard.press("+")
    assert distance() > before * 1.3
    page.keyboard.press("0")
    assert distance() == pytest.approx(before, rel=0.01)


@pytest.mark.parametrize("draw", ["canvas", "webgl"])
def test_the_picture_is_saved(opened: Open, draw: str) -> None:
    shown = opened(draw=draw)
    page = shown.go("#dataset/voxceleb1")
    with page.expect_download() as svg:
        page.click("#svg")
    assert svg.value.suggested_filename == "VoxCeleb1.svg"
    text = svg.value.path().read_text("utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert text.count("<polygon") == shown.drawn()["nodes"]
    assert text.count("<line") == shown.drawn()["links"]
    assert ">equal error rate</text>" in text
    with page.expect_download() as png:
        page.click("#png")
    image = png.value.path().read_bytes()
    assert image.startswith(b"\x89PNG")
    size = page.evaluate(
        "['Width', 'Height'].map((s) => document.getElementById('stage')[`client${s}`])"
    )
    assert [int.from_bytes(image[at : at + 4], "big") for at in (16, 20)] == [
        2 * side for side in size
    ]


def test_the_same_build_gives_the_same_picture(opened: Open, graph: Graph) -> None:
    places = []
    for _ in range(2):
        page = opened().go()
        places.append([page.evaluate("key => kg.at(key)", key) for key in graph])
    assert places[0] == places[1]
