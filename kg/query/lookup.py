"""What people type, found in RDF: as `kg.query.names`, where no graph of Python is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import QueryError
from kg.query.names import fold, unknown_name
from kg.query.sparql import Store

LABEL = "rdfs:label"
OTHER_NAMES = (
    "skos:altLabel",
    "schema:alternateName",
    "dcterms:identifier",
    "schema:identifier",
    "prism:doi",
)
"""The properties that hold what a node goes by besides its label."""

LISTED = 5  # nodes that an error names


def find_node(store: Store, kind: str, name: str) -> str:
    """Return the IRI of the only node of a type that goes by a name.

    A label goes before an alias, and the very spelling before one that differs in case or hyphens.

    Args:
        store: The export of a graph; its prefixes tell where the nodes of each type lie.
        kind: The type in lower case, such as `dataset`.
        name: A label or alias in any spelling, an identifier, a key, or an IRI.

    Raises:
        QueryError: There is none, or there are several.
    """
    namespace = store.prefixes[kind]
    for iri in (name, namespace + name.removeprefix(f"{kind}/")):
        if iri.startswith(namespace) and store.has(iri):
            return iri
    several: set[str] = set()
    for found in _spelt(store, namespace, name):
        if len(found) == 1:
            return found.pop()
        several = several or found
    if not several:
        names = (text for verb in (LABEL, *OTHER_NAMES) for _, text in store.texts(verb, namespace))
        raise unknown_name(name, sorted(names), among=f" among the {kind}s")
    listed = sorted(several)[:LISTED] + ["…"] * (len(several) > LISTED)
    raise QueryError(
        f"{name!r} stands for {len(several)} {kind}s", remedy=f"give one of {', '.join(listed)}"
    )


def _spelt(store: Store, namespace: str, name: str) -> Iterator[set[str]]:
    """Yield the nodes that go by a name, the surest way first."""
    for verbs in ((LABEL,), OTHER_NAMES):
        exact = (store.with_text(verb, name) for verb in verbs)
        yield {iri for iris in exact for iri in iris if iri.startswith(namespace)}
    if wanted := fold(name):
        for verbs in ((LABEL,), OTHER_NAMES):
            texts = (pair for verb in verbs for pair in store.texts(verb, namespace))
            yield {iri for iri, text in texts if fold(text) == wanted}
