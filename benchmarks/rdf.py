"""Export, load and query times of a build, in Oxigraph and in rdflib; see benchmarks/README.md.

Each step runs in a process of its own, so that its peak memory is its own. Seconds are those of the
processors, of all threads together, so that other work on the machine counts little. rdflib reads
the triples through its own parser of N-Triples, the fastest it has; above a limit it is left out.
"""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import rdflib

import kg
from kg.builds import rdf_of_build
from kg.export.directory import read_manifest
from kg.export.files import write_text
from kg.export.nquads import write_nquads
from kg.export.profiles import profiles
from kg.export.syntax import SYNTAXES
from kg.query.index import make_index
from kg.query.library import named_queries
from kg.query.sparql import Store

Figures = dict[str, float]


@click.command()
@click.argument("build", type=click.Path(path_type=Path))
@click.option("--rdflib-most", default=1_000_000, help="Triples above which rdflib is left out.")
def main(build: Path, rdflib_most: int) -> None:
    """Time what is done with the RDF of BUILD."""
    papers = read_manifest(build)["counts"]["papers"]
    quads = build / "graph.nq"
    with quads.open("rb") as stream:
        triples = sum(1 for _ in stream)
    size = quads.stat().st_size
    click.echo(f"papers {papers:,}, triples {triples:,}: {triples / papers:.0f} a paper, ")
    click.echo(f"graph.nq {size / 1e6:,.1f} MB: {size / papers / 1000:.1f} kB a paper\n")
    click.echo("export                  CPU seconds   peak MB")
    _show("graph.nq from networkx", _apart(_from_networkx, build))
    for syntax in SYNTAXES:
        _show(f"kg export {syntax}", _apart(_export, build, syntax))
    _show("kg export nt, all profiles", _apart(_export, build, "nt", *profiles()))
    click.echo("\nload                    CPU seconds   peak MB")
    steps: dict[str, Callable[..., Figures]] = {"Oxigraph": _oxigraph}
    if triples <= rdflib_most:
        steps["rdflib"] = _rdflib
    found = {name: _apart(step, build) for name, step in steps.items()}
    found["index"] = _apart(_index, build)
    for name, figures in found.items():
        _show(name, figures)
    click.echo("\nquery, CPU seconds        " + "  ".join(f"{name:>10}" for name in found))
    for query in named_queries():
        times = (f"{figures[query.name]:10.3f}" for figures in found.values())
        click.echo(f"{query.name:26}" + "  ".join(times))


def _show(name: str, figures: Figures) -> None:
    click.echo(f"{name:26}{figures['seconds']:7.2f}  {figures['peak']:10,.0f}")


def _apart(step: Callable[..., Figures], *arguments: Any) -> Figures:
    """Run a step in a process of its own and add its peak memory."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (step, arguments))


def _measured(step: Callable[..., Figures], arguments: tuple[Any, ...]) -> Figures:
    figures = step(*arguments)
    return {**figures, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _from_networkx(build: Path) -> Figures:
    graph = kg.load(build).nx
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        write_nquads(graph, Path(folder) / "graph.nq")
        return {"seconds": time.process_time() - begin}


def _export(build: Path, syntax: str, *names: str) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        write_text(rdf_of_build(build, syntax=syntax, profiles=names), Path(folder) / "graph")
        return {"seconds": time.process_time() - begin}


def _oxigraph(build: Path) -> Figures:
    begin = time.process_time()
    store = Store()
    store.load_file(build / "graph.nq")
    seconds = time.process_time() - begin
    return {"seconds": seconds, **_asked(lambda text: len(store.query(text).payload))}


def _index(build: Path) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        quads = Path(folder) / "graph.nq"
        quads.symlink_to((build / "graph.nq").absolute())
        begin = time.process_time()
        index = make_index(quads)
        seconds = time.process_time() - begin
        store = Store(index=index)
        return {"seconds": seconds, **_asked(lambda text: len(store.query(text).payload))}


def _rdflib(build: Path) -> Figures:
    text = "".join(rdf_of_build(build, syntax="nt"))
    begin = time.process_time()
    graph = rdflib.Graph().parse(data=text, format="nt")
    seconds = time.process_time() - begin
    return {"seconds": seconds, **_asked(lambda text: len(graph.query(text)))}


def _asked(ask: Callable[[str], int]) -> Figures:
    times = {}
    for query in named_queries():
        begin = time.process_time()
        ask(query.text)
        times[query.name] = time.process_time() - begin
    return times


if __name__ == "__main__":
    main()
