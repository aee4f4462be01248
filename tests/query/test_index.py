from __future__ import annotations

import os
from pathlib import Path

import pytest

import kg.builds
from kg.builds import open_store
from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.query.index import FOLDER, index_of, make_index
from kg.query.library import ask, named_queries
from kg.query.sparql import Store

LINE = '<http://example.org/a> <http://example.org/p> "x" <http://example.org/g> .\n'


@pytest.fixture
def quads(tmp_path: Path) -> Path:
    path = tmp_path / "graph.nq"
    path.write_text(LINE)
    return path


@pytest.mark.parametrize("timeout", [None, 60.0])
def test_an_index_answers(quads: Path, timeout: float | None) -> None:
    assert index_of(quads) is None
    assert make_index(quads) == index_of(quads)
    store = Store(index=index_of(quads))
    assert len(store) == 1
    assert store.query("SELECT ?o { ?s ?p ?o }", timeout=timeout).rows == [{"o": "x"}]
    assert [path.name for path in sorted(quads.parent.iterdir())] == [FOLDER, "graph.nq"]


def test_two_may_read_at_once(quads: Path) -> None:
    stores = [Store(index=make_index(quads)), Store(index=index_of(quads))]
    assert [len(store) for store in stores] == [1, 1]


def test_an_index_of_what_has_changed_is_made_again(quads: Path) -> None:
    make_index(quads)
    quads.write_text(LINE + LINE.replace('"x"', '"y"'))
    assert index_of(quads) is None
    assert len(Store(index=make_index(quads))) == 2


def test_a_file_of_the_same_size_that_was_written_later_has_changed(quads: Path) -> None:
    make_index(quads)
    os.utime(quads, (1, 1))
    assert index_of(quads) is None


def test_a_malformed_file_leaves_no_index(quads: Path) -> None:
    quads.write_text(LINE + "not RDF\n")
    with pytest.raises(InputError, match="malformed RDF"):
        make_index(quads)
    assert [path.name for path in quads.parent.iterdir()] == ["graph.nq"]


def test_a_large_build_gets_its_index_once(
    built: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = built.export(tmp_path / "owls")
    told: list[str] = []
    in_memory = open_store(folder, told=told.append)
    assert not (folder / FOLDER).exists()
    monkeypatch.setattr(kg.builds, "LARGE", 1)
    on_disk = [open_store(folder, told=told.append) for _ in range(2)][1]
    assert told == ["making an index of the build; this is done once"]
    for query in named_queries():
        assert ask(on_disk, query, {}).rows == ask(in_memory, query, {}).rows
    again = built.export(folder)  # the index is part of no build and goes with the old one
    assert not (again / FOLDER).exists()


def test_without_a_place_for_the_index_the_build_is_read_into_memory(
    built: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_: Path) -> Path:
        raise OSError(28, "No space left on device")

    folder = built.export(tmp_path / "owls")
    monkeypatch.setattr(kg.builds, "LARGE", 1)
    monkeypatch.setattr(kg.builds, "make_index", no_space)
    told: list[str] = []
    assert len(open_store(folder, told=told.append)) > 100
    assert told[1].endswith("is read into memory: No space left on device")
