"""The knowledge graph as Python has it: look up, rank, query, export."""

from __future__ import annotations

import json
import tempfile
import weakref
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.assemble import union
from kg.errors import QueryError
from kg.export.dataset import named_graphs
from kg.export.directory import BuildFiles, write_build
from kg.export.files import write_text
from kg.export.naming import naming_of
from kg.export.nquads import generate_nquads
from kg.export.prefixes import shared_prefixes
from kg.export.rdf import generate_rdf
from kg.query.answer import Answer
from kg.query.difference import Difference, difference
from kg.query.evidence import Fact, facts
from kg.query.leaderboard import Leaderboard, leaderboard
from kg.query.names import find
from kg.query.neighbours import neighbourhood
from kg.query.notebook import counted, html_table
from kg.query.paths import paths
from kg.query.selection import part_of, record_ids, select_papers
from kg.query.sparql import Store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


class KnowledgeGraph:
    """Papers, authors, methods, datasets, metrics, tasks and results, with the evidence for each.

    Made by `kg.build` and `kg.load`.

    Args:
        graph: The graph that `kg.assemble` describes.
        links: The rows of links.tsv.
        manifest: What manifest.json holds, without the time.
        records: The extractions as JSON lines; kept for `export`.
    """

    def __init__(
        self,
        graph: nx.MultiDiGraph[str],
        *,
        links: Iterable[Sequence[object]] = (),
        manifest: Mapping[str, Any] | None = None,
        records: IO[bytes] | None = None,
    ) -> None:
        self.nx = graph
        self.links = [tuple(link) for link in links]
        self.manifest = dict(manifest or {})
        self._records = records or tempfile.TemporaryFile()  # noqa: SIM115 lives as long as this
        weakref.finalize(self, self._records.close)

    def __repr__(self) -> str:
        counts = self.manifest.get("counts", {})
        sizes = (
            counted(counts.get("papers", 0), "paper"),
            counted(len(self.nx), "node"),
            counted(self.nx.number_of_edges(), "edge"),
        )
        return f"KnowledgeGraph({', '.join(sizes)})"

    def _repr_html_(self) -> str:
        counts = Counter(data["type"] for _, data in self.nx.nodes(data=True))
        table = html_table(("type", "nodes"), sorted(counts.items()))
        return f"<p>{escape(repr(self))}</p>{table}"

    def leaderboard(
        self,
        *,
        task: str | None = None,
        dataset: str | None = None,
        split: str | None = None,
        metric: str | None = None,
        method: str | None = None,
    ) -> Leaderboard:
        """Return reported scores, best first within each dataset and metric.

        Args:
            task: Only results for this task; like the others a name or an alias, in any case. It
                does not change the ranks of the rest, as none of these does.
            dataset: Only results on this dataset; its split may stand behind: "COCO (test-dev)".
            split: Only results on this split; "test" is that of the results that name none.
            metric: Only results by this metric.
            method: Only results of this method.

        Returns:
            The rows, each with its evidence; gains, reductions and values from before a change
            are no scores and do not come.

        Raises:
            QueryError: The graph knows no such name; it tells the nearest ones.
        """
        return leaderboard(
            self.nx, task=task, dataset=dataset, split=split, metric=metric, method=method
        )

    def find(self, name: str) -> list[str]:
        """Return the nodes with a name, alias, identifier or IRI.

        Raises:
            QueryError: There is none.
        """
        return find(self.nx, name)

    def facts(self, name: str) -> list[Fact]:
        """Return every fact about what has a name, with its sentence, paper and rule.

        Raises:
            QueryError: There is no such name.
        """
        return [fact for node in self.find(name) for fact in facts(self.nx, node)]

    def neighbours(self, name: str, *, depth: int = 1) -> nx.MultiDiGraph[str]:
        """Return the part of the graph within some steps of what has a name.

        Raises:
            QueryError: There is no such name, or it names several nodes.
        """
        return neighbourhood(self.nx, self._one(name), depth=depth)

    def paths(self, start: str, end: str, *, limit: int = 10) -> list[list[str]]:
        """Return the shortest ways between two methods, or other concepts, through papers.

        Args:
            start: The name of one.
            end: The name of the other.
            limit: How many ways at most.

        Returns:
            Each way as the keys of its nodes; none if there is no way.

        Raises:
            QueryError: There is no such name, or it names several nodes.
        """
        return paths(self.nx, self._one(start), self._one(end), limit=limit)

    def subgraph(
        self, *, since: int | None = None, until: int | None = None, support: int = 1, **about: str
    ) -> KnowledgeGraph:
        """Return what some of the papers say, as a graph of its own.

        Args:
            since: Only papers of this year or later.
            until: Only papers of this year or earlier.
            support: Only concepts that so many of these papers have.
            **about: Only papers that have to do with all of these names: `venue`, `author`,
                `task`, `method`, `dataset`, `metric`.

        Raises:
            QueryError: There is no such name.
        """
        touching = [
            set(find(self.nx, name, types={"Person" if kind == "author" else kind.capitalize()}))
            for kind, name in about.items()
        ]
        papers = select_papers(self.nx, since=since, until=until, touching=touching)
        part = part_of(self.nx, papers, support=support)
        links = [link for link in self.links if link[2] in part]
        return self._made(part, links, [(self, record_ids(part))])

    def merge(self, other: KnowledgeGraph) -> KnowledgeGraph:
        """Return a graph with the papers of both; `kg.assemble.union` says how.

        Raises:
            InputError: The bases of the graphs differ.
        """
        graph = union(self.nx, other.nx)
        mine = record_ids(self.nx)
        links = sorted({*self.links, *(link for link in other.links if link[2] in graph)}, key=str)
        return self._made(graph, links, [(self, mine), (other, record_ids(other.nx) - mine)])

    def diff(self, other: KnowledgeGraph) -> Difference:
        """Return what is new, gone or changed in another graph, such as a later build."""
        return difference(self.nx, other.nx)

    def records_of(self, ids: Collection[str]) -> Iterator[bytes]:
        """Yield the extractions of papers, by the ids of their records, as lines of JSON."""
        self._records.seek(0)
        for line in self._records:
            record = json.loads(line)
            if (record["duplicate_of"] or record["id"]) in ids:
                yield line

    def sparql(self, query: str, **bindings: str) -> Answer:
        """Answer a SPARQL query over the graph, prefixes preloaded.

        Args:
            query: SELECT, ASK, CONSTRUCT or DESCRIBE.
            **bindings: Values for variables of the query, put in as terms, never as text.

        Returns:
            The answer: rows, a truth value, or triples.

        Raises:
            QueryError: The query is malformed or asks for a file or the network.
        """
        return self._store.query(query, bindings=bindings)

    def rdf(self) -> rdflib.Dataset:
        """Return the whole graph, evidence included, as an rdflib dataset."""
        import rdflib  # noqa: PLC0415 a slow import that few callers need

        dataset = rdflib.Dataset()
        # Graph by graph: parsing N-Quads warns that rdflib itself calls what it deprecates.
        for name, triples in named_graphs(self.nx, naming_of(self.nx.graph), evidence=True):
            text = "".join(f"{subject} {verb} {value} .\n" for subject, verb, value in triples)
            dataset.graph(rdflib.URIRef(name[1:-1])).parse(data=text, format="nt")
        return dataset

    def write_rdf(
        self,
        path: str | Path,
        *,
        syntax: str,
        evidence: bool = True,
        profiles: Sequence[str] = (),
    ) -> None:
        """Write the graph as one file of RDF.

        Args:
            path: The file; it appears whole or not at all.
            syntax: nq, nt, trig, ttl, jsonld or rdfxml.
            evidence: Whether annotations, spans, sentences and rules are written too.
            profiles: The other graphs in whose terms the facts are said once more: lpwc, orkg,
                mls, cskg, soa.

        Raises:
            QueryError: There is no such syntax or profile.
            OutputError: The file cannot be written.
        """
        naming = naming_of(self.nx.graph)
        graphs = named_graphs(self.nx, naming, evidence=evidence)
        write_text(generate_rdf(graphs, naming, syntax=syntax, profiles=profiles), path)

    def export(self, directory: str | Path) -> Path:
        """Write all files of a build.

        Args:
            directory: Where; an older build there is replaced, anything else is left alone.

        Returns:
            The directory.

        Raises:
            OutputError: It cannot be written, or holds something that is not a build. What was
                there before is still there then.
        """
        files = BuildFiles(
            graph=self.nx,
            links=self.links,
            manifest={**self.manifest, "base": self.nx.graph["base"]},
            records=self._records,
            leaderboard=(row.cells() for row in leaderboard(self.nx)),
        )
        return write_build(Path(directory), files)

    def _one(self, name: str) -> str:
        found = self.find(name)
        labelled = [node for node in found if self.nx.nodes[node]["label"] == name]
        for nodes in (labelled, found):  # a label goes before an alias
            if len(nodes) == 1:
                return nodes[0]
        raise QueryError(
            f"{name!r} names {len(found)} nodes",
            remedy=f"give the key of one: {', '.join(found[:5])}",
        )

    def _made(
        self,
        graph: nx.MultiDiGraph[str],
        links: Sequence[Sequence[object]],
        sources: Iterable[tuple[KnowledgeGraph, set[str]]],
    ) -> KnowledgeGraph:
        """Return a graph that was made of others, with the records of the papers it has of each."""
        records = tempfile.TemporaryFile()  # noqa: SIM115 the new graph owns it
        lines = [line for source, ids in sources for line in source.records_of(ids)]
        records.writelines(lines)
        types = Counter(data["type"] for _, data in graph.nodes(data=True))
        counts = {
            "records": len(lines),
            "papers": types["Paper"],
            "scores": types["Result"],
            "nodes": len(graph),
            "edges": graph.number_of_edges(),
        }
        manifest = {**self.manifest, **graph.graph, "counts": counts}
        return KnowledgeGraph(graph, links=links, manifest=manifest, records=records)

    @cached_property
    def _store(self) -> Store:
        store = Store(prefixes=shared_prefixes().under(self.nx.graph["base"], peers=True))
        store.load_nquads(generate_nquads(self.nx))
        return store
