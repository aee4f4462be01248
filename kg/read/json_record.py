"""From a JSON object to a `Paper`: which fields there are and what they may hold.

Fields that are not named here, such as the mentions of an extraction, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast, get_args

from kg.errors import InputError
from kg.read.comments import read_comments
from kg.read.identity import content_identifier, find_identifier
from kg.read.language import language
from kg.read.lines import visible
from kg.read.names import NO_AUTHORS, Authors, split_names
from kg.read.papers import SURROGATE, abstract_fault, collect_urls
from kg.records import Paper, Source, Status

Fields = Mapping[str, Any]


def make_record(fields: Fields, source: Source) -> Paper:
    """Make a paper of a JSON object.

    Comments speak only where the object has no field for what they say.

    Raises:
        InputError: A field is missing or holds what it may not; it is named, the file is not.

    Example:
        >>> place = Source(file="a.jsonl", start=0, end=40, line=1)
        >>> make_record({"id": 7, "text": "We count owls."}, place).id
        '7'
    """
    abstract = _abstract(fields)
    authors = _authors(fields)
    comments = _string(fields, "comments")
    facts = read_comments(comments)
    given = [url for url in (_string(fields, "url"), *_strings(fields, "urls")) if url]
    doi = _string(fields, "doi")
    year, pages, figures = (_integer(fields, name) for name in ("year", "pages", "figures"))
    identifier = _identifier(fields) or find_identifier([doi or "", *given])
    return Paper(
        id=identifier or content_identifier(abstract),
        language=language(abstract),
        title=_string(fields, "title"),
        abstract=abstract,
        authors=authors.names,
        authors_complete=authors.complete,
        venue=_string(fields, "venue") or facts.venue,
        status=_status(fields) or facts.status,
        year=facts.year if year is None else year,
        pages=facts.pages if pages is None else pages,
        figures=facts.figures if figures is None else figures,
        comments=comments,
        doi=doi,
        urls=collect_urls(abstract, given),
        source=source,
    )


def _abstract(fields: Fields) -> str:
    name = "abstract" if fields.get("abstract") is not None else "text"
    if fields.get(name) is None:
        raise InputError(
            "the record has no abstract", field="abstract", remedy='add "abstract" or "text"'
        )
    abstract = _string(fields, name) or ""
    if fault := abstract_fault(abstract):
        raise InputError(fault[0], field=name, remedy=fault[1])
    return abstract


def _identifier(fields: Fields) -> str | None:
    value = fields.get("id")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id")


def _authors(fields: Fields) -> Authors:
    value = fields.get("authors")
    if value is None:
        return NO_AUTHORS
    if isinstance(value, str):
        return split_names(_checked(value, "authors"))
    if not isinstance(value, list):
        raise _wrong_type("authors", "a list of names", value)
    found = [_author(item) for item in value]
    # "et al." as the last name of a list, or behind it.
    last = split_names(found[-1]) if found else NO_AUTHORS
    names = found if last.complete else [*found[:-1], *last.names]
    complete = last.complete and fields.get("authors_complete") is not False
    return Authors(tuple(name for name in names if name), complete)


def _author(item: object) -> str:
    if isinstance(item, str):
        return _one_line(_checked(item, "authors"))
    if isinstance(item, dict):
        if name := _string(item, "name"):
            return _one_line(name)
        parts = (_string(item, key) for key in ("given", "first", "family", "last"))
        if name := " ".join(part for part in parts if part):
            return _one_line(name)
    raise _wrong_type("authors", "names, or objects with a name", item)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _status(fields: Fields) -> Status | None:
    value = _string(fields, "status")
    if value is not None and value not in get_args(Status):
        raise InputError(
            f"{value[:40]!r} is no status", field="status", remedy=" | ".join(get_args(Status))
        )
    return cast("Status | None", value)


def _strings(fields: Fields, name: str) -> Iterator[str]:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        yield _string(fields, name) or ""
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield from (_checked(item, name) for item in value)
    else:
        raise _wrong_type(name, "a list of strings", value)


def _string(fields: Fields, name: str) -> str | None:
    """Get a string without white space at its ends; None where it is missing or empty."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong_type(name, "a string", value)
    return visible(_checked(value, name)) or None


def _checked(value: str, name: str) -> str:
    if not value.isascii() and SURROGATE.search(value):
        raise InputError(
            "half of a surrogate pair cannot be encoded", field=name, remedy="mend the escape \\ud…"
        )
    return value


def _integer(fields: Fields, name: str) -> int | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 20:
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type(name, "a whole number", value)
    return value


def _wrong_type(name: str, wanted: str, value: object) -> InputError:
    shown = repr(value)[:40] if isinstance(value, (str, int, float)) else type(value).__name__
    return InputError(f"{shown} is not {wanted}", field=name, remedy=f"give {wanted}")
