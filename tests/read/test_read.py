from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from kg.read import read
from kg.records import Paper, Rejection

from .feeds import FOXES, OWLS, TREES, ZH, papers, read_bytes

FEEDS = {
    "translated": f"{OWLS}\ntranslated by 谷歌翻译\n{TREES}\ntranslated by 谷歌翻译\n",
    "labelled": f"Abstract:{OWLS}\nAbstract: {TREES}",
    "authored": f"Ada Lovelace, Alan Turing\n{OWLS}\nGrace Hopper\n{TREES}\n",
    "plain": f"{OWLS}\n\n{TREES}\n",
    "json": "".join(json.dumps({"abstract": text}) + "\n" for text in (OWLS, TREES)),
}


@pytest.mark.parametrize("name", FEEDS)
def test_same_abstract_same_id_in_every_layout(name: str) -> None:
    found = papers(FEEDS[name])
    assert [paper.abstract for paper in found] == [OWLS, TREES]
    assert [paper.id for paper in found] == [paper.id for paper in papers(FEEDS["plain"])]


@pytest.mark.parametrize("name", [name for name in FEEDS if name != "json"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-mark", "mark"])
def test_abstract_is_a_slice_of_the_record_in_the_file(name: str, line_end: str, mark: str) -> None:
    text = mark + FEEDS[name].replace("\n", line_end)
    for paper in papers(text):
        record = text[paper.source.start : paper.source.end]
        assert paper.abstract in record
        assert record == record.strip().strip("\ufeff")
        assert paper.source.line == text.count("\n", 0, paper.source.start) + 1
        assert paper.duplicate_of is None


def test_several_files_of_several_layouts_in_one_call(tmp_path: Path) -> None:
    for name, text in FEEDS.items():
        (tmp_path / f"{name}.dat").write_text(text)
    paths = [tmp_path / f"{name}.dat" for name in FEEDS]
    found = list(read([*paths, tmp_path / "missing.txt"]))
    assert len(found) == 11
    assert found[-1] == Rejection(
        file=str(tmp_path / "missing.txt"),
        reason="there is no such file or folder",
        remedy="check the path",
    )


def test_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWLS)
    first, second = read([str(tmp_path / "none"), str(tmp_path / "a.txt")])
    assert isinstance(first, Rejection)
    assert isinstance(second, Paper)
    assert second.source.file == str(tmp_path / "a.txt")


def test_directory_is_read_sorted_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(FOXES)
    (tmp_path / ".hidden").write_text(FOXES)
    (tmp_path / "b.txt").write_text(OWLS)
    (tmp_path / "sub" / "a.txt").write_text(TREES)
    found = [record for record in read([tmp_path]) if isinstance(record, Paper)]
    assert [paper.source.file for paper in found] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "sub" / "a.txt"),
    ]


def test_what_a_build_wrote_is_no_feed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWLS)
    (tmp_path / "out").mkdir()
    for name in ("manifest.json", "graph.nq", "extractions.jsonl"):
        (tmp_path / "out" / name).write_text("{}")
    found = [record for record in read([tmp_path]) if isinstance(record, Paper)]
    assert [paper.source.file for paper in found] == [str(tmp_path / "a.txt")]


def test_empty_directory_is_rejected(tmp_path: Path) -> None:
    (rejection,) = read([tmp_path])
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "the folder holds no feeds"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OWLS)
    path.chmod(0)
    (rejection,) = read([path])
    assert isinstance(rejection, Rejection)
    assert rejection.remedy == "change its permissions"


def test_permission_error_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (rejection,) = read([tmp_path / "a.txt"])
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "the file may not be read"


@pytest.mark.parametrize("name", FEEDS)
def test_gzip_is_read_as_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "feed"  # the name does not tell
    path.write_bytes(gzip.compress(FEEDS[name].encode()))
    found = [record for record in read([path]) if isinstance(record, Paper)]
    assert [paper.abstract for paper in found] == [OWLS, TREES]


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(FEEDS["json"])
    records = read([path, tmp_path / "none"])
    first = next(records)
    assert isinstance(first, Paper)
    assert first.abstract == OWLS


def test_invisible_characters_stay_in_the_abstract_but_not_in_its_id() -> None:
    (paper,) = papers(OWLS.replace("owls", "ow\u200bls\x07"))
    assert "ow\u200bls\x07" in paper.abstract
    assert paper.id == papers(OWLS)[0].id


def test_chinese_and_english_in_one_feed() -> None:
    found = papers(f"{OWLS}\ntranslated by DeepL\n{ZH}\ntranslated by DeepL")
    assert [paper.language for paper in found] == ["en", "zh"]


def test_record_with_bytes_that_are_not_utf8_is_rejected_alone() -> None:
    data = f"{OWLS}\n\n{TREES}\n\n{FOXES}".encode().replace(b"TreeNet", b"TreeN\xe9t")
    first, second, third = read_bytes(data)
    assert isinstance(first, Paper)
    assert isinstance(third, Paper)
    assert isinstance(second, Rejection)
    assert second.line == 3
    assert second.reason == f"the bytes at offset {data.index(0xE9)} are not UTF-8"


EXAMPLES = Path(__file__).parents[2] / "examples" / "feeds"


def test_example_feeds_are_read_without_rejections() -> None:
    found = [record for record in read([EXAMPLES]) if isinstance(record, Paper)]
    assert len(found) == len(list(read([EXAMPLES]))) == 31
    # One abstract stands in two files.
    assert len({paper.id for paper in found}) == 30
    assert sum(paper.language == "zh" for paper in found) == 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param('<?xml version="1.0"?>\n<volume/>', "XML", id="xml"),
        pytest.param("\ufeff<!DOCTYPE html>\n<p>We count owls.</p>", "HTML", id="html"),
        pytest.param("\\documentclass{article}\nWe count owls.", "LaTeX", id="latex"),
    ],
)
def test_markup_is_rejected_by_its_name(tmp_path: Path, text: str, kind: str) -> None:
    file = tmp_path / "feed.txt"
    file.write_text(text, "utf-8")
    (rejection,) = read([file])
    assert isinstance(rejection, Rejection)
    assert kind in rejection.reason
