from __future__ import annotations

import gzip
import json

import pytest

from kg.read import decode
from kg.records import Paper, Rejection

from .feeds import OWLS, TREES, papers, read_bytes, rejections

DAMAGED = gzip.compress(OWLS.encode() * 50)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n\t\n", "the file is empty", id="white-space"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "this is a PNG image, not text", id="png"),
        pytest.param(b"%PDF-1.7 text", "this is a PDF document, not text", id="pdf"),
        pytest.param(
            b"PK\x03\x04", "this is a ZIP archive or an Office document, not text", id="zip"
        ),
        pytest.param(b"owls\x00owls", "this is a binary file, not text", id="nul"),
        pytest.param(
            DAMAGED[:40], "the gzip data is damaged or ends too early", id="gzip-truncated"
        ),
        pytest.param(
            b"\x1f\x8bgarbage", "the gzip data is damaged or ends too early", id="gzip-garbage"
        ),
        pytest.param(gzip.compress(b""), "the file is empty", id="gzip-empty"),
        pytest.param(
            b"\xff\xfeo\x00w", "the file begins like UTF-16-LE but is not", id="utf-16-odd"
        ),
    ],
)
def test_files_that_cannot_be_read(data: bytes, reason: str) -> None:
    (rejection,) = rejections(data)
    assert rejection.reason == reason
    assert rejection.file == "-"
    assert rejection.remedy


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_other_unicode_encodings_with_a_mark(codec: str) -> None:
    text = f"\ufeff{OWLS}\n\n{TREES}"
    assert papers(text.encode(codec)) == papers(text)


def test_damaged_gzip_of_json_lines_gives_what_came_before() -> None:
    line = json.dumps({"abstract": OWLS}) + "\n"
    data = bytearray(gzip.compress(line.encode() * 2000))
    data[-6] ^= 0xFF  # the checksum
    found = read_bytes(bytes(data))
    assert isinstance(found[0], Paper)
    assert isinstance(found[-1], Rejection)


def test_text_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_TEXT", 50)
    (rejection,) = rejections(OWLS)
    assert rejection.reason.startswith("the text is larger than")
