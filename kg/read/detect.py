"""Which layout a text has, told from its content and never from its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.read import authored, labelled, plain, translated
from kg.read.blocks import Block
from kg.read.lines import Line

# A JSON object or array begins in one of these ways; "{\it WISE}" and "[Background]" do not.
_JSON = re.compile(rb"\s*(?:\{\s*(?:[\"}]|$)|\[\s*(?:[\"\[{]|$))")
# Enough lines to see through a broken one at the beginning.
_LINES = 20
_BOM = b"\xef\xbb\xbf"
# An array, or an object that is spread over lines: the first line alone shows it.
_DOCUMENT = re.compile(rb"\s*(?:\[[ \t]*(?:\{|\r?\n)|\{[ \t]*\r?\n)")

# Text that only a program for its format can take abstracts out of.
_MARKUP = (
    ("<?xml", "XML"),
    ("<!doctype html", "HTML"),
    ("<html", "HTML"),
    ("{\\rtf", "RTF"),
    ("\\documentclass", "LaTeX"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of text files: `matches` recognises a text, `blocks` finds its records."""

    name: str
    matches: Callable[[Sequence[Line]], bool]
    blocks: Callable[[str, Sequence[Line]], Iterator[Block]]


# The first that matches is taken. Closing lines and labels are certain signs, names are less so,
# and any text is plain text.
LAYOUTS = (
    Layout("translated", translated.matches, translated.blocks),
    Layout("labelled", labelled.matches, labelled.blocks),
    Layout("authored", authored.matches, authored.blocks),
    Layout("plain", plain.matches, plain.blocks),
)


def markup_of(text: str) -> str | None:
    """Return the format of a file that is markup from its beginning on, None for plain text.

    Example:
        >>> markup_of('<?xml version="1.0"?>'), markup_of("We count <b>owls</b>.")
        ('XML', None)
    """
    beginning = text[:200].lstrip("\ufeff \t\r\n").lower()
    return next((kind for start, kind in _MARKUP if beginning.startswith(start)), None)


def is_json(head: bytes) -> bool:
    r"""Tell from its first bytes whether a file holds JSON: half of its first lines begin so.

    Example:
        >>> is_json(b'{"id": "1", "abstract": "We count."}\n'), is_json(b"{\\it WISE} data")
        (True, False)
    """
    lines = [line for line in head.removeprefix(_BOM).splitlines() if line.strip()][:_LINES]
    found = sum(_JSON.match(line) is not None for line in lines)
    return found > 0 and (found * 2 >= len(lines) or _JSON.match(lines[0]) is not None)


def is_json_document(head: bytes) -> bool:
    r"""Tell whether a file of JSON is one array or one object instead of an object a line.

    Example:
        >>> is_json_document(b'[{"id": 1}]'), is_json_document(b'{"id": 1}\n{"id": 2}')
        (True, False)
    """
    return _DOCUMENT.match(head.removeprefix(_BOM)) is not None


def find_layout(lines: Sequence[Line]) -> Layout:
    """Find the layout of a text.

    Example:
        >>> find_layout([Line(0, "Abstract: We count.")]).name
        'labelled'
    """
    return next(layout for layout in LAYOUTS if layout.matches(lines))
