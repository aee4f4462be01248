"""Abstracts of scientific papers in, a knowledge graph of methods, datasets and scores out.

    import kg
    kg.extract("We propose …")              # what stands in one abstract
    graph = kg.build(["feeds/*.txt"])       # a KnowledgeGraph
    graph = kg.load("exports/sample")       # the same, from a build
    graph.leaderboard(dataset="ImageNet")   # rows, best first, each with its evidence

Importing this package is cheap and changes nothing; spaCy and networkx load at the first call.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.records import Extraction

__all__ = ["KnowledgeGraph", "build", "extract", "load"]


def extract(text: str, *, patterns: str | Path | Iterable[str | Path] = ()) -> Extraction:
    """Extract one abstract.

    Args:
        text: The abstract, in English or Chinese.
        patterns: Folders of rules to lay over the shipped ones.

    Returns:
        Its mentions, entities, scores and dataset sizes, with offsets into the text.

    Raises:
        InputError: There is no text.
        RuleError: A rule file is broken.

    Example:
        >>> import kg
        >>> found = kg.extract("We propose SoundNet-X, a novel network for speaker verification.")
        >>> [(entity.name, entity.role) for entity in found.entities]
        [('SoundNet-X', 'introduced'), ('speaker verification', 'evaluated')]
    """
    from kg.pipeline import extract_text
    from kg.rules import load_rules

    folders = _several(patterns)
    return extract_text(text, rules=load_rules(folders) if folders else None)


# `import kg.extract.text as t` looks the package up under the name of what `kg.extract` is.
extract.__name__ = "kg.extract"


def build(
    inputs: str | Path | Iterable[str | Path],
    *,
    patterns: str | Path | Iterable[str | Path] = (),
    aliases: str | Path | None = None,
    base: str | None = None,
    licence: str | None = None,
    processes: int = 1,
) -> KnowledgeGraph:
    """Build a graph from feeds of abstracts.

    Args:
        inputs: Files, folders, or patterns such as `feeds/*.txt`; or one of these.
        patterns: Folders of rules to lay over the shipped ones.
        aliases: A table of names that are the same, or never are; see `kg.link.aliases`.
        base: What the IRIs of the nodes begin with.
        licence: The IRI of the licence that the graph is given.
        processes: How many processes extract.

    Returns:
        The graph; `graph.manifest["rejected"]` lists what could not be read.

    Raises:
        InputError: A pattern matches no file.
        RuleError: A rule file is broken.
    """
    from kg.pipeline import BASE
    from kg.pipeline import build as build_files
    from kg.rules import load_rules

    rules = load_rules(_several(patterns))
    return build_files(
        _several(inputs),
        rules=rules,
        aliases=aliases,
        base=base or BASE,
        licence=licence,
        processes=processes,
    )


def _several(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    """Return paths as a list: one path is not taken for its letters."""
    return [paths] if isinstance(paths, str | Path) else list(paths)


def load(directory: str | Path) -> KnowledgeGraph:
    """Load a build; see `kg.builds.load`."""
    from kg.builds import load as load_build

    return load_build(directory)


def __getattr__(name: str) -> Any:
    if name == "KnowledgeGraph":
        from kg.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `kg.extract` the function: importing the package of that name must not replace it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "extract" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
