"""Layout: a line of authors, the abstract, perhaps the authors' comments; then the next authors.

No blank line is needed between two records; `heads` tells where one begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.read.blocks import Block, comments_text
from kg.read.heads import Before, Head, find_head, wrap_width
from kg.read.labels import ABSTRACT, AUTHORS_COMMENTS, COMMENTS
from kg.read.lines import Line, trim
from kg.read.names import NO_AUTHORS


@dataclass(frozen=True, slots=True)
class _Record:
    """Lines `first` up to `last`, exclusive; the comments begin at line `comments`."""

    first: int
    last: int
    head: Head | None
    comments: int | None


def matches(lines: Sequence[Line]) -> bool:
    """True where the text begins with authors, or a line of it says "Authors' comments:"."""
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is not None and find_head(lines, first, Before(None), wrap_width(lines)):
        return True
    return any(AUTHORS_COMMENTS.match(line.text) for line in lines)


def blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    r"""Cut the text into records.

    Yields:
        One block a record, from its first author to the end of its comments. Text in front of the
        first authors is a record without authors.

    Example:
        >>> from kg.read.lines import split_lines
        >>> feed = "Ada Lovelace, Alan Turing\nWe compute.\nAuthors' comments: 2 pages"
        >>> [(block.authors.names, block.comments) for block in blocks(feed, split_lines(feed))]
        [(('Ada Lovelace', 'Alan Turing'), '2 pages')]
    """
    for record in _records(lines):
        yield _block(text, lines, record)


def _records(lines: Sequence[Line]) -> Iterator[_Record]:
    width = wrap_width(lines)
    first: int | None = None
    head: Head | None = None
    comments: int | None = None
    previous: Line | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.blank:
            previous, index = None, index + 1
            continue
        found = find_head(lines, index, Before(previous, comments is not None), width)
        # Comments do not go on behind a blank line: this is a record whose authors are not named.
        orphan = previous is None and comments is not None
        if first is None or found or orphan:
            if first is not None:
                yield _Record(first, index, head, comments)
            first, head, comments = index, found, None
        if found:
            previous, index = lines[found.last - 1], found.last
            continue
        if comments is None and COMMENTS.match(line.text):
            comments = index
        previous, index = line, index + 1
    if first is not None:
        yield _Record(first, len(lines), head, comments)


def _block(text: str, lines: Sequence[Line], record: _Record) -> Block:
    start, end = trim(text, lines[record.first].start, lines[record.last - 1].end)
    begin = lines[record.head.last - 1].end if record.head else start
    bound = end if record.comments is None else lines[record.comments].start
    begin, stop = trim(text, min(begin, bound), bound)
    first_line = text[begin:stop].partition("\n")[0].rstrip()
    if label := ABSTRACT.match(first_line):
        begin, stop = trim(text, begin + label.end(), stop)
    return Block(
        start,
        end,
        begin,
        stop,
        authors=record.head.authors if record.head else NO_AUTHORS,
        comments=None if record.comments is None else comments_text(text[bound:end]),
    )
