from __future__ import annotations

import errno
import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.errors import InputError, OutputError
from kg.export import directory as module
from kg.export.directory import WRITERS, BuildFiles, check_place, write_build

NAMES = {
    *("extractions.jsonl", "graph.nq", "graph.ttl", "graph.jsonld", "graph.graphml", "graph.json"),
    *("graph.html", "leaderboard.csv", "links.tsv", "manifest.json", "void.ttl"),
}


def build_files(graph: nx.MultiDiGraph[str] | None = None, **fields: Any) -> BuildFiles:
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="https://x.org/", ruleset="0", version="1")
    made = {
        "graph": empty if graph is None else graph,
        "links": [],
        "leaderboard": [],
        "manifest": {"program": "abstracts-kg"},
        "records": io.BytesIO(b"{}\n"),
        **fields,
    }
    return BuildFiles(**made)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return write_build(tmp_path / "mine", build_files(manifest={"age": "older"}))


def age(folder: Path) -> object:
    return json.loads((folder / "manifest.json").read_text("utf-8")).get("age")


def test_a_build_has_these_files_and_their_sizes(tmp_path: Path) -> None:
    folder = write_build(tmp_path / "new" / "mine", build_files())
    assert names(folder) == NAMES
    assert names(folder.parent) == {"mine"}
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    del sizes["manifest.json"]
    assert manifest["files"] == sizes
    assert manifest["time"].endswith("+00:00")


def test_the_records_are_copied_from_their_beginning(tmp_path: Path) -> None:
    records = io.BytesIO(b"one\ntwo\n")
    records.read()
    folder = write_build(tmp_path / "mine", build_files(records=records))
    assert (folder / "extractions.jsonl").read_bytes() == b"one\ntwo\n"


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        folder = write_build(tmp_path / "mine", build_files())
    finally:
        os.umask(old)
    assert folder.stat().st_mode & 0o777 == 0o750


def test_an_older_build_is_replaced(older: Path) -> None:
    write_build(older, build_files(manifest={"age": "newer"}))
    assert age(older) == "newer"
    assert names(older.parent) == {"mine"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert names(write_build(tmp_path / "mine", build_files())) == NAMES


def test_a_link_stays_a_link(older: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("mine")
    write_build(tmp_path / "current", build_files(manifest={"age": "newer"}))
    assert (tmp_path / "current").is_symlink()
    assert age(older) == "newer"
    assert names(tmp_path) == {"mine", "current"}


@pytest.mark.parametrize("hidden", [".DS_Store", ".gitignore"])
def test_hidden_files_do_not_keep_a_build(older: Path, hidden: str) -> None:
    (older / hidden).touch()
    write_build(older, build_files())
    assert names(older) == NAMES


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"thesis.tex": "text"}, "not a build", id="something-else"),
        pytest.param({"manifest.json": '{"name": "an extension"}'}, "not a build", id="other-use"),
        pytest.param({"manifest.json": "{"}, "not a build", id="broken-manifest"),
        pytest.param({"manifest.json": "[]"}, "not a build", id="manifest-no-object"),
        pytest.param(
            {"manifest.json": '{"files": {"graph.nq": 1}}', "notes.md": "text"},
            "also holds notes.md",
            id="notes-beside-a-build",
        ),
        pytest.param({".hidden": "text"}, "not a build", id="hidden"),
    ],
)
def test_what_is_no_build_is_not_replaced(
    tmp_path: Path, files: dict[str, str], reason: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    for act in (check_place, lambda place: write_build(place, build_files())):
        with pytest.raises(OutputError, match=f"{reason}.*so it is not replaced; .*another dir"):
            act(tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == files


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        pytest.param("file", "not a build", id="a-file"),
        pytest.param("file/mine", "is not a folder", id="under-a-file"),
        pytest.param("file/a/b/mine", "is not a folder", id="deep-under-a-file"),
        pytest.param("x" * 300, "File name too long", id="long-name"),
        pytest.param("loop/mine", "File exists", id="links-in-a-circle"),
    ],
)
def test_a_place_that_cannot_be_written(tmp_path: Path, place: str, reason: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OutputError, match=reason) as caught:
        write_build(tmp_path / place, build_files())
    assert caught.value.file == str(tmp_path / place)
    assert caught.value.remedy
    assert names(tmp_path) == {"file", "loop"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="may not be written to"):
        check_place(tmp_path / "mine")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Linux only")
def test_a_file_system_that_takes_no_folders() -> None:
    with pytest.raises(OutputError, match="/proc/mine: the build cannot be written"):
        write_build(Path("/proc/mine"), build_files())


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def failing(*_: object, **__: object) -> None:
    raise FULL


def failing_as_output(*_: object, **__: object) -> None:
    raise OutputError("the file cannot be written", file="graph.part") from FULL


@pytest.mark.parametrize("fail", [failing, failing_as_output], ids=["disk", "writer"])
@pytest.mark.parametrize(
    "step", [*(name for name, _ in WRITERS), "leaderboard.csv", "links.tsv", "void.ttl"]
)
def test_a_full_disk_leaves_nothing_and_the_older_build(
    older: Path, monkeypatch: pytest.MonkeyPatch, step: str, fail: Any
) -> None:
    before = {path.name: path.read_bytes() for path in older.iterdir()}
    if step.startswith("graph"):
        writers = [(name, fail if name == step else write) for name, write in WRITERS]
        monkeypatch.setattr(module, "WRITERS", writers)
    else:
        writer = {"l": "write_leaderboard_csv", "i": "write_linkstable"}[
            "l" if "board" in step else "i"
        ]
        monkeypatch.setattr(module, writer, fail)
    with pytest.raises(OutputError, match=rf"{older}: .*No space left on device; check the space"):
        write_build(older, build_files())
    assert {path.name: path.read_bytes() for path in older.iterdir()} == before
    assert names(older.parent) == {"mine"}


def test_records_that_cannot_be_read_leave_nothing(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(OutputError, match="Input/output error"):
        write_build(tmp_path / "mine", build_files(records=Broken()))
    assert names(tmp_path) == set()


def test_a_graph_that_breaks_its_contract_is_named_as_such(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="https://x.org/", ruleset="", version="")
    graph.add_node("method/x", type="Method")
    with pytest.raises((InputError, KeyError)):
        write_build(tmp_path / "mine", build_files(graph))
    assert names(tmp_path) == set()


@pytest.mark.parametrize("failure", [1, 2], ids=["older-cannot-leave", "newer-cannot-come"])
def test_a_rename_that_fails_keeps_the_older_build(
    older: Path, monkeypatch: pytest.MonkeyPatch, failure: int
) -> None:
    rename, calls = Path.rename, []

    def rename_once(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failure:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_once)
    with pytest.raises(OutputError, match="busy"):
        write_build(older, build_files(manifest={"age": "newer"}))
    assert age(older) == "older"
    assert names(older.parent) == {"mine"}


def test_an_interruption_leaves_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "WRITERS", [("graph.nq", interrupt)])
    with pytest.raises(KeyboardInterrupt):
        write_build(older, build_files())
    assert age(older) == "older"
    assert names(older.parent) == {"mine"}


def test_a_relative_place_is_below_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_build(Path("mine"), build_files()) == Path("mine")
    assert names(tmp_path / "mine") == NAMES
    shutil.rmtree("mine")
