"""Bad input, end to end: one clear line each, the rest is read, nothing half-written stays."""

from __future__ import annotations

import gzip
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

GOOD = "We propose OwlNet, a novel network for speaker verification."
LINE = json.dumps({"text": GOOD})


def kg(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(part) for part in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def abstracts(result: Result) -> list[str]:
    return [json.loads(line)["abstract"] for line in result.stdout.splitlines()]


BAD = {
    "empty": (b"", ": the file is empty; "),
    "blank": (b" \n\t\r\n", ": the file is empty; "),
    "empty-gzip": (gzip.compress(b""), ": the file is empty; "),
    "binary": (bytes(range(256)) * 8, ": this is a binary file, not text; "),
    "pdf": (b"%PDF-1.7\n", ": this is a PDF document, not text; "),
    "damaged-gzip": (gzip.compress(GOOD.encode())[:-9], ": the gzip data is damaged"),
    "latin-1": (
        "Une étude des chouettes".encode("latin-1"),
        ":1: the bytes at offset 4 are not UTF",
    ),
    "gb18030": ("本文研究猫头鹰。".encode("gb18030"), ":1: the bytes at offset 0 are not UTF-8; "),
    "long-word": (b"x" * 5_000_000, ":1: 5,000,000 characters are too long for an abstract"),
    "json-array": (b'[{"text": "a"}]', ":1: "),
    "broken-json": (b'{"text": "a"', ":1: "),
    "no-text": (b'{"id": "1"}', ":1: the record has no abstract (field 'abstract'); "),
    "null-text": (b'{"text": null}', ":1: the record has no abstract (field 'abstract'); "),
    "empty-text": (b'{"text": "  "}', ":1: the abstract is empty (field 'text'); "),
    "text-no-string": (b'{"text": 5}', ":1: 5 is not a string (field 'text'); "),
    "half-a-surrogate-pair": (b'{"text": "\\ud800"}', ":1: "),
    "deep-json": (b'{"text":' + b"[" * 100_000, ":1: the JSON is nested too deeply"),
    "not-a-number": (b'{"text": "a", "year": NaN}', ":1: "),
}
EACH = pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD)


@EACH
def test_a_bad_file_is_one_line_and_the_others_are_read(
    tmp_path: Path, data: bytes, message: str
) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(GOOD)
    result = kg("extract", bad, good)
    assert result.exit_code == 0
    assert abstracts(result) == [GOOD]
    line, count = result.stderr.splitlines()
    assert line.startswith(f"kg: {bad}{message}")
    assert "; " in line
    assert count == "kg: 1 rejected"


@EACH
def test_nothing_but_a_bad_file_is_an_error(tmp_path: Path, data: bytes, message: str) -> None:
    bad = tmp_path / "bad"
    bad.write_bytes(data)
    for command in (["extract"], ["extract", "-o", "found"], ["build", "-o", "mine"]):
        arguments = [
            str(tmp_path / part) if part in {"found", "mine"} else part for part in command
        ]
        result = kg(*arguments, bad)
        assert (result.exit_code, result.stdout) == (1, "")
        line, last = result.stderr.splitlines()
        assert line.startswith(f"kg: {bad}{message}")
        assert last == "kg: no record could be read; see the lines above"
    assert [path.name for path in tmp_path.iterdir()] == ["bad"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(f"{LINE}\n{{broken\n{LINE}\n".encode(), 2, id="broken-json"),
        pytest.param(f'{LINE}\n\n{{"id": 3}}\n{LINE}'.encode(), 3, id="no-text-behind-a-blank"),
        pytest.param(
            f"{LINE}\n".encode() + b'{"text": "\xff"}\n' + LINE.encode(), 2, id="no-utf-8"
        ),
        pytest.param(f"{GOOD}\n\nbad \n".encode() + b"\xe9\n\n" + GOOD.encode(), 4, id="text"),
        pytest.param(f"{LINE}\r\n[1]\r\n{LINE}\r\n".encode(), 2, id="crlf"),
    ],
)
def test_a_bad_record_in_the_middle_does_not_stop_the_others(
    tmp_path: Path, data: bytes, line: int
) -> None:
    feed = tmp_path / "feed"
    feed.write_bytes(data)
    result = kg("extract", feed)
    assert result.exit_code == 0
    assert abstracts(result) == [GOOD, GOOD]
    assert result.stderr.startswith(f"kg: {feed}:{line}: ")
    built = kg("build", feed, "-o", tmp_path / "mine")
    assert built.exit_code == 0
    manifest = json.loads((tmp_path / "mine" / "manifest.json").read_text("utf-8"))
    assert [(one["file"], one["line"]) for one in manifest["rejected"]] == [(str(feed), line)]


@pytest.mark.parametrize(
    ("data", "abstract"),
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), GOOD, id="bom"),
        pytest.param(b"\xef\xbb\xbf" + LINE.encode(), GOOD, id="bom-json"),
        pytest.param(GOOD.encode("utf-16"), GOOD, id="utf-16"),
        pytest.param(
            GOOD.replace(" a ", "\r\na ").encode(), GOOD.replace(" a ", "\r\na "), id="crlf"
        ),
        pytest.param(b"a\x01b \x1b[31mred\x1b[0m", "a\x01b \x1b[31mred\x1b[0m", id="control"),
        pytest.param("zero\u200bwidth\u2060".encode(), None, id="zero-width"),
        pytest.param("left\u202eright".encode(), "left\u202eright", id="bidirectional"),
        pytest.param(gzip.compress(GOOD.encode()), GOOD, id="gzip"),
        pytest.param(b"x" * 200_000, "x" * 200_000, id="long-word"),
        pytest.param("猫".encode() * 50_000, "猫" * 50_000, id="long-chinese"),
    ],
)
def test_odd_but_good(tmp_path: Path, data: bytes, abstract: str | None) -> None:
    feed = tmp_path / "feed"
    feed.write_bytes(data)
    result = kg("extract", feed)
    assert (result.exit_code, result.stderr) == (0, "")
    (found,) = abstracts(result)
    assert abstract is None or found == abstract
    assert kg("build", feed, "-o", tmp_path / "mine").exit_code == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param(
            "no/such/file", "there is no such file or folder; check the path", id="missing"
        ),
        pytest.param(
            "empty-folder", "the folder holds no feeds; check the path", id="empty-folder"
        ),
    ],
)
def test_inputs_that_are_not_there(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty-folder").mkdir()
    result = kg("extract", tmp_path / name, "-", stdin=GOOD.encode())
    assert result.exit_code == 0
    assert abstracts(result) == [GOOD]
    assert result.stderr == f"kg: {tmp_path / name}: {message}\nkg: 1 rejected\n"


def test_the_files_of_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(GOOD)
    (tmp_path / "b.jsonl").write_text(LINE)
    (tmp_path / ".hidden").write_text(GOOD)
    assert abstracts(kg("extract", tmp_path)) == [GOOD, GOOD]


def test_text_on_standard_input_that_is_not_utf_8() -> None:
    result = kg("rules", "explain", "-", stdin=b"\xff")
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: -: the byte at offset 0 is not UTF-8; ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["explain", "BUILD", "OwlNit"], "did you mean 'OwlNet'", id="explain"),
        pytest.param(["leaderboard", "BUILD", "--task", "x"], "nothing in the graph", id="board"),
        pytest.param(["query", "BUILD", "SELECT ?x"], "malformed query", id="query"),
        pytest.param(["query", "BUILD", "--file", "no.rq"], "query cannot be read", id="file"),
        pytest.param(["query", "BUILD", "--name", "nope"], "nope", id="named"),
        pytest.param(["query", "no/such", "ASK {}"], "no such file or folder", id="no-source"),
        pytest.param(["leaderboard", "no/such"], "there is no build here", id="no-build"),
        pytest.param(["explain", "FEEDS", "x"], "there is no build here", id="no-build-there"),
        pytest.param(["view", "no/such"], "there is no page", id="view"),
        pytest.param(["rules", "list", "--patterns", "no/such"], "no such folder", id="patterns"),
        pytest.param(
            ["build", "FEEDS", "-o", "mine", "--base", "x y"], "no absolute IRI", id="base"
        ),
        pytest.param(["build", "no*such", "-o", "mine"], "no file matches", id="pattern"),
    ],
)
def test_what_is_asked_for_is_not_there(
    feeds: Path, build_folder: Path, arguments: list[str], message: str
) -> None:
    places = {"BUILD": build_folder, "FEEDS": feeds}
    result = kg(*(places.get(part, part) for part in arguments))
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("kg: ")
    assert message in line
    assert "; " in line


@pytest.mark.parametrize("output", ["file/mine", "x" * 300], ids=["under-a-file", "long-name"])
@pytest.mark.parametrize("command", ["extract", "build"])
def test_an_output_that_cannot_be_written(tmp_path: Path, output: str, command: str) -> None:
    (tmp_path / "file").write_text(GOOD)
    result = kg(command, tmp_path / "file", "-o", tmp_path / output)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"kg: {tmp_path / output}: the ")
    assert " cannot be written: " in line
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_is_no_build_is_refused_before_any_work(
    feeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.pipeline.build", None)
    result = kg("build", feeds, "-o", feeds)
    assert result.exit_code == 1
    assert "not a build, so it is not replaced" in result.stderr


def test_a_folder_is_no_file_to_extract_into(feeds: Path) -> None:
    result = kg("extract", feeds, "-o", feeds)
    assert result.exit_code == 1
    assert result.stderr == f"kg: {feeds}: this is a folder; give the name of a file in it\n"


def test_a_device_stays_a_device(feeds: Path) -> None:
    assert kg("extract", feeds / "b.txt", "-o", os.devnull).exit_code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_appears_whole_or_not_at_all(
    feeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "found.jsonl"
    target.write_text("older\n")

    def fail(*_: object, **__: object) -> Callable[[object], None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = kg("extract", feeds / "b.txt", "-o", target)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"kg: {target}: the file cannot be written: No space left")
    assert target.read_text() == "older\n"
    assert [path.name for path in tmp_path.iterdir()] == ["found.jsonl"]


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    feed = tmp_path / "feed.txt"
    feed.write_text(GOOD, "utf-8")
    result = kg("extract", feed, "-o", feed)
    assert result.exit_code == 1
    assert "this is also an input" in result.stderr
    assert feed.read_text("utf-8") == GOOD
