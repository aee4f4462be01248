"""Identifiers of records: a paper's own where it has one, else a digest of its abstract.

Only the fields of a record are looked at. An arXiv number in the text of an abstract is most
often a citation of another paper.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

ARXIV = re.compile(
    r"""(?:^|arxiv\.org/(?:abs|pdf|html)/|arxiv[:.])
        (\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)
        (?:\.pdf)?/?$""",
    re.IGNORECASE | re.VERBOSE,
)
DOI = re.compile(
    r"(?:^|doi\.org/|doi:\s?)(10\.\d{4,9}/[^\s\"<>]+)$",
    re.IGNORECASE,
)
# 2020.acl-main.463 since 2020, P19-1001 before.
ANTHOLOGY = re.compile(
    r"(?:^|aclanthology\.org/|aclweb\.org/anthology/)"
    r"((?:19|20)\d{2}\.[a-z0-9_]+-[a-z0-9_]+\.\d+|[A-Z]\d{2}-\d{4,5})(?:\.pdf)?/?$",
    re.IGNORECASE,
)
# Categories of characters without content: control and format characters. White space goes too.
_UNSEEN = frozenset({"Cc", "Cf"})


def find_identifier(values: Iterable[str]) -> str | None:
    """Find a paper's identifier in the fields that may hold one.

    Args:
        values: What stands in the record's `doi` and `url` fields.

    Returns:
        `arXiv:…` as arXiv itself writes it, a bare DOI in lower case (DOIs ignore case), or an
        ACL Anthology id, looked for in this order; None where there is none.

    Example:
        >>> find_identifier(["https://aclanthology.org/N19-1423/"])
        'N19-1423'
        >>> find_identifier(["https://example.org/N19-1423"]) is None
        True
    """
    fields = [value.strip() for value in values]
    for pattern, prefix in ((ARXIV, "arXiv:"), (DOI, ""), (ANTHOLOGY, "")):
        for field in fields:
            if found := pattern.search(field):
                name = found[1].lower() if pattern is DOI else found[1]
                return prefix + name
    return None


def content(abstract: str) -> str:
    r"""Reduce a text to what makes it the same text in another file.

    White space goes altogether instead of being collapsed: a wrapped Chinese text has line
    breaks where the other has nothing, and programs wrap "state-of-the-art" at its hyphens.

    Example:
        >>> content("\ufeffA state-of-\nthe-art  Model") == content("A state-of-the-art model")
        True
    """
    folded = unicodedata.normalize("NFKC", abstract).casefold()
    solid = "".join(folded.split())
    if not solid.isascii() or not solid.isprintable():
        solid = "".join(c for c in solid if unicodedata.category(c) not in _UNSEEN)
    # Case folding can undo the normal form (U+0345); without this the digest would not be stable.
    return unicodedata.normalize("NFKC", solid)


def content_identifier(abstract: str) -> str:
    r"""Make an identifier from the content of an abstract.

    Returns:
        `abs-` and 16 hexadecimal digits: 64 bits, so that ten million abstracts have a chance of
        one in 370,000 that any two of them meet.

    Example:
        >>> content_identifier("We study graphs.") == content_identifier("We study\r\ngraphs.")
        True
    """
    digest = hashlib.sha256(content(abstract).encode("utf-8", "surrogatepass")).hexdigest()
    return f"abs-{digest[:16]}"
