"""Layout: plain text, a blank line between two abstracts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.read.blocks import Block, find_comments, text_block
from kg.read.labels import ABSTRACT
from kg.read.lines import Line


def matches(lines: Sequence[Line]) -> bool:  # noqa: ARG001  every layout is asked in the same way
    """True of any text: this is the last layout to be tried."""
    return True


def blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    r"""Cut the text at its blank lines.

    Yields:
        A block for each run of lines with something on them, without a label before it.

    Example:
        >>> from kg.read.lines import split_lines
        >>> text = "One\nline.\n \nTwo."
        >>> [text[block.start : block.end] for block in blocks(text, split_lines(text))]
        ['One\nline.', 'Two.']
    """
    for blank, group in groupby(lines, key=lambda line: line.blank):
        if blank:
            continue
        seen = list(group)
        label = ABSTRACT.match(seen[0].text)
        start = seen[0].start + (label.end() if label else 0)
        yield text_block(text, start, seen[-1].end, find_comments(seen))
