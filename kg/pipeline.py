"""The stages in their order: files → papers → extractions → statements → graph.

The only module that knows the order. Progress is told through a callback, never printed.
"""

from __future__ import annotations

import glob
import hashlib
import io
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, BinaryIO

from kg.assemble import Assembly
from kg.errors import InputError, OutputError
from kg.extract import Extractor, Rejected
from kg.graph import KnowledgeGraph
from kg.link import AcronymLinker, Duplicates, Identities, Link, Versions, paper_id, statements
from kg.link.aliases import Aliases, read_aliases
from kg.link.table import TableLinks
from kg.read import read, shown_path
from kg.read.inputs import list_files
from kg.records import Extraction, Paper, Rejection, Statement
from kg.rules import RuleSet, load_rules
from kg.run import run_here, run_in_processes

BASE = "https://w3id.org/abstracts-kg/"
"""Where the identifiers of nodes begin, unless `--base` says otherwise."""

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
"""What a base must be: absolute, without the characters that no IRI may hold (RFC 3987)."""

SPOOL = 32 * 1024 * 1024  # bytes of extractions kept in memory before they go to a temporary file
Told = Callable[[Extraction | Rejection], None]


def extract_text(text: str, *, rules: RuleSet | None = None) -> Extraction:
    """Extract one abstract given as text.

    Args:
        text: The abstract; it is read as one record, whatever it looks like.
        rules: The rules to use instead of the shipped ones.

    Returns:
        What was found in it; `source.file` is `-`.

    Raises:
        InputError: There is no text.
    """
    return explain_text(text, rules=rules)[0]


def explain_text(text: str, *, rules: RuleSet | None = None) -> tuple[Extraction, list[Rejected]]:
    """Extract one abstract and tell which candidates were rejected, and why.

    Args:
        text: The abstract.
        rules: The rules to use instead of the shipped ones.

    Returns:
        The extraction, and the rejected candidates in reading order.

    Raises:
        InputError: There is no text.
    """
    # As the only record of a feed of JSON lines the text cannot be taken for several records.
    feed = io.BytesIO(json.dumps({"text": text}).encode())
    (paper,) = list(read(["-"], stdin=feed))
    if isinstance(paper, Rejection):
        raise InputError(paper.reason, remedy=paper.remedy)
    return _extractor(rules or _shipped_rules()).explain(paper)


def extract_files(
    inputs: Iterable[str | Path],
    *,
    rules: RuleSet | None = None,
    processes: int = 1,
    stdin: BinaryIO | None = None,
) -> Iterator[Extraction | Rejection]:
    """Extract every record of the inputs.

    Args:
        inputs: Files, folders, or `-` for standard input.
        rules: The rules to use instead of the shipped ones.
        processes: How many processes extract; with one, nothing leaves this one.
        stdin: What `-` stands for instead of the process's own standard input.

    Yields:
        One extraction a record, in the order of the inputs, with `duplicate_of` set where the
        same abstract has come before; and one rejection for what could not be read.
    """
    duplicates = Duplicates()
    rules = rules or load_rules()
    marked = (
        record if isinstance(record, Rejection) else duplicates.mark(record)
        for record in read(inputs, stdin=stdin)
    )
    make = partial(_worker, rules)
    if processes > 1:
        yield from run_in_processes(make, marked, processes=processes)
    else:
        yield from run_here(make, marked)


def build(  # noqa: PLR0913 one parameter an option
    inputs: Iterable[str | Path],
    *,
    rules: RuleSet | None = None,
    aliases: str | Path | None = None,
    base: str = BASE,
    licence: str | None = None,
    processes: int = 1,
    stdin: BinaryIO | None = None,
    told: Told | None = None,
) -> KnowledgeGraph:
    """Build the graph of every record of the inputs.

    Args:
        inputs: Files, folders, patterns such as `feeds/*.txt`, or `-` for standard input.
        rules: The rules to use instead of the shipped ones.
        aliases: A table of names that are the same, or never are; see `kg.link.aliases`.
        base: What the IRIs of the nodes begin with.
        licence: The IRI of the licence that the graph is given.
        processes: How many processes extract.
        stdin: What `-` stands for instead of the process's own standard input.
        told: Called with every extraction and rejection as it comes, for progress.

    Returns:
        The graph; it may be empty, with the rejections saying why.

    Raises:
        InputError: A pattern matches no file, the base or the licence is no IRI, or the table of
            aliases is not as it should be.
        OutputError: The folder for temporary files is full.
    """
    _check_iri(base, "a base such as https://example.org/kg/")
    if licence is not None:
        _check_iri(licence, "one such as https://creativecommons.org/licenses/by/4.0/")
    files = list(_expand(inputs))
    rules = rules or load_rules()
    table = read_aliases(aliases) if aliases is not None else Aliases()
    corpus = _Corpus(Identities(rules.lexicon, table))
    for record in extract_files(files, rules=rules, processes=processes, stdin=stdin):
        corpus.add(record)
        if told is not None:
            told(record)
    graph = corpus.graph(base=base, ruleset=rules.digest, version=_version())
    manifest = {
        "program": "abstracts-kg",
        "version": _version(),
        "ruleset": rules.digest,
        "base": base,
        **({"licence": licence} if licence else {}),
        "inputs": [_input(path) for given in files for path in _files(given)],
        **({"aliases": _input(str(aliases)) | {"unused": corpus.unused}} if aliases else {}),
        "counts": dict(corpus.counts),
        "rejected": [rejection.model_dump() for rejection in corpus.rejections],
        "renamed": corpus.renamed,
    }
    return KnowledgeGraph(graph, links=corpus.links, manifest=manifest, records=corpus.records)


class _Corpus:
    """What the papers of one run add up to."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._acronyms = AcronymLinker(identities)
        self._versions = Versions()
        self._assembly = Assembly()
        self.links: list[Link] = []
        self.unused: list[int] = []
        self.renamed: list[dict[str, str | int]] = []
        self.counts = Counter({"records": 0, "papers": 0, "duplicates": 0, "rejected": 0})
        self.rejections: list[Rejection] = []
        self.records = tempfile.SpooledTemporaryFile(max_size=SPOOL)  # noqa: SIM115 the graph owns it

    def add(self, record: Extraction | Rejection) -> None:
        if isinstance(record, Rejection):
            self.counts["rejected"] += 1
            self.rejections.append(record)
            return
        self.counts["records"] += 1
        if record.given_id is not None:
            self.renamed.append(
                {
                    "file": record.source.file,
                    "line": record.source.line,
                    "id": record.given_id,
                    "renamed": record.id,
                }
            )
        self._keep(record)
        for statement in statements(record, self._identities):
            self._assembly.add(statement)
        if record.duplicate_of is not None:
            self.counts["duplicates"] += 1
            return
        self.counts["papers"] += 1
        self.counts["scores"] += len(record.scores)
        self.counts["mentions"] += len(record.mentions)
        self._acronyms.add(record)
        self._versions.add(record)

    def graph(self, **attributes: str) -> Any:
        for later, earlier in self._versions.pairs():
            paper = paper_id(later)
            self._assembly.add(
                Statement(
                    subject=paper, predicate="versionOf", object=paper_id(earlier), paper=paper
                )
            )
        table = TableLinks(self._identities, self._assembly.nodes())
        merges = self._acronyms.merges(table.merges)
        graph = self._assembly.graph(merges, table.labels, **attributes)
        labels = {node: graph.nodes[node]["label"] for node in graph}
        links = self._acronyms.links(labels, table.merges)
        self.links = sorted([*links, *table.links(merges, labels)])
        self.unused = table.unused
        self.counts["nodes"], self.counts["edges"] = len(graph), graph.number_of_edges()
        return graph

    def _keep(self, record: Extraction) -> None:
        try:
            self.records.write(record.model_dump_json().encode() + b"\n")
        except OSError as error:
            raise OutputError(
                f"a temporary file cannot be written: {error.strerror}",
                file=tempfile.gettempdir(),
                remedy="make space there, or set TMPDIR to another folder",
            ) from error


def _check_iri(iri: str, example: str) -> None:
    if not IRI.fullmatch(iri):
        raise InputError(f"{iri!r} is no absolute IRI", remedy=f"give {example}")


def _extractor(rules: RuleSet) -> Extractor:
    if rules.digest not in _COMPILED:
        _COMPILED.clear()
        _COMPILED[rules.digest] = Extractor(rules)
    return _COMPILED[rules.digest]


@cache
def _shipped_rules() -> RuleSet:
    return load_rules()


_COMPILED: dict[str, Extractor] = {}
"""The extractor of the rules used last, by their digest: compiling them takes two seconds."""


def _worker(rules: RuleSet) -> Callable[[Paper | Rejection], Extraction | Rejection]:
    extractor = _extractor(rules)

    def work(record: Paper | Rejection) -> Extraction | Rejection:
        return record if isinstance(record, Rejection) else extractor.extract(record)

    return work


def _expand(inputs: Iterable[str | Path]) -> Iterator[str]:
    for path in map(str, inputs):
        if path == "-" or os.path.exists(path) or not glob.has_magic(path):  # noqa: PTH110 no errors
            yield path
            continue
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 absolute patterns too
        if not found:
            raise InputError("no file matches", file=path, remedy="check the pattern")
        yield from found


def _files(given: str) -> Iterator[str]:
    """Yield the files of an input; of a folder those that it holds now."""
    for file in list_files(given):
        yield str(file.file) if isinstance(file, InputError) else file


def _input(path: str) -> dict[str, Any]:
    """Return what the manifest says of an input: its name, size and digest, if it is a file."""
    shown = {"path": shown_path(path)}
    if path == "-" or not os.path.isfile(path):  # noqa: PTH113 Path raises for long names
        return shown
    digest, size = hashlib.sha256(), 0
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            while block := stream.read(1 << 20):
                digest.update(block)
                size += len(block)
    except OSError:
        return shown
    return {**shown, "bytes": size, "sha256": digest.hexdigest()}


def _version() -> str:
    try:
        return version("abstracts-kg")
    except PackageNotFoundError:
        return "0"
