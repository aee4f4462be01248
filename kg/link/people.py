"""Authors and venues: which spellings are one."""

from __future__ import annotations

import re
import unicodedata

from kg.link.identifiers import local_id

YEAR = re.compile(r"[\s,'’-]*\b(?:19|20)\d\d\b")


def person_id(name: str) -> str:
    """Return the identifier of an author.

    Two authors are one if their names are the same but for case, dots, and whether a hyphen or
    white space joins their parts. Initials are not expanded: J. Smith may be anybody, and a wrong
    merge is worse than a missed one.

    Args:
        name: The name as the feed has it.

    Returns:
        The identifier; diacritics count.

    Example:
        >>> person_id("Heng-Jui Chang")
        'person/heng-jui-chang'
    """
    return local_id("Person", _joined(name.replace(".", " ")) or name)


def venue_name(venue: str) -> str:
    """Return a venue without its year, so that all its years meet in one node.

    Example:
        >>> venue_name("ICASSP 2022")
        'ICASSP'
        >>> venue_name("2022")
        '2022'
    """
    return " ".join(YEAR.sub("", venue).split()).strip(" ,") or venue


def venue_id(venue: str) -> str:
    """Return the identifier of a venue, the same for all its years.

    Example:
        >>> venue_id("ICASSP 2022") == venue_id("ICASSP")
        True
    """
    return local_id("Venue", _joined(venue_name(venue)) or venue)


def _joined(name: str) -> str:
    return "-".join(unicodedata.normalize("NFKC", name).casefold().split())
