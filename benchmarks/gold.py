"""Annotated abstracts, and the extractions of the same texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.extract import Extractor
from kg.records import Extraction, Paper, Source
from kg.rules import name_key

Gold = dict[str, Any]


def read_gold(paths: Iterable[str]) -> Iterator[Gold]:
    """Yield the records of gold files: lists in JSON, or one object a line."""
    for path in map(Path, paths):
        text = path.read_text("utf-8")
        if path.suffix == ".jsonl":
            yield from (json.loads(line) for line in text.splitlines() if line.strip())
        else:
            yield from json.loads(text)


def extract_gold(extractor: Extractor, gold: Gold) -> Extraction:
    """Extract the text of a gold record."""
    source = Source(file="-", start=0, end=len(gold["text"]), line=1)
    return extractor.extract(
        Paper(
            id=gold["id"],
            language=gold.get("language", "en"),
            title=gold.get("title"),
            abstract=gold["text"],
            source=source,
        )
    )


def same_entity(gold: Gold, kind: str, wanted: str | None, found: str | None, names: Any) -> bool:
    """Tell whether two names stand for one entity, by the aliases that either side gives.

    Args:
        gold: The gold record, with its entities.
        kind: The type of the entity.
        wanted: The name in the gold; None and "(this paper)" are only themselves.
        found: The name in the extraction.
        names: The entities of the extraction.
    """
    if None in (wanted, found) or "(this paper)" in (wanted, found):
        return wanted == found
    return bool(
        _keys(gold["entities"], kind, str(wanted))
        & _keys([entity.model_dump() for entity in names], kind, str(found))
    )


def _keys(entities: Iterable[Any], kind: str, name: str) -> set[str]:
    keys = {name_key(name)}
    for entity in entities:
        forms = {name_key(form) for form in (entity["name"], *(entity.get("aliases") or ()))}
        if entity["type"] == kind and forms & keys:
            keys |= forms
    return keys
