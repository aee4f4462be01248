"""Layout: abstracts, each closed by a line "translated by …"; the last may lack it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.read.blocks import Block, find_comments, text_block
from kg.read.labels import TRANSLATED_BY
from kg.read.lines import Line


def matches(lines: Sequence[Line]) -> bool:
    """True where a line of the text closes a block."""
    return any(TRANSLATED_BY.fullmatch(line.text) for line in lines)


def blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    r"""Cut the text at the closing lines, which belong to no block.

    Yields:
        A block for each closing line, empty where nothing stands in front of it, and one for what
        follows the last of them.

    Example:
        >>> from kg.read.lines import split_lines
        >>> text = "One.\ntranslated by DeepL\nTwo."
        >>> [text[block.start : block.end] for block in blocks(text, split_lines(text))]
        ['One.', 'Two.']
    """
    first = 0
    for index, line in enumerate(lines):
        if TRANSLATED_BY.fullmatch(line.text):
            start = line.start if first == index else lines[first].start
            yield text_block(text, start, line.start, find_comments(lines[first:index]))
            first = index + 1
    if any(not line.blank for line in lines[first:]):
        yield text_block(text, lines[first].start, len(text), find_comments(lines[first:]))
