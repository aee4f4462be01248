"""One page that shows a graph: opened from disk, without a network, safe with any text.

A graph in (`kg.assemble` describes it), the text of one HTML file out: with every node and edge,
the leaderboards, and every abstract and sentence. `kg.export.page` makes the data, `templates` has
the page around it: its scripts draw an overview and the neighbourhoods as one walks.

The shapes are drawn by vis-network, which comes with pyvis. The page of a large graph also has
sigma.js (templates/vendor, see NOTICE there), which draws with WebGL where a graphics card does it.
The pages that pyvis writes itself are not used: they load files from a CDN and put titles into the
page as markup.

Everything is inside the file, and its Content-Security-Policy lets nothing else in: the scripts and
the style sheet are named by their digests, nothing may be fetched, and no string may become markup.
The data stands in the page packed and is shown through text nodes only.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError
from kg.export.files import write_text
from kg.export.page import Numbers, columns, generate_boards, generate_texts, pack

if TYPE_CHECKING:
    import networkx as nx

WEBGL_FROM = 5000
"""Pages of so many nodes can draw with WebGL; benchmarks/README.md has the measurements."""

STYLES = ("page", "picture", "panel", "narrow")
SCRIPTS = (
    *("graph/data", "elements", "state", "graph/filters", "graph/ties"),
    *("scene/names", "scene/arrange", "scene/overview", "scene/tree", "scene/neighbourhood"),
    *("stage/vis", "stage/sigma", "picture/picture", "picture/room", "picture/labels"),
    *("panel/quotes", "search", "panel/boards", "panel/panel", "panel/sections", "facets"),
    *("picture/pointer", "picture/keyboard", "picture/download", "main"),
)
"""The parts of the page's script, in the order in which they build on one another."""

_VIS = "lib/vis-9.1.2/vis-network.min.js"
_WEBGL = ("vendor/graphology-0.26.0.umd.min.js", "vendor/sigma-3.0.3.min.js")


def generate_html(
    graph: nx.MultiDiGraph[str],
    *,
    leaderboard: Iterable[Mapping[str, Any]] = (),
    webgl_from: int = WEBGL_FROM,
) -> Iterator[str]:
    """Generate the page of a graph.

    Args:
        graph: A graph as `kg.assemble` describes it.
        leaderboard: The rows of leaderboard.csv with the keys of their nodes, in their order.
        webgl_from: From how many nodes on the page can draw with WebGL.

    Yields:
        The page in pieces. The same graph gives the same text.

    Raises:
        OutputError: If pyvis is installed without its copy of vis-network.
    """
    from jinja2 import Environment  # noqa: PLC0415 (only who writes pages needs it)

    webgl = len(graph) >= webgl_from
    libraries = [_vis_network(), *(_template(name) for name in _WEBGL if webgl)]
    parts = [name for name in SCRIPTS if webgl or name != "stage/sigma"]
    scripts = [*map(_without_source_map, libraries), _script(parts)]
    style = "".join(_template(f"style/{name}.css") for name in STYLES)
    page = Environment(autoescape=True).from_string(_template("page.html.j2"))
    # Only files of ours and of the two libraries are marked as safe in the template.
    yield from page.generate(
        policy=_policy(scripts=scripts, style=style),
        scripts=scripts,
        style=style,
        data=_data(Numbers(graph), leaderboard),
    )


def write_html(
    graph: nx.MultiDiGraph[str],
    path: str | Path,
    *,
    leaderboard: Iterable[Mapping[str, Any]] = (),
    webgl_from: int = WEBGL_FROM,
) -> None:
    """Write the page of a graph; the file appears whole or not at all.

    Args:
        graph: A graph as `kg.assemble` describes it.
        path: The file to write; one that exists is replaced.
        leaderboard: The rows of leaderboard.csv with the keys of their nodes, in their order.
        webgl_from: From how many nodes on the page can draw with WebGL.

    Raises:
        OutputError: If the file cannot be written.
    """
    write_text(generate_html(graph, leaderboard=leaderboard, webgl_from=webgl_from), path)


def _data(numbers: Numbers, leaderboard: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the name and content of each element that holds data."""
    yield "columns", pack(columns(numbers))
    yield "boards", pack(list(generate_boards(leaderboard, numbers)))
    for block, texts in enumerate(generate_texts(numbers)):
        yield f"texts-{block}", pack(texts)


def _template(name: str) -> str:
    """Read a file of the page; only line feeds end its lines, or the digests would not match."""
    return files("kg.export").joinpath("templates", name).read_text("utf-8")


def _script(names: Iterable[str]) -> str:
    """Join the parts of the page's script, which see one another and are seen by nobody else."""
    parts = "\n".join(_template(f"script/{name}.js") for name in names)
    return f'"use strict";\n(async () => {{\n{parts}}})();\n'


def _vis_network() -> str:
    """Read vis-network as it came with pyvis."""
    try:
        return files("pyvis").joinpath(_VIS).read_text("utf-8")
    except OSError as error:
        raise OutputError(
            "pyvis is installed without vis-network",
            file=_VIS,
            remedy="install pyvis 0.3.2 again",
        ) from error


def _without_source_map(library: str) -> str:
    """Return a library without the pointer to a file that browsers would ask for."""
    return library.partition("//# sourceMappingURL=")[0]


def _policy(*, scripts: Iterable[str], style: str) -> str:
    """Return the page's Content-Security-Policy: these scripts, this style, nothing else."""
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    """Return the source expression for an inline element with exactly this text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
