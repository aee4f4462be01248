"""Identifiers made from names: safe in an IRI, the same in every run, no two names alike.

A node's identifier is its type in lower case, a slash, and the key of its name
(`kg.rules.name_key`), in which every character that is neither a letter nor a digit is escaped.
"""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from kg.records import NodeType
from kg.rules import name_key

LONGEST = 80  # characters of a key in an identifier; a longer one is cut and gets a digest


def node_id(kind: NodeType, name: str) -> str:
    """Return the identifier of the node of a name.

    Args:
        kind: The node's type.
        name: Any spelling of its name, in any script, of any length, not empty.

    Returns:
        The identifier. Names with the same key have the same one; others never do.

    Example:
        >>> node_id("Method", "TitaNet-S")
        'method/titanets'
        >>> node_id("Task", "语义分割")
        'task/语义分割'
    """
    return local_id(kind, name_key(name))


def local_id(kind: NodeType, local: str) -> str:
    """Return the identifier of a node whose key is known, such as that of a paper.

    Example:
        >>> local_id("Paper", "10.1000/x y"), local_id("Venue", "proc.")
        ('paper/10.1000%2Fx%20y', 'venue/proc%2E')
    """
    return f"{kind.lower()}/{_escape(local)}"


def digest(*parts: object) -> str:
    """Return 16 hexadecimal digits that stand for a sequence of values."""
    text = "\x1f".join(map(str, parts))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _escape(key: str) -> str:
    if len(key) > LONGEST:
        key = f"{key[:LONGEST]}~{digest(key)}"
    escaped = "".join(
        char if char.isalnum() or char in "-._~" else quote(char, safe="", errors="surrogatepass")
        for char in key
    )
    # `.` and `..` are no names of their own in an IRI, and not every reader of Turtle takes a name
    # that ends in a dot.
    return f"{escaped[:-1]}%2E" if escaped.endswith(".") else escaped
