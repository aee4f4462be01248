"""Where a record of the layout with authors begins: the lines that name its authors.

Nothing but the shape of the text marks the place. Three kinds of evidence are put together:

1. The line reads as a list of names (`names.parse_names`).
2. The line behind it begins a text. This settles nearly all cases: behind the last line of an
   abstract or of comments, whatever it looks like ("Technology", "Machine Intelligence"), stands
   a list of names, and a list of names does not begin a text.
3. The line breaks. A program that wraps a text breaks a line only where the next word does not
   fit any more. Where it would have fitted, the break was meant, and a paragraph ends there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.read.labels import ABSTRACT, COMMENTS
from kg.read.lines import Line
from kg.read.names import Authors, has_common_word, is_part_of_list, parse_names

# Names of a collaboration, wrapped; a limit keeps the search linear.
MAX_LINES = 40
# A line of names that goes on in the next line without a comma is nearly as long as lines get.
MIN_WRAPPED = 40
# Chinese puts no spaces between words; a list of names of this length would hold commas.
MIN_IDEOGRAPHS = 12


# Shorter lines in title case are rather the rest of a venue: "Machine Intelligence".
MIN_TITLE = 6


@dataclass(frozen=True, slots=True)
class Head:
    """Lines `first` up to `last`, exclusive, name the authors."""

    first: int
    last: int
    authors: Authors


@dataclass(frozen=True, slots=True)
class Before:
    """What stands in front of a line: `line` is None behind a blank line or at the beginning."""

    line: Line | None
    in_comments: bool = False


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for a record: several names, a closed sentence before them, breaks meant."""

    several: bool
    closed: bool
    break_before: bool
    break_after: bool

    @property
    def may_begin(self) -> bool:
        """True where something says that the record before is at its end."""
        return self.closed or self.break_before

    @property
    def surely(self) -> bool:
        """True where everything speaks for it."""
        return self.several and self.closed and self.break_before and self.break_after


def wrap_width(lines: Sequence[Line]) -> float:
    """Find the length at which the lines of a text were wrapped.

    It is measured where a break is certainly inside a sentence: in front of a line that begins in
    lower case, where neither a sentence nor a list of names ends. The first word of that line did
    not fit any more. Lines that someone broke by hand are shorter; the 5 % shortest do not count.

    Returns:
        The length in code points; infinite where the text is not wrapped.
    """
    bounds = sorted(
        len(line.text) + len(_first_word(following))
        for line, following in pairwise(lines)
        if len(line.text) >= MIN_WRAPPED
        and _first_word(following).islower()
        and not _ends_sentence(line)
        and not is_part_of_list(line.text)
    )
    return bounds[len(bounds) // 20] if bounds else math.inf


def find_head(lines: Sequence[Line], first: int, before: Before, width: float) -> Head | None:
    """Tell whether a record begins at a line, which is not blank.

    Args:
        lines: All lines of the file.
        first: The index of the line in question.
        before: What stands in front of it.
        width: The length at which lines are wrapped, from `wrap_width`.

    Returns:
        The lines with the authors, or None where no record begins here.
    """
    if not is_part_of_list(lines[first].text):
        return None
    last = _last_line(lines, first)
    authors = parse_names(" ".join(line.text for line in lines[first:last]))
    if authors is None:
        return None
    following = _next_seen(lines, last)
    line, previous = lines[first], before.line
    evidence = _Evidence(
        several=len(authors.names) > 1 or not authors.complete,
        closed=previous is None or before.in_comments or _ends_sentence(previous),
        break_before=previous is None or _break_was_meant(previous, line, width),
        break_after=following != last or _break_was_meant(lines[last - 1], lines[last], width),
    )
    if following is None or COMMENTS.match(lines[following].text):
        # Authors without an abstract. It is a fault to be reported, if this is so: the words could
        # also be the end of an abstract or of comments.
        accepted = evidence.surely and not before.in_comments
    else:
        accepted = _is_head(authors, evidence, lines[following].text)
    return Head(first, last, authors) if accepted else None


def _is_head(authors: Authors, evidence: _Evidence, text: str) -> bool:
    """Weigh the evidence about names that stand in front of a line of text."""
    if not begins_text(text):
        return False
    if text.lstrip()[:1].islower() and text.split(maxsplit=1)[0].islower():
        # Seldom a text, far more often the middle of a sentence. "mRNA" is not all lower case.
        return evidence.surely
    if len(authors.names) > 2 or not authors.complete:
        return True
    # A meant break ends a paragraph, and what ends a paragraph of an abstract is seldom a name and
    # nothing else. One name alone may be the end of a sentence: "… by\nGeoffrey Hinton".
    return evidence.break_after or (evidence.several and evidence.may_begin)


def begins_text(line: str) -> bool:
    """True where a line can be the first of an abstract: words, among them some in lower case.

    Example:
        >>> begins_text("We study graphs.")
        True
        >>> begins_text("Ludwig van Beethoven, Anna de Groot and K. Li")
        False
    """
    if ABSTRACT.match(line):
        return True
    if sum("\u4e00" <= sign <= "\u9fff" for sign in line[:200]) >= MIN_IDEOGRAPHS:
        return parse_names(line) is None
    if is_part_of_list(line):
        # Title case throughout: "Large Language Models and Social Media for the …".
        return len(line.split()) >= MIN_TITLE and has_common_word(line)
    return len(line.split(maxsplit=1)) > 1


def _last_line(lines: Sequence[Line], first: int) -> int:
    """Find the end, exclusive, of a list of names that perhaps is wrapped over several lines."""
    last = first + 1
    while (
        last < min(len(lines), first + MAX_LINES)
        and _goes_on(lines[last - 1].text)
        and not lines[last].blank
        and is_part_of_list(lines[last].text)
        and not begins_text(lines[last].text)
    ):
        last += 1
    return last


def _goes_on(line: str) -> bool:
    return line.rstrip().endswith((",", " and", "&", ";")) or len(line) >= MIN_WRAPPED


def _next_seen(lines: Sequence[Line], index: int) -> int | None:
    while index < len(lines) and lines[index].blank:
        index += 1
    return index if index < len(lines) else None


def _break_was_meant(line: Line, following: Line, width: float) -> bool:
    """True where the next word would have fitted, or where the line is longer than lines get."""
    length = len(line.text.rstrip())
    return length > width or length + 1 + len(_first_word(following)) <= width


def _first_word(line: Line) -> str:
    return next(iter(line.text.split(maxsplit=1)), "")


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(" \t\r\"'”’)]}$").endswith((".", "!", "?", "。", "\uff01", "\uff1f"))
