"""When two spellings are one name: the key under which they meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLURAL = re.compile(r".*[^\W\d_]{2}s", re.DOTALL)
ACRONYMS = re.compile(r"[A-Z]{2,}s")  # LMs, however short
IGNORED = re.compile(r"[\s\-_‐-―−.,:'’\"()\[\]/\\{}$]+")


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Return what is left of a name when case, hyphens, blanks, dots and a plural s are ignored.

    Args:
        name: A name as written.

    Returns:
        The key; never empty unless the name is.

    Example:
        >>> name_key("Vision-Transformers") == name_key("vision transformer")
        True
        >>> name_key("C++") == name_key("C"), name_key("TitaNet-S") == name_key("TitaNet")
        (False, False)
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    key = IGNORED.sub("", folded) or folded.strip() or folded
    # A plural s is a small letter right behind a letter; the S of a size is neither.
    written = name.rstrip()
    is_plural = len(key) > 4 and not key.endswith("ss") and PLURAL.fullmatch(written)
    return key[:-1] if is_plural or ACRONYMS.fullmatch(written) else key
