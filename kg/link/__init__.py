"""Linking: extractions to statements, and which names, people and papers are one."""

from kg.link.acronyms import AcronymLinker, Link
from kg.link.duplicates import Duplicates, Versions
from kg.link.identity import Identities
from kg.link.statements import paper_id, statements

__all__ = [
    "AcronymLinker",
    "Duplicates",
    "Identities",
    "Link",
    "Versions",
    "paper_id",
    "statements",
]
