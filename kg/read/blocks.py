"""What the text layouts find: the place of a record and of its abstract in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.read import labels
from kg.read.lines import Line, trim
from kg.read.names import NO_AUTHORS, Authors


@dataclass(frozen=True, slots=True)
class Block:
    """A record: `start` and `end` span all of it, `abstract_start` and `abstract_end` its text.

    The spans are half-open offsets into the decoded file; an empty abstract is a fault that the
    caller reports. `comments` is on one line.
    """

    start: int
    end: int
    abstract_start: int
    abstract_end: int
    authors: Authors = NO_AUTHORS
    comments: str | None = None


def text_block(text: str, start: int, end: int, comments_at: int | None = None) -> Block:
    """Make a block of an abstract that perhaps ends with comments.

    Args:
        text: The decoded file.
        start: Where the abstract begins, white space in front of it included.
        end: Where the record ends, white space behind it included.
        comments_at: Where the line with the label of the comments begins, if there is one.
    """
    abstract = trim(text, start, end if comments_at is None else comments_at)
    if abstract[0] == abstract[1]:
        # An empty abstract is reported where its record begins.
        abstract = (start, start)
    if comments_at is None:
        return Block(*abstract, *abstract)
    _, last = trim(text, comments_at, end)
    return Block(abstract[0], last, *abstract, comments=comments_text(text[comments_at:last]))


def find_comments(lines: Iterable[Line]) -> int | None:
    """Find where the line begins that starts with "Authors' comments:", None if none does."""
    return next((n.start for n in lines if labels.AUTHORS_COMMENTS.match(n.text)), None)


def comments_text(text: str) -> str | None:
    """Take the label off and put the comments on one line; None where nothing is left."""
    label = labels.COMMENTS.match(text)
    return " ".join(text[label.end() if label else 0 :].split()) or None
