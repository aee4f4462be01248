"""`void.ttl`: what a build is and how much it holds, in the terms of VoID and DCAT.

    <https://w3id.org/abstracts-kg/> a void:Dataset , dcat:Dataset ;
        void:triples 12345 ;
        kg:ruleset "…" .

For catalogues and for those who want to know what to ask for: the number of triples, subjects,
members of each class and uses of each property, the rules and the program that made it, the licence
if one was given, the files. The counts are those of `graph.nq`. There is no date in it, so that the
same build has the same description; the date is in `manifest.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.export.facts import Triple
from kg.export.files import write_text
from kg.export.literals import literal
from kg.export.naming import Naming
from kg.export.prefixes import shared_prefixes, short, term
from kg.export.syntax import generate_turtle

MEDIA = "https://www.iana.org/assignments/media-types/"
MEDIA_TYPES = {
    ".nq": "application/n-quads",
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".graphml": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".html": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
RIGHTS = "No licence was given. The abstracts belong to their authors and publishers."


@dataclass
class Counts:
    """How often things occur in a file of N-Quads."""

    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)


def count(quads: Path) -> Counts:
    """Count what a `graph.nq` holds, line by line.

    Args:
        quads: A file as `kg.export.nquads` writes it: the quads of a subject together.
    """
    counts, last, rdf_type = Counts(), "", term("rdf:type")
    with quads.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            subject, verb, rest = line.split(" ", 2)
            counts.triples += 1
            counts.properties[verb] += 1
            if verb == rdf_type:
                counts.classes[rest.partition(" ")[0]] += 1
            if subject != last:
                counts.subjects += 1
                last = subject
    return counts


def generate_void(
    counts: Counts, manifest: Mapping[str, Any], files: Mapping[str, int], naming: Naming
) -> Iterator[str]:
    """Yield the description as Turtle.

    Args:
        counts: Of `graph.nq`.
        manifest: What manifest.json says; of it `counts`, `licence`, `ruleset` and `version`.
        files: The size of each file of the build.
        naming: The IRIs of the graph.
    """
    prefixes = shared_prefixes().under(naming.base)
    triples = [
        *_description(counts, manifest, naming),
        *_partitions("class", counts.classes, naming),
        *_partitions("property", counts.properties, naming),
        *_files(files, naming),
    ]
    yield from generate_turtle([(naming.dataset, triples)], prefixes)


def write_void(
    counts: Counts,
    manifest: Mapping[str, Any],
    files: Mapping[str, int],
    path: Path,
    naming: Naming,
) -> None:
    """Write the description.

    Raises:
        OutputError: The file cannot be written.
    """
    write_text(generate_void(counts, manifest, files, naming), path)


def _description(counts: Counts, manifest: Mapping[str, Any], naming: Naming) -> Iterator[Triple]:
    papers = manifest.get("counts", {}).get("papers", 0)
    title = f'"Knowledge graph of the abstracts of {papers} papers"@en'
    subject = naming.dataset
    yield subject, term("rdf:type"), term("void:Dataset")
    yield subject, term("rdf:type"), term("dcat:Dataset")
    yield subject, term("dcterms:title"), title
    if licence := manifest.get("licence"):
        yield subject, term("dcterms:license"), f"<{licence}>"
    else:
        yield subject, term("dcterms:rights"), f'"{RIGHTS}"@en'
    for name, key in (("kg:ruleset", "ruleset"), ("kg:programVersion", "version")):
        if key in manifest:
            yield subject, term(name), literal(manifest[key], "string")
    yield subject, term("dcterms:conformsTo"), term("kg:").replace("#", "")
    yield subject, term("void:uriSpace"), literal(naming.base, "string")
    yield subject, term("void:triples"), literal(counts.triples, "integer")
    yield subject, term("void:distinctSubjects"), literal(counts.subjects, "integer")
    yield subject, term("void:classes"), literal(len(counts.classes), "integer")
    yield subject, term("void:properties"), literal(len(counts.properties), "integer")
    used = {*counts.classes, *counts.properties}
    for namespace in sorted(shared_prefixes().vocabularies.values()):
        if any(name.startswith(f"<{namespace}") for name in used):
            yield subject, term("void:vocabulary"), f"<{namespace}>"


def _partitions(kind: str, counts: Counter[str], naming: Naming) -> Iterator[Triple]:
    """Yield how many members each class has, or how many triples each property."""
    what = "void:entities" if kind == "class" else "void:triples"
    parts = {name: f"<{naming.base}void/{kind}/{short(name)}>" for name in sorted(counts)}
    for part in parts.values():
        yield naming.dataset, term(f"void:{kind}Partition"), part
    for name, part in parts.items():
        yield part, term(f"void:{kind}"), name
        yield part, term(what), literal(counts[name], "integer")


def _files(sizes: Mapping[str, int], naming: Naming) -> Iterator[Triple]:
    """Yield the files of the build as distributions."""
    files = {name: f"<{naming.base}file/{quote(name)}>" for name in sorted(sizes)}
    for file in files.values():
        yield naming.dataset, term("dcat:distribution"), file
    for name, file in files.items():
        media = MEDIA_TYPES[Path(name).suffix]
        yield file, term("rdf:type"), term("dcat:Distribution")
        yield file, term("dcterms:title"), literal(name, "string")
        yield file, term("dcat:mediaType"), f"<{MEDIA}{media}>"
        yield file, term("dcat:byteSize"), f'"{sizes[name]}"^^{term("xsd:nonNegativeInteger")}'
