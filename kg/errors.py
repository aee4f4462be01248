"""The errors of the package: each says what is wrong, where, and how to mend it.

KgError
├── InputError     an input file or the data in it
├── RuleError      a file under patterns/ (or --patterns DIR)
├── QueryError     a query, or what it asks for
└── OutputError    a place that cannot be written
"""

from __future__ import annotations

from pathlib import Path


class KgError(Exception):
    """What went wrong, where, and how to mend it.

    Args:
        what: The fault in one clause, without a closing dot.
        file: The file at fault, if it is a file.
        line: The line in that file, counted from 1.
        field: The field or key at fault.
        remedy: What the user can do about it.

    Example:
        >>> print(InputError("the file is empty", file="a.txt", remedy="add an abstract"))
        a.txt: the file is empty; add an abstract
    """

    def __init__(
        self,
        what: str,
        *,
        file: str | Path | None = None,
        line: int | None = None,
        field: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.file = None if file is None else str(file)
        self.line = line
        self.field = field
        self.remedy = remedy

    def __str__(self) -> str:
        place = self.file or ""
        if self.file and self.line is not None:
            place += f":{self.line}"
        field = f" (field {self.field!r})" if self.field else ""
        message = f"{place}: {self.what}{field}" if place else f"{self.what}{field}"
        return f"{message}; {self.remedy}" if self.remedy else message


class InputError(KgError):
    """An input file cannot be read, or what it holds cannot be used."""


class RuleError(KgError):
    """A rule file breaks the format that patterns/README.md specifies."""


class QueryError(KgError):
    """A query is malformed, refused, or asks for what the graph does not hold."""


class OutputError(KgError):
    """A file or folder cannot be written."""
