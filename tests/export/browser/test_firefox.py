"""The page in Firefox: what a standard may leave open differs there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.html import write_html

from .conftest import browser_path, missing

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

pytestmark = [
    pytest.mark.browser,
    # Mozilla's driver calls what is deprecated and leaves its pipes to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
READY = """
    const [done] = arguments;
    const ready = () => document.documentElement.dataset.drawn
        && document.getElementById("panel").dataset.ready === location.hash;
    const wait = () => (ready() ? done(true) : setTimeout(wait, 50));
    wait();
"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = browser_path("firefox-esr", "firefox")
    # The driver wants the program in its own folder: a link on PATH leads there, a script does not.
    if not (path.parent / "application.ini").is_file():
        missing(f"{path} is not in the folder of Firefox")
    from marionette_driver.marionette import Marionette

    log = tmp_path_factory.mktemp("firefox") / "log.txt"
    driver = Marionette(bin=str(path), headless=True, gecko_log=str(log))
    driver.start_session()
    driver.timeout.script = 20
    yield driver
    driver.quit()


@pytest.mark.parametrize("webgl_from", [0, 10**9], ids=["with WebGL", "without"])
def test_the_page_in_firefox(firefox: Any, graph: Graph, tmp_path: Path, webgl_from: int) -> None:
    path = tmp_path / "graph.html"
    write_html(graph, path, webgl_from=webgl_from)
    firefox.navigate(path.as_uri())
    assert firefox.execute_async_script(READY)
    assert firefox.execute_script("return window.wrappedJSObject.kg.counts().nodes") == 8
    firefox.navigate(f"{path.as_uri()}#result/2110.04410/2")
    assert firefox.execute_async_script(READY)
    panel = firefox.execute_script("return document.getElementById('panel').innerText")
    assert "1.73% diarization error rate" in panel
    marks = firefox.execute_script(
        "return Array.from(document.querySelectorAll('#panel mark'), (mark) => mark.textContent)"
    )
    assert marks == ["1.73%"]
