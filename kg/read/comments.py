"""What the authors' comments say about a paper: venue, status, year, pages, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.venues import Venue, bare_venue, venue_behind
from kg.records import Status

# Longer comments are some other text, and are kept but not read.
MAX_COMMENTS = 5_000

_PAGES = re.compile(
    r"\b(\d{1,4})(?: ?\+ ?(\d{1,3}))?(?: |-)?(?:[a-z-]{1,12} )?(?:pages?|pgs?\b|pp\b)"
    r"|(\d{1,4}) ?页",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(\d{1,3}) (?:[a-z-]{1,12} ){0,2}?fig(?:ure)?s?\b|(\d{1,3}) ?(?:幅|张|个)?图", re.IGNORECASE
)
# A word between a number and "pages" that makes it the number of something else.
_OTHER_COUNT = re.compile(r"\b(?:figures?|figs?|tables?|pages?|on|in|at|and|of)\b", re.IGNORECASE)

# The cues of each status, strongest first: "preprint. Submitted to X, accepted by Y" is accepted.
_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "accepted",
        re.compile(
            r"(?<!not )(?<!not yet )\b(?:accepted|to appear|will appear|in press|forthcoming"
            r"|to be (?:published|presented)|camera[- ]ready)\b|接收|录用",
            re.IGNORECASE,
        ),
    ),
    (
        "accepted",
        re.compile(
            r"\b(?:published|appears|appeared|presented|oral|spotlight|in proceedings)\b|发表",
            re.IGNORECASE,
        ),
    ),
    (
        "submitted",
        re.compile(
            r"(?<!to be )\b(?:submitted|submission|under (?:peer[- ]?)?review|in (?:peer )?review"
            r"|(?:in|under) (?:submission|revision)|under consideration)\b|投稿|在审",
            re.IGNORECASE,
        ),
    ),
    ("preprint", re.compile(r"\b(?:pre-?print|work in progress)\b|预印本", re.IGNORECASE)),
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What comments say; None where they say nothing."""

    venue: str | None = None
    status: Status | None = None
    year: int | None = None
    pages: int | None = None
    figures: int | None = None


NO_FACTS = Facts()


def read_comments(comments: str | None) -> Facts:
    """Read authors' comments.

    Args:
        comments: The comments without their label, or None.

    Example:
        >>> read_comments("12 pages, 3 figures. Accepted to the 9th Conference on Owls (OWL 2020)")
        Facts(venue='OWL 2020', status='accepted', year=2020, pages=12, figures=3)
        >>> read_comments("v2: fixed typos, see page 3")
        Facts(venue=None, status=None, year=None, pages=None, figures=None)
    """
    if not comments or len(comments) > MAX_COMMENTS:
        return NO_FACTS
    text = " ".join(_ADDRESS.sub("", comments).split())
    status, venue = _status_and_venue(text)
    return Facts(
        venue=venue.name if venue else None,
        status=status,
        year=venue.year if venue else None,
        pages=_pages(text),
        figures=_figures(text),
    )


def _status_and_venue(text: str) -> tuple[Status | None, Venue | None]:
    status: Status | None = None
    for name, cue in _CUES:
        found = cue.search(text)
        if not found:
            continue
        status = status or name
        # The venue of a paper that was accepted is not the one that it was submitted to first.
        if status != name:
            break
        if venue := venue_behind(text[found.end() :]):
            return status, venue
    return status, bare_venue(text)


def _pages(text: str) -> int | None:
    found = _PAGES.search(text)
    if not found:
        return None
    # "9+5 pages" has fourteen of them.
    return int(found[1] or found[3]) + int(found[2] or 0)


def _figures(text: str) -> int | None:
    for found in _FIGURES.finditer(text):
        if not _OTHER_COUNT.search(re.sub(r"fig\w*$", "", found[0], flags=re.IGNORECASE)):
            return int(found[1] or found[2])
    return None
