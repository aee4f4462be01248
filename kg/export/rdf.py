"""RDF on demand: named graphs, from a graph or a build, in any syntax and with any profiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.errors import QueryError
from kg.export.naming import Naming
from kg.export.prefixes import shared_prefixes
from kg.export.profiles import with_profiles
from kg.export.syntax import SYNTAXES, NamedGraph


def generate_rdf(
    graphs: Iterable[NamedGraph], naming: Naming, *, syntax: str, profiles: Sequence[str] = ()
) -> Iterator[str]:
    """Yield RDF text.

    Args:
        graphs: From `kg.export.dataset` or `kg.export.stored`.
        naming: The IRIs that they use.
        syntax: A name that `kg.export.syntax` lists.
        profiles: Names that `kg.export.profiles` knows; they stream no longer.

    Raises:
        QueryError: There is no such syntax or profile.
    """
    if syntax not in SYNTAXES:
        raise QueryError(
            f"there is no syntax {syntax!r}", remedy=f"choose among {', '.join(SYNTAXES)}"
        )
    prefixes = shared_prefixes().under(naming.base, peers=bool(profiles))
    yield from SYNTAXES[syntax](with_profiles(graphs, profiles, naming), prefixes)
