"""What the tests of whole abstracts share: the shipped rules, compiled once."""

from __future__ import annotations

from kg.extract import Extractor
from kg.records import Extraction, Paper, Source
from kg.rules import load_rules

EXTRACTOR = Extractor(load_rules())


def paper(text: str, title: str | None = None) -> Paper:
    source = Source(file="-", start=0, end=len(text), line=1)
    return Paper(id="t", language="en", title=title, abstract=text, source=source)


def extract(text: str, title: str | None = None) -> Extraction:
    return EXTRACTOR.extract(paper(text, title))


def entities(text: str, title: str | None = None) -> dict[str, tuple[str, str]]:
    """Return type and role of every entity by its name."""
    return {entity.name: (entity.type, entity.role) for entity in extract(text, title).entities}


def mentions(text: str, title: str | None = None) -> set[tuple[str, str]]:
    """Return type and text of every mention."""
    return {(mention.type, mention.text) for mention in extract(text, title).mentions}


def rejected(text: str) -> dict[str, str]:
    """Return why candidates were rejected, by their texts."""
    return {one.text: one.reason for one in EXTRACTOR.explain(paper(text))[1]}
