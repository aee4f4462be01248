"""Layout: plain text, a blank line between two abstracts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kg.read.blocks import Block, find_comments, text_block
from kg.read.labels import ABSTRACT
from kg.read.lines import split_lines


def matches(text: str) -> bool:  # noqa: ARG001  every layout is asked in the same way
    """True of any text: this is the last layout to be tried."""
    return True


def blocks(text: str) -> Iterator[Block]:
    r"""Cut the text at its blank lines.

    Yields:
        A block for each run of lines with something on them, without a label before it.

    Example:
        >>> text = "One\nline.\n \nTwo."
        >>> [text[block.start : block.end] for block in blocks(text)]
        ['One\nline.', 'Two.']
    """
    for blank, group in groupby(split_lines(text), key=lambda line: line.blank):
        lines = list(group)
        if blank:
            continue
        label = ABSTRACT.match(lines[0].text)
        start = lines[0].start + (label.end() if label else 0)
        yield text_block(text, start, lines[-1].end, find_comments(lines))
