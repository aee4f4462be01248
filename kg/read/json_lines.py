"""Layout: JSON lines, one object a record; read line by line, however large the file."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from kg.errors import InputError
from kg.read.json_record import make_record
from kg.read.papers import undecodable
from kg.records import Paper, Rejection, Source

# An abstract of a million characters takes 12 MB where each of them is written as an escape pair;
# a longer line is no record, and must not fill the memory.
MAX_LINE = 16 * 2**20


def read_json_lines(file: str, stream: BinaryIO) -> Iterator[Paper | Rejection]:
    """Read the records of a file of JSON lines.

    Args:
        file: What to call the file.
        stream: Its bytes, in UTF-8.

    Yields:
        A paper or a rejection for each line; nothing for a blank one. Behind a line that is too
        long, offsets count each of its left out bytes.
    """
    offset = byte = 0
    for number, (raw, skipped) in enumerate(_lines(stream), 1):
        # Bytes that are no UTF-8 count as one code point each, as in the text layouts.
        text = raw.decode("utf-8", "surrogateescape")
        body = text.strip(" \t\r\n\ufeff")
        if skipped:
            yield Rejection(
                file=file,
                line=number,
                reason=f"the line is longer than {MAX_LINE // 2**20} MiB",
                remedy="give one object a line",
            )
        elif body:
            start = offset + text.index(body[0])
            source = Source(file=file, start=start, end=start + len(body), line=number)
            yield _record(body, source, raw, byte)
        offset += len(text) + skipped
        byte += len(raw) + skipped


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the lines; of one that is too long its beginning and the number of bytes left out."""
    while line := stream.readline(MAX_LINE):
        skipped, part = 0, line
        while len(part) == MAX_LINE and not part.endswith(b"\n"):
            part = stream.readline(MAX_LINE)
            skipped += len(part)
        yield line, skipped


def _record(body: str, source: Source, raw: bytes, byte: int) -> Paper | Rejection:
    try:
        codecs.utf_8_decode(raw, "strict", True)  # noqa: FBT003  the function takes no keywords
    except UnicodeDecodeError as error:
        return undecodable(source.file, source.line, byte + error.start)
    try:
        return make_record(_parse(body), source)
    except InputError as error:
        reason = error.what + (f" (field {error.field!r})" if error.field else "")
        return Rejection(file=source.file, line=source.line, reason=reason, remedy=error.remedy)


def _parse(body: str) -> dict[str, Any]:
    try:
        value = json.loads(body, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise InputError(
            "the JSON is nested too deeply", remedy="give one flat object a line"
        ) from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"this is not JSON: {error.msg.removesuffix(' at')} at column {error.colno}",
            remedy="give one whole JSON object a line, without line breaks in it",
        ) from error
    except ValueError as error:
        raise InputError(
            f"this is not JSON: {str(error).partition(';')[0]}", remedy="mend or remove the value"
        ) from error
    if isinstance(value, list):
        raise InputError(
            "this is a JSON array, not an object", remedy="give one object a line: jq -c '.[]'"
        )
    if not isinstance(value, dict):
        raise InputError("this is not a JSON object", remedy="give one object a line")
    return value


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is no JSON number"
    raise ValueError(message)
