"""The addresses that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The ASCII characters of RFC 3986, but for the apostrophe: Chinese sentences run on behind an
# address without a space. A backslash before a sign is LaTeX's way to write the sign.
_URL = re.compile(
    r"(?:\bhttps?://|\bftp://|\bwww\.)(?:[A-Za-z0-9\-._~:/?#\[\]@!$&()*+,;=%]|\\[_%#&~])+",
    re.IGNORECASE | re.ASCII,  # an ideograph is no letter to \b
)
_SCHEME = re.compile(r"(?:https?://|ftp://|www\.)", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}


def find_urls(text: str) -> list[str]:
    r"""List the addresses in a text, in order, each once.

    Returns:
        The addresses without the punctuation of the sentence around them, LaTeX's backslashes
        removed; empty where there are none.

    Example:
        >>> find_urls("Code (see https://example.org/a\\_b) and www.example.org.")
        ['https://example.org/a_b', 'www.example.org']
        >>> find_urls("It needs http:// in front.")
        []
    """
    # Most texts hold none, and this is much cheaper than the pattern.
    lower = text.casefold()
    if "://" not in lower and "www." not in lower:
        return []
    found = (_strip(match[0]) for match in _URL.finditer(text))
    return unique(url for url in found if _has_host(url))


def unique(urls: Iterable[str]) -> list[str]:
    """Drop empty addresses and repetitions, the order kept."""
    return list(dict.fromkeys(url for url in urls if url))


def _strip(url: str) -> str:
    end = len(url)
    balance = {sign: url.count(_CLOSING[sign]) - url.count(sign) for sign in _CLOSING}
    while end and _ends_sentence(url[end - 1], balance):
        if url[end - 1] in balance:
            balance[url[end - 1]] += 1
        end -= 1
    return url[:end].replace("\\", "")


def _ends_sentence(sign: str, balance: dict[str, int]) -> bool:
    # A bracket belongs to the address only where the address opened it.
    return sign in ".,;:!?*$&([" or (sign in balance and balance[sign] < 0)


def _has_host(url: str) -> bool:
    rest = _SCHEME.sub("", url, count=1)
    return rest[:1].isalnum()
