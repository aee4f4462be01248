from __future__ import annotations

import json
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result
from conftest import OWLNET

from kg.cli import main

Run = Callable[..., Result]


def commands(
    group: click.Group = main, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = dict(commands())
EACH = pytest.mark.parametrize("path", COMMANDS, ids=" ".join)


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def test_the_commands() -> None:
    assert {" ".join(path) for path in COMMANDS} == {
        *("extract", "build", "query", "leaderboard", "explain", "export", "view"),
        *("rules", "rules check", "rules list", "rules explain"),
    }


@EACH
def test_every_command_says_what_it_does(kg: Run, path: tuple[str, ...]) -> None:
    result = kg(*path, "--help")
    assert result.exit_code == 0
    assert COMMANDS[path].help
    assert kg(*path, "-h").stdout == result.stdout
    assert "\b" not in result.stdout


@EACH
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option) and parameter.name != "format_":
            assert parameter.help, parameter.name
            assert parameter.help.endswith("."), parameter.name


def test_version(kg: Run) -> None:
    assert kg("--version").stdout.startswith("kg, version 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["build", "a.txt"],
        ["build", "-o", "x"],
        ["nothing"],
        ["extract", "--nothing", "a.txt"],
        ["extract", "-j", "0", "a.txt"],
        ["query"],
        ["query", "x"],
        ["query", "x", "SELECT", "--name", "leaderboard"],
        ["query", "x", "SELECT", "--dataset", "a"],
        ["export", "x"],
        ["export", "x", "--format", "docx"],
        ["query", "x", "SELECT", "--format", "yaml"],
        ["query", "x", "SELECT", "--timeout", "0"],
        ["leaderboard"],
        ["explain", "x"],
        ["rules", "nothing"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(kg: Run, arguments: list[str], build_folder: Path) -> None:
    result = kg(*(build_folder if part == "x" else part for part in arguments))
    assert result.exit_code == 2, result.stderr
    assert result.stderr.startswith("Usage: ")
    assert not result.stdout


def test_extract_to_standard_output(kg: Run, feeds: Path) -> None:
    result = kg("extract", feeds / "b.txt")
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["abstract"] for record in records] == [
        "We study how BERT reads tables.",
        "Owls sleep by day.",
    ]
    assert result.stderr == ""


def test_extract_to_a_file(kg: Run, feeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.jsonl"
    result = kg("extract", feeds / "b.txt", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text("utf-8") == kg("extract", feeds / "b.txt").stdout
    assert [path.name for path in tmp_path.iterdir()] == ["found.jsonl"]


@pytest.mark.parametrize(
    ("text", "count"),
    [(OWLNET, 1), ("One.\n\nTwo.", 2), ('{"text": "One."}\n{"text": "Two."}\n', 2)],
    ids=["text", "blank-line", "json-lines"],
)
def test_extract_from_standard_input(kg: Run, text: str, count: int) -> None:
    result = kg("extract", "-", stdin=text)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["source"]["file"] for record in records] == ["-"] * count


def test_what_was_extracted_can_be_extracted_again(kg: Run, feeds: Path, tmp_path: Path) -> None:
    first = kg("extract", feeds / "a.jsonl", "-o", tmp_path / "one.jsonl")
    assert first.exit_code == 0
    again = kg("extract", tmp_path / "one.jsonl").stdout.splitlines()
    before = (tmp_path / "one.jsonl").read_text("utf-8").splitlines()
    for one, other in zip(map(json.loads, before), map(json.loads, again), strict=True):
        assert {**one, "source": None} == {**other, "source": None}


@pytest.mark.parametrize("strict", [False, True], ids=["lenient", "strict"])
def test_rejected_records_are_reported_and_counted(
    kg: Run,
    feeds: Path,
    tmp_path: Path,
    strict: bool,
) -> None:
    options = ["--strict"] if strict else []
    for command in (["extract"], ["build", "-o", str(tmp_path / "mine")]):
        result = kg(*command, feeds, *options)
        assert result.exit_code == int(strict)
        told = [line for line in result.stderr.splitlines() if line.startswith("kg: ")]
        assert [line.split(": ")[1] for line in told[:2]] == [
            f"{feeds}/a.jsonl:3",
            f"{feeds}/a.jsonl:5",
        ]
        assert told[2:] == ["kg: 2 rejected"]
    assert (tmp_path / "mine" / "graph.html").is_file()


def test_build_says_what_it_built(kg: Run, feeds: Path, tmp_path: Path) -> None:
    result = kg("build", feeds / "b.txt", "-o", tmp_path / "mine", "--base", "https://x.org/")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("2 records, 2 papers, 0 scores, ")
    assert result.stderr.endswith(f"the page is {tmp_path}/mine/graph.html\n")
    assert "<https://x.org/paper/" in (tmp_path / "mine" / "graph.nq").read_text("utf-8")


def test_one_is_singular(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("We propose QuaxNet. It has 91.2% accuracy on CIFAR-10.")
    result = kg("build", tmp_path / "one.txt", "-o", tmp_path / "built")
    assert result.stderr.startswith("1 record, 1 paper, 1 score, ")


def test_build_names_the_abstracts_whose_id_was_taken(kg: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    texts = ("We propose QuaxNet for parsing.", "We compare OwlNet with BERT.")
    lines = [json.dumps({"id": "x", "abstract": text}) for text in texts]
    feed.write_text("\n".join(lines), "utf-8")
    result = kg("build", feed, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert f"kg: {feed}:2: another abstract has the id 'x'; this one is called 'x~" in result.stderr
    (row,) = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["renamed"]
    assert (row["file"], row["line"], row["id"]) == (str(feed), 2, "x")
    assert row["renamed"].startswith("x~")


def test_build_names_the_rows_of_a_table_that_change_nothing(
    kg: Run, feeds: Path, tmp_path: Path
) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("same\tMethod\twav2vec 2.0\tw2v-quax\n", "utf-8")
    result = kg("build", str(feeds), "-o", str(tmp_path / "out"), "--aliases", str(table))
    assert result.exit_code == 0
    assert f"{table}:1: nothing has the second name of this row" in result.stderr


def test_view_opens_the_page(kg: Run, build_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    result = kg("view", build_folder)
    page = (build_folder / "graph.html").resolve()
    assert (result.exit_code, result.stdout, opened) == (0, f"{page}\n", [page.as_uri()])


def test_rules_check(kg: Run) -> None:
    result = kg("rules", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(" lexicon rows, 0 faults\n")


def test_rules_list(kg: Run) -> None:
    listed = rows(kg("rules", "list").stdout)
    assert listed[0] == ["id", "kind", "example"]
    assert len(listed) > 30
    assert all(row[2] for row in listed if len(row) == 3)
    assert {row[0].partition(":")[0] for row in listed if len(row) == 1} == {
        f"{kind}.lexicon" for kind in ("method", "dataset", "metric", "task")
    }


@pytest.mark.parametrize("stdin", [None, OWLNET], ids=["argument", "standard-input"])
def test_rules_explain(kg: Run, stdin: str | None) -> None:
    result = kg("rules", "explain", "-" if stdin else OWLNET, stdin=stdin)
    assert result.exit_code == 0
    assert ["found", "type", "entity", "rule"] in rows(result.stdout)
    assert any(row[:3] == ["OwlNet", "Method", "OwlNet"] for row in rows(result.stdout))
    assert any(row[0] == "0.68%" for row in rows(result.stdout))
