"""Names of venues in authors' comments: the short name and the year where they are given.

"the 37th AAAI Conference on Artificial Intelligence (AAAI 2023)" is "AAAI 2023", so that the
papers of one venue come together however their authors write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.words import ABBREVIATIONS, FILLERS, NOT_VENUES, SMALL_WORDS

# A venue's name is seldom longer than 150 characters; what follows is something else.
MAX_NAME = 200

_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
# CVPR, NeurIPS, MobiCom, EuroS&P, T-PAMI, ACL-IJCNLP: two capitals at least.
_ACRONYM = r"[A-Z][A-Za-z]{0,9}(?:[&/-][A-Z][A-Za-z]{0,9}){0,2}"
_ACRONYM_YEAR = re.compile(rf"({_ACRONYM})(?: ?['’‘] ?|-| ?)((?:19|20)\d\d|\d\d)\b")
_IN_BRACKETS = re.compile(
    rf"\((?:the |in )?((?:{_ACRONYM} ){{0,2}}{_ACRONYM})(?: ?['’‘-] ?| )?((?:19|20)\d\d|\d\d)?"
    r"\b[^()]{0,60}\)"
)
_PROCEEDINGS = re.compile(r"(?:in )?(?:the )?proc(?:eedings|\.) (?:of )?(?:the )?", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:conference|workshops?|symposium|meeting|congress|conf\.)\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"\b(?:annals|conference|congress|ieee|acm|journal|letters|magazine|proceedings|symposium"
    r"|transactions|workshop)\b",
    re.IGNORECASE,
)
# Where the name of a venue ends for certain.
_END = re.compile(
    r"[;|!?。\uff0c\uff1b]|,? ?\(?\b\d+\+?\d*[- ](?:pages?|figures?|tables?|pp)\b"
    r"|, (?:pp?|vol|no|pages)\b\.?"
    r"|[,.]? (?:with|where|see|code|which|while|available|project|this|doi|arxiv|camera|our)\b"
    r"| (?:as|for) (?:an? )?(?:oral|poster|spotlight|full|long|short|regular|publication|present)"
    r"| [–—-] |: ",
    re.IGNORECASE,
)
_LOWER_CLAUSE = re.compile(r", (?=[a-z])(?!and )")
_STOP = re.compile(r"\.(?= |$)")
_VOLUME = re.compile(r"[, ]+(?:vol\.? ?)?\d[\d.:()/–-]*(?: [\d(].*|,.*)?$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th) |(?:19|20)\d\d (?=[A-Z])")
# What may follow the short name and the year and still belong to the name.
_PART = re.compile(
    r"\b(?:workshops?|tracks?|challenge|symposium|findings|tutorial)\b", re.IGNORECASE
)
_IDEOGRAPHS = re.compile(r"[\u4e00-\u9fff]+")
_CLAUSE = re.compile(r"(?:[;.] |, )(?=[A-Z0-9])")
_FINDINGS = re.compile(r"(?:IEEE(?:/\w+)? |ACM |Findings of (?:the )?)?")
# Conferences that write themselves like a word.
_WORD_YEAR = re.compile(
    r"(?:ACM )?(?:coling|eurographics|interspeech|multimedia|odyssey|ubicomp) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r" ?[\[(][^()\[\]]*[)\]]? ?$")
_EDITION = re.compile(r"^(?:the )?(?:annual )?", re.IGNORECASE)
# Words of comments that are no venue though they stand in title case.
_NOT_IN_TITLES = re.compile(
    r"\b(?:abstract|appendi\w*|award|code|comments?|correct\w*|draft|edition|extended|figures?|first"
    r"|manuscript|materials?|minor|notes?|paper|preprint|progress|report|revis\w*|supplement\w*"
    r"|tables?|thesis|typos?|updated?|version|work|demo|survey|project|best|dissertation|results?"
    r"|equal|authors?|pages?|accepted|submitted|review|submission|withdrawn|data|dataset|invited)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue's name, its year in it where it was given, and the year by itself."""

    name: str
    year: int | None


def venue_behind(text: str) -> Venue | None:
    """Read the venue behind a word such as "accepted".

    Returns:
        The venue, None where no name follows.

    Example:
        >>> venue_behind(" for publication in MNRAS, 12 pages")
        Venue(name='MNRAS', year=None)
        >>> venue_behind(" as a poster") is None
        True
    """
    return _venue(_skip_fillers(text[: MAX_NAME * 2]))


def bare_venue(text: str) -> Venue | None:
    """Read the venue in comments that do not say what the paper has to do with it.

    Example:
        >>> bare_venue("6 pages, ICML'21 workshop on Owls")
        Venue(name='ICML 2021 workshop on Owls', year=2021)
        >>> bare_venue("Extended Version") is None
        True
    """
    latin = _IDEOGRAPHS.sub(" ", text).strip()
    for start in (0, *(found.end() for found in _CLAUSE.finditer(latin))):
        if venue := _bare_venue(_skip_fillers(latin[start : start + 2 * MAX_NAME])):
            return venue
    whole = latin.strip(" .")
    return _venue(whole) if _is_title(whole) else None


def _bare_venue(text: str) -> Venue | None:
    """Read a clause that begins with a short name and a year, or names a kind of venue."""
    acronym = _ACRONYM_YEAR.match(text, _FINDINGS.match(text).end())  # type: ignore[union-attr]
    if _WORD_YEAR.match(text) or (acronym and _is_dated(acronym)):
        return _venue(text)
    region = _region(text)
    named = _KINDS.search(region) and (
        _IN_BRACKETS.search(region) or _is_title(_ORDINAL.sub("", _clip(region), count=1))
    )
    return _venue(text) if named else None


def _is_dated(acronym: re.Match[str]) -> bool:
    # "GPT-20" and "CIFAR-10" look like "AAAI-20": without a cue the year must have four digits
    # or an apostrophe.
    return _is_acronym(acronym[1]) and (len(acronym[2]) == 4 or acronym[0][-3] in "'’‘ ")


def _venue(text: str) -> Venue | None:
    region = _region(text)
    if not (region[:1].isupper() or _ORDINAL.match(region)):
        return None
    bracket = _IN_BRACKETS.search(region)
    if bracket and _is_acronym(bracket[1]) and _is_long(region[: bracket.start()]):
        year = _year(bracket[2]) or _first_year(region)
        return Venue(f"{bracket[1]} {year}" if year else bracket[1], year)
    name = _clip(region)
    year = _first_year(region)
    if found := _ACRONYM_YEAR.search(name):
        year = _year(found[2]) or year
        if _is_acronym(found[1]):
            part = name[found.end() :] if _PART.search(name, found.end()) else ""
            name = f"{name[: found.start()]}{found[1]} {year}{part}"
    elif year and _is_acronym(name):
        name = f"{name} {year}"
    return Venue(name, year) if len(name) > 1 and not _NOT_IN_TITLES.fullmatch(name) else None


def _region(text: str) -> str:
    """Cut the text where the venue ends for certain; what is left may hold commas and brackets."""
    region = text[:MAX_NAME]
    if found := _END.search(region, 1):
        region = region[: found.start()]
    for stop in _STOP.finditer(region):
        word = region[: stop.start()].rpartition(" ")[2].casefold()
        if word not in ABBREVIATIONS or stop.end() == len(region.rstrip()):
            region = region[: stop.end() if word in ABBREVIATIONS else stop.start()]
            break
    if found := _LOWER_CLAUSE.search(region):
        region = region[: found.start()]
    proceedings = _PROCEEDINGS.match(region)
    if proceedings and (_SERIES.search(region) or _YEAR.search(region)):
        region = region[proceedings.end() :]
    return _EDITION.sub("", region.strip(" ,:")).strip(" ,")


def _clip(region: str) -> str:
    """Take the remarks, places, volumes and pages off the end of a venue's name."""
    name = _REMARK.sub("", region)
    first, comma, rest = name.partition(", ")
    if comma and not (_KINDS.search(first) and " and " in rest and not _YEAR.search(rest)):
        name = first
    volume = _VOLUME.search(name)
    if volume and not _YEAR.fullmatch(volume[0].strip(" ,")):
        name = name[: volume.start()] or name
    return name.strip(" ,:-")


def _skip_fillers(text: str) -> str:
    """Drop the words that stand between a cue and the name: "as a full paper at"."""
    # "Accepted. 12 pages" names no venue.
    rest = "" if text.lstrip().startswith((".", ";")) else text.lstrip(" ,:()-")
    while rest:
        word, _, behind = rest.partition(" ")
        plain = word.strip("(),:.")
        if plain.casefold() not in FILLERS or _PROCEEDINGS.match(rest):
            break
        if plain[:1].isupper() and _KINDS.search(plain):  # "Journal of …" is a name
            break
        rest = behind.lstrip(" ,:(")
        if word.endswith((".", ";")):
            return ""
    return rest


def _is_acronym(word: str) -> bool:
    plain = word.replace(" ", "")
    return (
        word.upper() not in NOT_VENUES
        and len(word) <= 16
        and sum(sign.isupper() for sign in plain) > 1
        and all(sign.isalpha() or sign in "&/-" for sign in plain)
    )


def _is_long(name: str) -> bool:
    # "CVPR 2022 (WACV)" has its short name in front already.
    return len(name.split()) > 2


def _is_title(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= 12
        and not _NOT_IN_TITLES.search(text)
        and all(word in SMALL_WORDS or (word[0].isupper() and word[1:].isalpha()) for word in words)
    )


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    if len(digits) == 4:
        return int(digits)
    # AAAI-98 was in 1998.
    return int(digits) + (1900 if int(digits) > 50 else 2000)


def _first_year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None
