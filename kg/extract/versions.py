"""Versions that leave out the name that they are of: v2 in "MCS-DRNet v1 and v2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.candidates import Name, Span
from kg.extract.text import Text

VERSION = re.compile(r"[vV]\d+(?:\.\d+)*|\d\.\d")
JOINS = frozenset({"and", "&", "or", "/"})


def named_in_full(text: Text, names: Sequence[Name]) -> list[Name]:
    """Return the names whose first word stands only in front of another version.

    Args:
        text: The words.
        names: The names of the text.

    Returns:
        A name a version, of the type and level of the one before it; its mention is the version.

    Example:
        >>> from kg.extract.text import Tokenizer
        >>> text, _ = Tokenizer().read("Fox v1 and v2 agree.")
        >>> fox = Name("Method", "Fox v1", [], "named", [Span(0, 2, "method.shape.suffix")])
        >>> [(name.name, name.spans[0].first) for name in named_in_full(text, [fox])]
        [('Fox v2', 3)]
    """
    found: dict[str, Name] = {}
    for name in names:
        for span in name.spans:
            last = text.words[span.last - 1]
            behind = text.words[span.last : span.last + 2]
            if span.last - span.first < 2 or VERSION.fullmatch(last) is None or len(behind) < 2:
                continue
            joint, version = behind
            if joint not in JOINS or VERSION.fullmatch(version) is None:
                continue
            written = f"{' '.join(text.slice(span.first, span.last - 1).split())} {version}"
            full = found.setdefault(
                written, Name(name.type, written, [], name.level, [], None, set(name.roles))
            )
            full.spans.append(Span(span.last + 1, span.last + 2, "document.version"))
    return list(found.values())
