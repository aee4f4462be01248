"""Definitions such as 图卷积网络(Graph Convolutional Network,GCN) in Chinese texts.

A Chinese long form shares no letters with its short form, so what stands before the bracket up to
the beginning of its phrase is the long form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.acronyms import Definition
from kg.extract.chinese.announced import EVENT
from kg.extract.chinese.segment import OTHER, TAIL, Han
from kg.extract.text import Text

MOST_INSIDE = 24  # words between the brackets
LONGEST = 16  # characters of a long form
SEPARATORS = frozenset({",", "，", ";", "；", "、", ":", "："})
LEADERS = frozenset({"the", "a", "an"})


def find_han_definitions(text: Text, han: Han) -> Iterator[tuple[Definition, str]]:
    """Find every Chinese phrase with Latin forms in brackets behind it.

    Args:
        text: The words.
        han: The classes of the same words.

    Yields:
        A definition for each form in a bracket, and the generic noun between the long form and the
        bracket, perhaps empty.
    """
    for index, word in enumerate(text.words):
        if word != "(" or not index or han.classes[index - 1] not in (OTHER, TAIL):
            continue
        forms = list(_forms(text.words, index + 1))
        span = _long_form(text, han, index, forms) if forms else None
        if span is None:
            continue
        first, last = span
        tail = han.line[last:index]
        for start, end in forms:
            long = (text.starts[first], text.ends[last - 1])
            yield Definition(*long, text.starts[start], text.ends[end - 1]), tail


def _long_form(
    text: Text, han: Han, end: int, forms: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the phrase before a bracket, without the generic noun that the acronym leaves out."""
    last = end
    while last and han.classes[last - 1] == TAIL:
        last -= 1
    if not last or han.classes[last - 1] != OTHER:
        return None
    first = han.start(last - 1)
    if text.words[first - 1].endswith("-") and first:  # k-最近邻
        first -= 1
    event = next((e for e in EVENT.finditer(han.line, max(0, end - 30), end)), None)
    if event and event.end() >= last and "评测" in han.line[event.start() : end]:
        return event.start(), event.end()
    if end - first > LONGEST:
        return None
    acronym = text.words[forms[-1][1] - 1]
    if han.line[last:end] == "模型" and acronym.endswith("M"):
        last = end
    return (first, last) if last - first > 1 else None


def _forms(words: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Yield the Latin forms between brackets, as word indexes, half-open."""
    end = next(
        (i for i in range(start, min(len(words), start + MOST_INSIDE)) if words[i] == ")"), None
    )
    if end is None:
        return
    first = start
    for index in range(start, end + 1):
        if index < end and words[index] not in SEPARATORS:
            continue
        while first < index and (words[first] in LEADERS or words[first] >= "㐀"):
            first += 1  # "the …", "简称…"
        form = words[first:index]
        if form and _is_form(form):
            yield first, index
        first = index + 1


def _is_form(form: Sequence[str]) -> bool:
    """Tell whether words can be a name: Latin letters, a capital among them or several words."""
    written = "".join(form)
    if not written[0].isalpha() or len(written) < 2 or any(word[0] >= "㐀" for word in form):
        return False
    return len(form) > 1 or any(char.isupper() for char in written)
