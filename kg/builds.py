"""What can be had from a build directory: the graph, a store for SPARQL, RDF in another syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.export.directory import read_manifest
from kg.export.linkstable import read_linkstable
from kg.export.naming import Naming
from kg.export.nodelink import read_nodelink
from kg.export.prefixes import shared_prefixes
from kg.export.rdf import generate_rdf
from kg.export.stored import stored_graphs
from kg.graph import KnowledgeGraph
from kg.query.index import LARGE, index_of, make_index
from kg.query.sparql import Store


def load(directory: str | Path) -> KnowledgeGraph:
    """Load a build.

    Args:
        directory: A directory that `kg build` or `KnowledgeGraph.export` wrote.

    Returns:
        The graph, as it was when it was written.

    Raises:
        InputError: There is no build, or a file of it is missing or broken.
    """
    directory = Path(directory)
    manifest = read_manifest(directory)
    graph = read_nodelink(directory / "graph.json")
    try:
        links = read_linkstable(directory / "links.tsv")
        records = (directory / "extractions.jsonl").open("rb")
    except (OSError, ValueError) as error:
        remedy = "build it again with `kg build`"
        raise InputError(f"the build is broken: {error}", file=directory, remedy=remedy) from error
    for of_this_writing in ("time", "files"):
        manifest.pop(of_this_writing, None)
    return KnowledgeGraph(graph, links=links, manifest=manifest, records=records)


def rdf_of_build(
    directory: Path, *, syntax: str, evidence: bool = True, profiles: Sequence[str] = ()
) -> Iterator[str]:
    """Yield a build as RDF text, paper by paper from its graph.nq, without loading it.

    Args:
        directory: A directory that `kg build` wrote.
        syntax: nq, nt, trig, ttl, jsonld or rdfxml.
        evidence: Whether annotations, spans, sentences and rules come too.
        profiles: As for `KnowledgeGraph.write_rdf`.

    Raises:
        InputError: There is no build, or its graph.nq is broken.
        QueryError: There is no such syntax or profile.
    """
    naming = Naming(_base(read_manifest(directory)))
    graphs = stored_graphs(directory / "graph.nq", naming, evidence=evidence)
    return generate_rdf(graphs, naming, syntax=syntax, profiles=profiles)


def open_store(source: Path, *, told: Callable[[str], None] = lambda _: None) -> Store:
    """Open a build, or any one file of RDF, for SPARQL.

    Of a large build an index is made beside it, once; where that place cannot be written, or with
    a small build, the file is read into memory.

    Args:
        source: The directory of a build, or a file whose suffix tells its format.
        told: Called with a sentence before what takes long.

    Returns:
        The store, with the prefixes of the vocabulary and of the instances.

    Raises:
        InputError: There is no build and no readable RDF.
    """
    if source.is_dir():
        read_manifest(source)
        source = source / "graph.nq"
    if not source.exists():
        raise InputError(
            "there is no such file or folder",
            file=source,
            remedy="`kg build INPUT -o DIR` makes one",
        )
    index = _index(source, told) if source.name == "graph.nq" else None
    store = Store(prefixes=_prefixes(shared_prefixes().base), index=index)
    if index is None:
        store.load_file(source)
    described = store.query("SELECT ?whole { ?whole a void:Dataset ; kg:ruleset ?any }").rows
    if len(described) == 1:  # a file of a build says itself where its nodes lie
        store.prefixes = _prefixes(str(described[0]["whole"]))
    return store


def _index(quads: Path, told: Callable[[str], None]) -> Path | None:
    """Return the index of a build, made if it is worth it; None if there is none."""
    found = index_of(quads)
    if found is not None or quads.stat().st_size < LARGE:
        return found
    told("making an index of the build; this is done once")
    try:
        return make_index(quads)
    except OSError as error:
        told(f"no index can be made, the build is read into memory: {error.strerror or error}")
        return None


def _base(manifest: Mapping[str, Any]) -> str:
    return str(manifest.get("base", shared_prefixes().base))


def _prefixes(base: str) -> dict[str, str]:
    return shared_prefixes().under(base, peers=True)
