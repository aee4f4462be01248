"""Data as a string that can stand anywhere in a page: JSON, deflated, in base64."""

from __future__ import annotations

import base64
import json
import zlib


def pack(data: object) -> str:
    """Pack data.

    Args:
        data: Strings, numbers, lists and dicts; anything else becomes a string.

    Returns:
        Letters, digits, `+`, `/` and `=`: nothing that a page could take for markup, whatever the
        strings hold. The same data gives the same string.

    Example:
        >>> unpack(pack({"title": "</script>"}))
        {'title': '</script>'}
    """
    text = json.dumps(data, separators=(",", ":"), default=str)
    return base64.b64encode(zlib.compress(text.encode("ascii"), 9)).decode("ascii")


def unpack(packed: str) -> object:
    """Return the data that was packed."""
    return json.loads(zlib.decompress(base64.b64decode(packed)))
