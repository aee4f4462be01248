"""One page that shows a graph: opened from disk, without a network, safe with any text.

A graph in (`kg.assemble` describes it), the text of one HTML file out. The picture is pyvis' and
vis-network's; the page around it is our own, because the pages of pyvis load files from a CDN.

Everything is inside the file, and its Content-Security-Policy lets nothing else in: the two scripts
and the style sheet are named by their digests, nothing may be fetched, and no string may become
markup. The data stands in the page as JSON and is shown through text nodes only.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.export.files import write_text
from kg.export.html_data import page_data, to_json

if TYPE_CHECKING:
    import networkx as nx

LIMIT = 3000
"""A page shows at most so many nodes: more of them take seconds to draw and cannot be read."""

_SCRIPTS = ("elements", "picture", "labels", "panel", "controls")
"""The parts of the page's script, in the order in which they build on one another."""

_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"


def generate_html(graph: nx.MultiDiGraph[str], *, limit: int = LIMIT) -> Iterator[str]:
    """Generate the page of a graph.

    Args:
        graph: A graph as `kg.assemble` describes it.
        limit: How many nodes are shown at most; of a larger graph the most supported ones are, and
            the page says so.

    Yields:
        The page in pieces. The same graph gives the same text.

    Raises:
        OutputError: If pyvis is installed without its copy of vis-network.
    """
    from jinja2 import Environment  # noqa: PLC0415 (only who writes pages needs it)

    library, script, style = _library(), _script(), _template("graph.css")
    data = page_data(graph, limit=limit)
    page = Environment(autoescape=True).from_string(_template("graph.html.j2"))
    # The template is ours; what it is given is marked as safe there, and is either a file of ours,
    # of pyvis, or JSON in which nothing can end the element that it stands in.
    yield from page.generate(
        policy=_policy(scripts=(library, script), style=style),
        library=library,
        script=script,
        style=style,
        data={name: to_json(part) for name, part in data.items()},
    )


def write_html(graph: nx.MultiDiGraph[str], path: str | Path, *, limit: int = LIMIT) -> None:
    """Write the page of a graph; the file appears whole or not at all.

    Args:
        graph: A graph as `kg.assemble` describes it.
        path: The file to write; one that exists is replaced.
        limit: How many nodes are shown at most.

    Raises:
        OutputError: If the file cannot be written.
    """
    write_text(generate_html(graph, limit=limit), path)


def _template(name: str) -> str:
    """Read a file of the page; only line feeds end its lines, or the digests would not match."""
    return files("kg.export").joinpath("templates", name).read_text("utf-8")


def _script() -> str:
    """Join the parts of the page's script, which see one another and are seen by nobody else."""
    parts = "\n".join(_template(f"script/{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _library() -> str:
    """Read vis-network as it came with pyvis, without the pointer to a source map."""
    try:
        text = files("pyvis").joinpath(_LIBRARY).read_text("utf-8")
    except OSError as error:
        raise OutputError(
            "pyvis is installed without vis-network",
            file=_LIBRARY,
            remedy="install pyvis 0.3.2 again",
        ) from error
    return text.partition("//# sourceMappingURL=")[0]


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
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
