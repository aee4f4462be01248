"""The page in a real Chromium, opened from disk as a reader opens it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from kg.export.html import WEBGL_FROM, write_html
from kg.query.leaderboard import leaderboard

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Browser, Page

    Graph = nx.MultiDiGraph[str]

ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # WebGL without a graphics card.
    *("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
]


def missing(reason: str) -> NoReturn:
    """Without a browser nothing can be said about the page: in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def browser_path(*names: str) -> Path:
    """The program of the first of some browsers that is there."""
    for name in names:
        if path := shutil.which(name):
            return Path(path).resolve()
    missing(f"no {' or '.join(names)} on PATH; run as root, `make browser` installs it on Debian")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path("chromium", "chromium-browser", "google-chrome")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


class Opened:
    """A page with what it asked for and what it complained of."""

    def __init__(self, page: Page, path: Path, *, query: str) -> None:
        self.page = page
        self.path = path
        self.query = query
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, fragment: str = "") -> Page:
        self.page.goto(self.path.as_uri() + self.query + fragment)
        drawn = "html[data-drawn], body[data-view=page]"
        self.page.wait_for_selector(drawn, state="attached")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the panel shows what the address says; its texts are unpacked meanwhile."""
        self.page.wait_for_function(
            "() => document.getElementById('panel').dataset.ready === location.hash"
        )

    def select(self, key: str) -> None:
        self.page.evaluate("key => kg.select(key)", key)
        self.settle()

    def panel(self) -> str:
        self.settle()
        return self.page.inner_text("#panel")

    def seen(self) -> object:
        """All that a reader sees of the state."""
        panel = self.panel()
        if not self.page.is_visible("#stage"):
            return panel
        return panel, self.drawn(), self.page.inner_text("#legend")

    def drawn(self) -> dict[str, Any]:
        counts: dict[str, Any] = self.page.evaluate("kg.counts()")
        return counts

    def click(self, key: str) -> None:
        place = self.page.evaluate("key => kg.at(key)", key)
        self.page.mouse.click(place["x"], place["y"])
        self.settle()


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, graph: Graph, tmp_path: Path) -> Iterator[Open]:
    pages: list[Opened] = []

    def open_(
        changed: Graph | None = None,
        *,
        scheme: str = "light",
        draw: str = "canvas",
        size: tuple[int, int] = (1280, 800),
    ) -> Opened:
        path = tmp_path / "graph.html"
        shown = changed if changed is not None else graph
        rows = [row.model_dump() for row in leaderboard(shown)]
        write_html(shown, path, leaderboard=rows, webgl_from=0 if draw == "webgl" else WEBGL_FROM)
        page = browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page.set_default_timeout(15_000)
        pages.append(Opened(page, path, query=f"?draw={draw}"))
        return pages[-1]

    yield open_
    for one in pages:
        strange = [
            url for url in one.requests
            if not url.startswith((one.path.as_uri(), "data:image/svg+xml", "blob:"))
        ]  # fmt: skip
        assert strange == []
        assert one.complaints == []
        one.page.close()
