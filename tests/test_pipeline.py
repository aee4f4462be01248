from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from conftest import OWLNET

import kg
from kg.errors import InputError, OutputError
from kg.graph import KnowledgeGraph
from kg.pipeline import extract_files, extract_text
from kg.records import Extraction, Rejection
from kg.rules import RuleSet


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a build, the manifest without what belongs to this writing."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    manifest = json.loads(found["manifest.json"])
    assert manifest.pop("time")
    return {**found, "manifest.json": json.dumps(manifest).encode()}


def of_type(graph: KnowledgeGraph, kind: str) -> dict[str, dict[str, Any]]:
    return {key: data for key, data in graph.nx.nodes(data=True) if data["type"] == kind}


def test_the_same_input_gives_the_same_bytes(
    feeds: Path, build_folder: Path, tmp_path: Path
) -> None:
    again = kg.build([feeds]).export(tmp_path / "again")
    assert files_of(again) == files_of(build_folder)


@pytest.mark.slow
def test_the_same_bytes_in_processes(feeds: Path, build_folder: Path, tmp_path: Path) -> None:
    again = kg.build([feeds], processes=2).export(tmp_path / "again")
    assert files_of(again) == files_of(build_folder)


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "4711"])
def test_the_same_bytes_under_another_hash_seed(
    feeds: Path, build_folder: Path, tmp_path: Path, seed: str
) -> None:
    command = [sys.executable, "-m", "kg.cli", "build", str(feeds), "-o", str(tmp_path / "again")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert files_of(tmp_path / "again") == files_of(build_folder)


def test_an_abstract_that_comes_twice_is_one_paper_with_both_sources(
    built: KnowledgeGraph, feeds: Path
) -> None:
    paper = built.nx.nodes["paper/r-owlnet"]
    assert "paper/r-other" not in built.nx
    assert [source.rpartition(":")[0] for source in paper["sources"]] == [f"{feeds}/a.jsonl"] * 2
    assert paper["doi"] == "10.1000/owl"
    assert paper["abstract"] == OWLNET


def test_a_revised_abstract_is_linked_as_a_version(built: KnowledgeGraph) -> None:
    pairs = [edge[:2] for edge in built.nx.edges(keys=True) if edge[2] == "versionOf"]
    assert pairs == [("paper/r-owlview2", "paper/r-owlview")]


def test_what_both_languages_say_meets_in_one_node(built: KnowledgeGraph) -> None:
    metric = built.nx.nodes["metric/equalerrorrate"]
    assert metric["support"] == 2
    assert {"EER", "等错误率"} <= set(metric["aliases"])
    datasets = built.nx.nodes["dataset/voxceleb1"]
    assert datasets["support"] == 2


def test_the_manifest(built: KnowledgeGraph, feeds: Path) -> None:
    manifest = built.manifest
    assert set(manifest) == {
        *("program", "version", "ruleset", "base", "inputs", "counts", "rejected", "renamed"),
    }
    assert manifest["inputs"] == [
        {
            "path": str(path),
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in (feeds / "a.jsonl", feeds / "b.txt")
    ]
    counts = manifest["counts"]
    assert (counts["records"], counts["papers"]) == (7, 6)
    assert (counts["duplicates"], counts["rejected"]) == (1, 2)
    assert counts["nodes"] == len(built.nx)
    assert counts["edges"] == built.nx.number_of_edges()
    assert counts["papers"] == len(of_type(built, "Paper"))
    assert (built.nx.graph["base"], built.nx.graph["ruleset"]) == (
        manifest["base"],
        manifest["ruleset"],
    )


def test_rejections_are_listed_with_file_and_line(built: KnowledgeGraph, feeds: Path) -> None:
    rejected = built.manifest["rejected"]
    assert [(one["file"], one["line"]) for one in rejected] == [
        (f"{feeds}/a.jsonl", 3),
        (f"{feeds}/a.jsonl", 5),
    ]
    assert all(one["reason"] and one["remedy"] for one in rejected)


def test_extractions_come_in_the_order_of_the_inputs(feeds: Path) -> None:
    found = list(extract_files([feeds / "b.txt", feeds]))
    ids = [one.id if isinstance(one, Extraction) else "rejected" for one in found]
    first, second, *rest = ids
    assert rest == [
        *("r-owlnet", "r-owlview", "rejected", "r-owlview2", "rejected", "r-zh", "r-other"),
        *(first, second),
    ]
    copies = [one.duplicate_of for one in found if isinstance(one, Extraction)]
    assert copies == [*[None] * 6, "r-owlnet", first, second]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        pytest.param("*.txt", ["b.txt"], id="one"),
        pytest.param("?.*", ["a.jsonl", "b.txt"], id="several-sorted"),
        pytest.param("**/b.*", ["b.txt"], id="folders"),
    ],
)
def test_patterns_stand_for_the_files_that_match(
    feeds: Path, pattern: str, names: list[str]
) -> None:
    inputs = kg.build([feeds / pattern]).manifest["inputs"]
    assert [Path(one["path"]).name for one in inputs] == names


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[a].txt").write_text("We study owls.")
    (tmp_path / "a.txt").write_text("We study foxes.")
    assert kg.build([tmp_path / "[a].txt"]).manifest["counts"]["papers"] == 1
    assert (
        "owls" in next(iter(of_type(kg.build([tmp_path / "[a].txt"]), "Paper").values()))["label"]
    )


def test_a_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\*\.txt: no file matches; check the pattern"):
        kg.build([tmp_path / "*.txt"])


@pytest.mark.parametrize("base", ["", "kg", "https://x.org/a b", "https://x.org/<", "urn:"])
def test_a_base_that_is_no_iri_is_an_error(feeds: Path, base: str) -> None:
    from kg.pipeline import build

    with pytest.raises(InputError, match="is no absolute IRI"):
        build([feeds], base=base)


@pytest.mark.parametrize("base", ["https://x.org/图/", "urn:kg:", "http://localhost:8000/kg#"])
def test_a_base_of_ones_own(base: str) -> None:
    from kg.pipeline import build

    graph = build(["-"], base=base, stdin=io.BytesIO(b"We study owls."))
    (paper,) = of_type(graph, "Paper")
    rows = graph.sparql(
        "SELECT ?s { GRAPH ?g { ?s a ?class } FILTER(CONTAINS(STR(?s), 'paper/')) }"
    )
    assert {str(row["s"]).strip("<>") for row in rows.rows} >= {base + paper}


@pytest.mark.parametrize(
    "inputs",
    [pytest.param([], id="none"), pytest.param(["no/such/file"], id="all-rejected")],
)
def test_nothing_read_makes_an_empty_graph(inputs: list[str], tmp_path: Path) -> None:
    graph = kg.build(inputs)
    assert len(graph.nx) == 0
    assert graph.manifest["counts"]["rejected"] == len(inputs)
    assert graph.leaderboard() == []
    again = kg.load(graph.export(tmp_path / "empty"))
    assert again.manifest == graph.manifest
    assert len(again.nx) == 0


def test_every_record_is_told_as_it_comes(feeds: Path) -> None:
    from kg.pipeline import build

    told: list[Extraction | Rejection] = []
    graph = build([feeds], told=told.append)
    assert len(told) == graph.manifest["counts"]["records"] + 2
    assert sum(isinstance(one, Rejection) for one in told) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "abstract", id="empty"),
        pytest.param(" \n\t", "abstract", id="blank"),
        pytest.param("\u200b\ufeff", "abstract", id="invisible"),
        pytest.param("half \ud800 a pair", "surrogate", id="surrogate"),
        pytest.param("x" * 5_000_000, "too long", id="5-MB-without-a-space"),
    ],
)
def test_no_text_is_an_error(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        extract_text(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"text": "We propose OwlNet."}', id="looks-like-json"),
        pytest.param("We propose OwlNet.\n\nWe propose FoxNet.", id="looks-like-two"),
        pytest.param("Abstract: We propose OwlNet.", id="looks-labelled"),
        pytest.param("a\x00b\x1b[31m\u200bc", id="control-characters"),
    ],
)
def test_a_text_is_one_record_verbatim(text: str) -> None:
    assert extract_text(text).abstract == text


def test_rules_of_ones_own_are_used_and_change_the_digest(
    tmp_path: Path, shipped_rules: RuleSet
) -> None:
    (tmp_path / "lexicon").mkdir()
    row = {"name": "strigiform", "match": "any", "source": "own", "licence": "MIT"}
    (tmp_path / "lexicon" / "methods.jsonl").write_text(json.dumps(row))
    text = "We use the strigiform here."
    assert [one.name for one in kg.extract(text).entities] == []
    found = kg.extract(text, patterns=[tmp_path])
    assert [(one.name, one.type) for one in found.entities] == [("strigiform", "Method")]
    assert found.mentions[0].rule == "method.lexicon"
    graph = kg.build(["no/such/file"], patterns=[tmp_path])
    assert graph.manifest["ruleset"] != shipped_rules.digest


def test_a_full_folder_for_temporary_files(
    feeds: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda **_: Full())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(OutputError, match="No space left on device; make space there, or set TMP"):
        kg.build([feeds])


def test_one_path_is_not_taken_for_its_letters(feeds: Path) -> None:
    assert kg.build(str(feeds)).manifest["counts"] == kg.build([feeds]).manifest["counts"]
