"""Layout: abstracts that each begin with a label such as "Abstract:"; blank lines do not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.read.blocks import Block, find_comments, text_block
from kg.read.labels import ABSTRACT
from kg.read.lines import Line


def matches(lines: Sequence[Line]) -> bool:
    """True where the first line with something on it begins with the label."""
    seen = (line for line in lines if not line.blank)
    first = next(seen, None)
    return first is not None and ABSTRACT.match(first.text) is not None


def blocks(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    r"""Cut the text at the labels.

    Yields:
        A block for each label: what stands behind it, up to the next; empty where nothing does.

    Example:
        >>> from kg.read.lines import split_lines
        >>> text = "Abstract: One.\nABSTRACT. Two.\n\n摘要\uff1a三。"
        >>> [text[block.start : block.end] for block in blocks(text, split_lines(text))]
        ['One.', 'Two.', '三。']
    """
    starts = [i for i, line in enumerate(lines) if ABSTRACT.match(line.text)]
    for first, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        label = ABSTRACT.match(lines[first].text)
        start = lines[first].start + (label.end() if label else 0)
        end = lines[following].start if following < len(lines) else len(text)
        yield text_block(text, start, end, find_comments(lines[first:following]))
