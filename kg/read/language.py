"""The language of an abstract, told from its script: English, Chinese, or undetermined."""

from __future__ import annotations

import re

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_LATIN = re.compile(r"[\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Kana and hangul: beside them ideographs are Japanese or Korean.
_OTHER_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u1100-\u11ff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")

# An ideograph says about as much as three Latin letters, so that a Chinese abstract full of names
# like "ImageNet" stays Chinese.
_IDEOGRAPH_WEIGHT = 3


def language(text: str) -> str:
    """Tell the language of a text from its letters.

    Returns:
        `zh` where ideographs prevail, `en` where Latin letters do (French too: there is no
        model here), `und` for other scripts and for texts without letters.

    Example:
        >>> language("我们在 ImageNet 上评测 ResNet 模型。")
        'zh'
        >>> language("Мы изучаем графы.")
        'und'
    """
    # This runs on every abstract, and most are ASCII but for a few characters: counting letters in
    # bytes is ten times as fast as a pattern.
    latin = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    rest = "" if text.isascii() else "".join(_NOT_ASCII.findall(text))
    ideographs = len(_IDEOGRAPH.findall(rest))
    east_asian = len(_OTHER_EAST_ASIAN.findall(rest))
    more_latin = len(_LATIN.findall(rest))
    other = len(_LETTER.findall(rest)) - more_latin - ideographs
    # Every Japanese sentence holds kana; a Chinese text at most quotes some.
    if east_asian * 4 > ideographs:
        other, ideographs = (other + ideographs) * _IDEOGRAPH_WEIGHT, 0
    weights = {"zh": ideographs * _IDEOGRAPH_WEIGHT, "en": latin + more_latin, "und": other}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] else "und"
