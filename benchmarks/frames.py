"""How the page moves in a real browser; see benchmarks/README.md.

A graph of papers is made for each size and its page opened in Chromium, drawn on vis-network's
canvas and with WebGL: as it opens, with its overview, and with everything drawn. Then the picture
is moved frame by frame, and the times from one frame to the next are counted.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from itertools import product
from pathlib import Path
from statistics import median

import click
import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from kg.export.html import write_html

VIEWS = {
    "overview": "",
    "everything": "#?types=Method,Dataset,Task,Metric,Paper,Result,Person,Venue&most=all",
}
FRAMES = """frames => new Promise((done) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
        times.push(now - last);
        last = now;
        kg.pan(times.length % 40 < 20 ? 6 : -6, 2);
        if (times.length < frames) requestAnimationFrame(step);
        else done(times.slice(1));
    };
    requestAnimationFrame(step);
})"""


@click.command()
@click.option("--sizes", default="1000,10000,50000", help="How many nodes the graphs have.")
@click.option("--frames", default=40, help="How many frames are counted.")
@click.option("--browser-path", default=lambda: shutil.which("chromium"), help="The Chromium.")
@click.option("--gpu/--no-gpu", default=False, help="Whether the machine has a graphics card.")
def main(sizes: str, frames: int, browser_path: str, *, gpu: bool) -> None:
    """Measure the page with graphs of some sizes."""
    # Without a graphics card WebGL is drawn in software, and 2D faster by the processor itself.
    software = [
        *("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
        "--disable-accelerated-2d-canvas",
    ]
    arguments = ["--no-sandbox", "--disable-quic", "--no-first-run", *([] if gpu else software)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        for size in map(int, sizes.split(",")):
            graph = made(size)
            path = Path(folder) / f"{size}.html"
            begin = time.perf_counter()
            write_html(graph, path, webgl_from=0)
            written = time.perf_counter() - begin
            click.echo(
                f"{len(graph):,} nodes, {graph.number_of_edges():,} edges: "
                f"written in {written:.1f} s, {path.stat().st_size / 1e6:.1f} MB"
            )
            for draw, (view, fragment) in product(("canvas", "webgl"), VIEWS.items()):
                address = f"{path.as_uri()}?draw={draw}{fragment}"
                opened, times = measure(browser, address, frames)
                worst = sorted(times)[len(times) * 9 // 10]
                click.echo(
                    f"  {draw:8}{view:12}opened in {opened:.1f} s, "
                    f"a frame {median(times):.0f} ms, the slowest tenth {worst:.0f} ms"
                )
        browser.close()


def measure(browser: Browser, address: str, frames: int) -> tuple[float, list[float]]:
    """Return the seconds until the page is drawn, and the milliseconds of each frame."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(300_000)
    begin = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-drawn]", state="attached")
    opened = time.perf_counter() - begin
    times: list[float] = page.evaluate(FRAMES, frames)
    page.close()
    return opened, times


def made(size: int) -> nx.MultiDiGraph[str]:
    """Make a graph of about so many nodes, in the proportions of a corpus of abstracts."""
    draw = random.Random(size)  # noqa: S311 the same graph every time
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="https://example.org/kg/")
    papers = size // 5
    concepts = []
    for kind, share in (("Method", 0.45), ("Task", 0.5), ("Dataset", 0.25), ("Metric", 0.06)):
        for number in range(max(1, int(papers * share))):
            key = f"{kind.lower()}/{number}"
            graph.add_node(key, type=kind, label=f"{kind} {number}", aliases=[], level="named")
            concepts.append(key)
    draw.shuffle(concepts)
    for number in range(int(papers * 2.4)):
        graph.add_node(f"person/{number}", type="Person", label=f"Person {number}", aliases=[])
    people = [node for node in graph if node.startswith("person/")]
    for number in range(papers):
        paper = f"paper/{number}"
        abstract = f"This is paper {number}. It is about what it is about. "
        graph.add_node(
            paper, type="Paper", id=paper, label=f"Paper {number}", abstract=abstract, sources=[],
            urls=[], language="en", authors_complete=True, year=2000 + number % 25,
        )  # fmt: skip
        # A few concepts are in many papers and most in one, as in any corpus.
        ranks = {min(int(draw.paretovariate(0.6)) - 1, len(concepts) - 1) for _ in range(3)}
        for concept in [*(concepts[rank] for rank in ranks), concepts[number % len(concepts)]]:
            place = {"paper": paper, "start": 8, "end": 13, "sentence_start": 0,
                     "sentence_end": 16, "rule": "made"}  # fmt: skip
            graph.add_edge(paper, concept, "uses", relation="uses", evidence=[place])
        for position, person in enumerate(draw.sample(people, 4), 1):
            graph.add_edge(paper, person, "author", relation="author", position=position)
    for concept in concepts:
        graph.nodes[concept]["support"] = graph.in_degree(concept)
    return graph


if __name__ == "__main__":
    main()
