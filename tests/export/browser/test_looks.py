"""What can be read: names that do not cover one another, on a laptop and on a phone."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx
import pytest

from .conftest import Open, Opened

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

pytestmark = pytest.mark.browser

LAPTOP, WIDE, PHONE = (1366, 768), (1920, 1080), (390, 844)
KINDS = ("Method", "Dataset", "Task", "Metric")
TITLE = "A rather long title of a paper that nobody would cut, were there room for it"


class Box(NamedTuple):
    """A text of the picture and where a browser sets it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0


def names(shown: Opened, folder: Path) -> list[Box]:
    """The texts of the picture, as they stand in the saved SVG."""
    with shown.page.expect_download() as download:
        shown.page.click("#svg")
    path = folder / "picture.svg"
    download.value.save_as(path)
    browser = shown.page.context.browser
    assert browser
    page = browser.new_page()
    page.goto(path.as_uri())
    boxes = page.evaluate(
        """[...document.querySelectorAll("text")].map((text) => {
            const { x, y, width, height } = text.getBBox();
            return [text.textContent, x, y + height / 4, x + width, y + height * 3 / 4];
        })"""
    )
    page.close()
    return [Box(*box) for box in boxes]


def covered(boxes: list[Box]) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in combinations(boxes, 2) if one.covers(other)]


@pytest.fixture
def library() -> Graph:
    """Papers that share concepts with names of every length, and a paper of many people."""
    graph: Graph = nx.MultiDiGraph(base="https://example.org/kg/")
    concepts = []
    for number in range(80):
        kind = KINDS[number % 4]
        label = ("说话人日志" if number % 5 == 0 else "some name") + f" {number}" * (number % 4)
        key = f"{kind.lower()}/{number}"
        graph.add_node(key, type=kind, label=label, aliases=[], level="named")
        concepts.append(key)
    place = {"start": 0, "end": 2, "sentence_start": 0, "sentence_end": 9, "rule": "made"}
    for number in range(60):
        paper = f"paper/{number}"
        graph.add_node(
            paper, type="Paper", id=paper, label=TITLE, abstract="Some text.", sources=[], urls=[],
            authors_complete=True,
        )  # fmt: skip
        for step in (1, 2, 3, 5, 8):
            key = concepts[(number * step + step) % len(concepts)]
            evidence = [{"paper": paper, **place}]
            graph.add_edge(paper, key, "uses", relation="uses", evidence=evidence)
        for position in range(1, 4 if number else 31):
            person = f"person/{(number + 7 * position) % 50}"
            graph.add_node(person, type="Person", label=f"Given Family {person[7:]}", aliases=[])
            graph.add_edge(paper, person, "author", relation="author", position=position)
    for key in concepts:
        graph.nodes[key]["support"] = graph.in_degree(key)
    return graph


@pytest.mark.parametrize("size", [LAPTOP, WIDE, PHONE], ids=["laptop", "wide", "phone"])
@pytest.mark.parametrize("address", ["", "#paper/0", "#method/4"])
def test_names_do_not_cover_one_another(
    opened: Open, library: Graph, tmp_path: Path, size: tuple[int, int], address: str
) -> None:
    shown = opened(library, size=size)
    shown.go(address)
    boxes = names(shown, tmp_path)
    assert len(boxes) >= 0.9 * shown.drawn()["nodes"]  # and hardly any is left out
    assert covered(boxes) == []


def test_the_title_in_the_middle_is_broken_into_lines(
    opened: Open, library: Graph, tmp_path: Path
) -> None:
    shown = opened(library, size=LAPTOP)
    shown.go("#paper/1")
    texts = [box.text.rstrip("…") for box in names(shown, tmp_path)]
    lines = [text for text in texts if text in TITLE]
    assert len(lines) == 3
    assert TITLE.startswith(" ".join(lines))


def test_a_window_of_another_size_keeps_who_stands_beside_whom(
    opened: Open, library: Graph
) -> None:
    shown = opened(library, size=LAPTOP)
    page = shown.go()
    drawn = [key for key in library if page.evaluate("key => kg.at(key)", key)]

    def places() -> list[dict[str, float]]:
        return [page.evaluate("key => kg.at(key)", key) for key in drawn]

    before = places()
    page.click("#filter-button")
    page.wait_for_function("() => document.getElementById('stage').clientWidth < 800")
    pairs = list(combinations(zip(before, places(), strict=True), 2))
    for axis in ("x", "y"):
        kept = sum(
            (one[axis] < other[axis]) == (one_now[axis] < other_now[axis])
            for (one, one_now), (other, other_now) in pairs
        )
        assert kept > 0.8 * len(pairs)


def test_on_a_phone_everything_has_room(opened: Open, library: Graph) -> None:
    shown = opened(library, size=PHONE)
    page = shown.go()
    assert shown.drawn()["nodes"] == 15
    for address in ("", "#method/4?view=page", "#method/4"):
        shown.go(address)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        panel = page.locator("#panel").bounding_box()
        assert panel
        assert panel["height"] > (0.8 if "page" in address else 0.4) * PHONE[1]
    status, tools = (page.locator(name).bounding_box() for name in ("#status", "#tools"))
    assert status
    assert tools
    assert status["y"] + status["height"] < tools["y"]


def test_on_a_map_of_everything_support_is_seen(opened: Open, library: Graph) -> None:
    people = (f"person/of-the-crowd/{number}" for number in range(400))
    library.add_nodes_from(people, type="Person", label="Someone", aliases=[])
    shown = opened(library)
    page = shown.go("#?types=Method,Person&most=all")
    with page.expect_download() as download:
        page.click("#svg")
    shapes = re.findall(r'points="([^"]*)"[^>]*><title>(\w+)', download.value.path().read_text())
    height: dict[str, float] = {}
    for points, kind in shapes:
        ys = [float(point.partition(",")[2]) for point in points.split()]
        height[kind] = max(height.get(kind, 0), max(ys) - min(ys))
    assert height["Method"] > 1.5 * height["Person"] > 3
