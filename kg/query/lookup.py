"""What people type, found in RDF: as `kg.query.names`, where no graph of Python is at hand."""

from __future__ import annotations

from kg.errors import QueryError
from kg.query.names import fold, unknown_name
from kg.query.sparql import Store

NAMES = (
    "rdfs:label",
    "skos:altLabel",
    "schema:alternateName",
    "dcterms:identifier",
    "schema:identifier",
    "prism:doi",
)
"""The properties that hold what a node goes by."""


def find_node(store: Store, kind: str, name: str) -> str:
    """Return the IRI of the only node of a type that goes by a name.

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
    wanted = fold(name)
    named = [(iri, text) for iri, text in store.texts(NAMES) if iri.startswith(namespace)]
    found = sorted({iri for iri, text in named if wanted and fold(text) == wanted})
    if not found:
        raise unknown_name(name, sorted(text for _, text in named), among=f" among the {kind}s")
    if len(found) > 1:
        # The very spelling tells apart what only case or hyphens do.
        exact = sorted({iri for iri, text in named if text == name})
        if len(exact) == 1:
            return exact[0]
        raise QueryError(
            f"{name!r} stands for {len(found)} {kind}s", remedy=f"give one of {', '.join(found)}"
        )
    return found[0]
