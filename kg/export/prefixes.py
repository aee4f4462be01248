"""Prefixes and names: `patterns/vocabulary/prefixes.toml` in, full IRIs out."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import NamedTuple

from kg.errors import RuleError
from kg.rules.location import builtin_patterns


class Prefixes(NamedTuple):
    """The default base IRI, the vocabularies, and the paths of instances below a base IRI.

    `peers` are the vocabularies that only profiles use.
    """

    base: str
    vocabularies: dict[str, str]
    peers: dict[str, str]
    instances: dict[str, str]

    def under(self, base: str, *, peers: bool = False) -> dict[str, str]:
        """Return every prefix with its namespace, those of instances below `base`, sorted."""
        instances = {name: base + path for name, path in self.instances.items()}
        others = self.peers if peers else {}
        return dict(sorted((self.vocabularies | others | instances).items()))


@lru_cache(maxsize=1)
def shared_prefixes() -> Prefixes:
    """Read the prefixes that come with the program; once, the file is part of the program.

    Raises:
        RuleError: The file is missing or malformed.

    Example:
        >>> shared_prefixes().vocabularies["dcterms"]
        'http://purl.org/dc/terms/'
    """
    path = builtin_patterns() / "vocabulary" / "prefixes.toml"
    try:
        with path.open("rb") as stream:
            return Prefixes(**tomllib.load(stream))
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise RuleError(
            f"the prefixes cannot be read: {error}", file=path, remedy="install the package again"
        ) from error


@lru_cache(maxsize=512)
def term(curie: str) -> str:
    """Return the full IRI of a name such as `dcterms:title`, in angle brackets.

    Example:
        >>> term("dcterms:title")
        '<http://purl.org/dc/terms/title>'
    """
    prefix, _, name = curie.partition(":")
    return f"<{shared_prefixes().vocabularies[prefix]}{name}>"


def short(iri: str) -> str:
    """Return a name such as `dcterms:title` for a full IRI of a vocabulary, in angle brackets.

    Example:
        >>> short("<http://purl.org/dc/terms/title>")
        'dcterms:title'
    """
    plain = iri[1:-1]
    for prefix, namespace in shared_prefixes().vocabularies.items():
        if plain.startswith(namespace):
            return f"{prefix}:{plain.removeprefix(namespace)}"
    return plain
