"""From a found record to a `Paper`, or to the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.read.blocks import Block
from kg.read.comments import read_comments
from kg.read.identity import content_identifier
from kg.read.language import language
from kg.read.urls import find_urls, unique
from kg.records import Paper, Rejection, Source

# The longest of 58,000 abstracts in the ACL Anthology has 12,694 characters. spaCy refuses texts
# beyond a million, and a file that forgot its separators looks like one abstract of that size.
MAX_ABSTRACT = 1_000_000
SURROGATE = re.compile("[\ud800-\udfff]")


class Document:
    """A decoded file whose places can be told as lines and bytes."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._line = 1
        self._counted = 0

    def line_at(self, offset: int) -> int:
        """Tell the line, from 1, of an offset; cheap as long as the offsets rise."""
        if offset < self._counted:
            self._line, self._counted = 1, 0
        self._line += self.text.count("\n", self._counted, offset)
        self._counted = offset
        return self._line

    def byte_at(self, offset: int) -> int:
        """Tell how many bytes of the file stand in front of an offset."""
        return len(self.text[:offset].encode("utf-8", "surrogateescape"))


def make_paper(document: Document, block: Block) -> Paper | Rejection:
    """Make a paper of a record that a text layout found.

    Returns:
        A rejection where the abstract is empty or too long, or where the record holds bytes that
        are not UTF-8.
    """
    line = document.line_at(block.start)
    bad = SURROGATE.search(document.text, block.start, block.end)
    if bad:
        return undecodable(
            document.file, document.line_at(bad.start()), document.byte_at(bad.start())
        )
    abstract = document.text[block.abstract_start : block.abstract_end]
    if fault := abstract_fault(abstract):
        return Rejection(file=document.file, line=line, reason=fault[0], remedy=fault[1])
    facts = read_comments(block.comments)
    return Paper(
        id=content_identifier(abstract),
        language=language(abstract),
        abstract=abstract,
        authors=block.authors.names,
        authors_complete=block.authors.complete,
        venue=facts.venue,
        status=facts.status,
        year=facts.year,
        pages=facts.pages,
        figures=facts.figures,
        comments=block.comments,
        urls=collect_urls(abstract, ()),
        source=Source(file=document.file, start=block.start, end=block.end, line=line),
    )


def abstract_fault(abstract: str) -> tuple[str, str] | None:
    """Say what is wrong with an abstract, and the remedy; None where nothing is."""
    if not abstract:
        return "the abstract is empty", "add its text or remove the record"
    if len(abstract) > MAX_ABSTRACT:
        return (
            f"{len(abstract):,} characters are too long for an abstract (at most {MAX_ABSTRACT:,})",
            "separate the abstracts, for example by blank lines",
        )
    return None


def collect_urls(abstract: str, given: Iterable[str]) -> tuple[str, ...]:
    """Join the addresses that a record gives and those in its abstract, each once."""
    return tuple(unique([*find_urls(abstract), *given]))


def undecodable(file: str, line: int | None, byte: int) -> Rejection:
    """Reject a record for bytes that are not UTF-8; `byte` is counted from 0 in the whole file."""
    return Rejection(
        file=file,
        line=line,
        reason=f"the bytes at offset {byte} are not UTF-8",
        remedy="convert the file, for example with iconv -f GB18030 -t UTF-8",
    )
