"""Which layout a text has, told from its content and never from its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.read import authored, labelled, plain, translated
from kg.read.blocks import Block

# A JSON object or array begins in one of these ways; "{\it WISE}" and "[Background]" do not.
_JSON = re.compile(rb"\s*(?:\{\s*(?:[\"}]|$)|\[\s*(?:[\"\[{]|$))")
# Enough lines to see through a broken one at the beginning.
_LINES = 20
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of text files: `matches` recognises a text, `blocks` finds its records."""

    name: str
    matches: Callable[[str], bool]
    blocks: Callable[[str], Iterator[Block]]


# The first that matches is taken. Closing lines and labels are certain signs, names are less so,
# and any text is plain text.
LAYOUTS = (
    Layout("translated", translated.matches, translated.blocks),
    Layout("labelled", labelled.matches, labelled.blocks),
    Layout("authored", authored.matches, authored.blocks),
    Layout("plain", plain.matches, plain.blocks),
)


def is_json(head: bytes) -> bool:
    r"""Tell from its first bytes whether a file holds JSON: half of its first lines begin so.

    Example:
        >>> is_json(b'{"id": "1", "abstract": "We count."}\n'), is_json(b"{\\it WISE} data")
        (True, False)
    """
    lines = [line for line in head.removeprefix(_BOM).splitlines() if line.strip()][:_LINES]
    found = sum(_JSON.match(line) is not None for line in lines)
    return found > 0 and (found * 2 >= len(lines) or _JSON.match(lines[0]) is not None)


def find_layout(text: str) -> Layout:
    """Find the layout of a text.

    Example:
        >>> find_layout("Abstract: We count.").name, find_layout("We count.").name
        ('labelled', 'plain')
    """
    return next(layout for layout in LAYOUTS if layout.matches(text))
