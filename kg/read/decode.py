"""From a path to bytes of UTF-8 text: compression, byte order marks, files that are no text."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError

STDIN = "-"

# The layout is told from this much of a file; it holds several abstracts.
HEAD = 65_536
# A text layout must see its file whole. A JSON file of any size is read line by line.
MAX_TEXT = 256 * 2**20

_GZIP = b"\x1f\x8b"
# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes put back that were taken from it to look at."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed: any buffer
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        if self._head:
            self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def open_input(file: str, stdin: BinaryIO | None) -> Iterator[tuple[bytes, BinaryIO]]:
    """Open a file, or standard input for `-`, decompressed and in UTF-8.

    Yields:
        The first bytes, and a stream of all of them. A byte order mark is still there.

    Raises:
        InputError: The file cannot be opened or read, is empty, or is no text. Reading on from
            the stream may raise what `translate_faults` translates.
    """
    with translate_faults(file), _open_bytes(file, stdin) as raw:
        magic = raw.read(len(_GZIP))
        stream: BinaryIO = io.BufferedReader(_Rejoined(magic, raw), HEAD)
        if magic == _GZIP:
            stream = gzip.GzipFile(fileobj=stream)  # type: ignore[assignment]
        head = stream.read(HEAD)
        stream = io.BufferedReader(_Rejoined(head, stream), HEAD)
        codec = next((name for mark, name in _MARKS if head.startswith(mark)), None)
        if codec:
            stream = io.BytesIO(_recode(file, read_all(file, stream), codec))
            head = stream.read(HEAD)
            stream.seek(0)
        _check_text(file, head)
        yield head, stream


@contextmanager
def translate_faults(file: str) -> Iterator[None]:
    """Turn what reading a file may raise into an error that names the file and the remedy."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(
            "there is no such file or folder", file=file, remedy="check the path"
        ) from error
    except PermissionError as error:
        raise InputError(
            "the file may not be read", file=file, remedy="change its permissions"
        ) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            "the gzip data is damaged or ends too early",
            file=file,
            remedy="fetch the file again; gzip -t checks it",
        ) from error
    except OSError as error:
        what = error.strerror or str(error)
        raise InputError(
            f"the file cannot be read: {what}", file=file, remedy="check the path and the disk"
        ) from error


def read_all(file: str, stream: BinaryIO) -> bytes:
    """Read a stream to its end.

    Raises:
        InputError: There is more of it than a text layout takes.
    """
    data = stream.read(MAX_TEXT + 1)
    if len(data) > MAX_TEXT:
        raise InputError(
            f"the text is larger than {MAX_TEXT // 2**20} MiB",
            file=file,
            remedy="split it, or give it as JSON lines, which are read one by one",
        )
    return data


@contextmanager
def _open_bytes(file: str, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if file == STDIN:
        # Not ours to close: the caller may go on with it.
        yield stdin or sys.stdin.buffer
        return
    with Path(file).open("rb") as stream:
        yield stream


def _recode(file: str, data: bytes, codec: str) -> bytes:
    try:
        return data.decode(codec).encode()
    except UnicodeError as error:
        raise InputError(
            f"the file begins like {codec.upper()} but is not", file=file, remedy="save it as UTF-8"
        ) from error


def _check_text(file: str, head: bytes) -> None:
    kind = next((name for magic, name in _KINDS if head.startswith(magic)), None)
    if kind or b"\x00" in head:
        raise InputError(
            f"this is {kind or 'a binary file'}, not text",
            file=file,
            remedy="give plain text or JSON lines in UTF-8",
        )
