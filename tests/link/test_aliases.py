"""A user's table: what it merges, what it keeps apart, and that it leaves the rest as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made import entity, extraction

import kg
from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.link import AcronymLinker, Identities
from kg.link.aliases import Aliases, AliasRow, read_aliases
from kg.rules import LexiconRow

TEXTS = {
    "p1": "We propose OwlNet, a novel network for image classification.",
    "p2": "We compare OwlNet with the HootNet model and BERT on ImageNet.",
    "p3": "We evaluate HootNet on OwlSet. Its accuracy is 71.5%.",
    "p4": "We evaluate BERT on HootSet and ImageNet.",
}
AUTHORS = {"p1": ["Ada Öz"], "p2": ["A. Öz", "Li Wei"], "p3": ["Li Wei"], "p4": []}


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "aliases.tsv"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("aliases") / "feed.jsonl"
    records = ({"id": key, "text": TEXTS[key], "authors": AUTHORS[key]} for key in TEXTS)
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return path


@pytest.fixture(scope="module")
def plain(feed: Path) -> KnowledgeGraph:
    return kg.build([feed])


def changed(before: KnowledgeGraph, after: KnowledgeGraph) -> set[str]:
    """Return the nodes that only one graph has, or whose attributes or edges differ."""
    nodes = set(before.nx) | set(after.nx)
    same = {
        node
        for node in set(before.nx) & set(after.nx)
        if before.nx.nodes[node] == after.nx.nodes[node]
        and dict(before.nx.succ[node]) == dict(after.nx.succ[node])
    }
    return nodes - same


def test_two_names_become_one(plain: KnowledgeGraph, feed: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "# ours", "", "same\tMethod\tOwlNet\tHootNet")
    graph = kg.build([feed], aliases=path)
    assert "method/hootnet" in plain.nx
    assert "method/hootnet" not in graph.nx
    node = graph.nx.nodes["method/owlnet"]
    assert (node["label"], node["aliases"], node["support"]) == ("OwlNet", ["HootNet"], 3)
    # Besides the two nodes only what pointed to the one that is gone has changed.
    assert changed(plain, graph) == {
        *("method/owlnet", "method/hootnet"),
        *plain.nx.predecessors("method/hootnet"),
    }
    (link,) = [one for one in graph.links if one[1] == "HootNet"]
    assert link == (
        *("Method", "HootNet", "method/owlnet", "OwlNet"),
        *("same by the table of aliases", "paper/p2"),
    )


def test_the_table_is_in_the_manifest_with_the_lines_that_name_nothing(
    feed: Path, tmp_path: Path
) -> None:
    path = table(
        tmp_path,
        "same\tMethod\tOwlNet\tNobodyNet",
        "same\tMethod\tOwlNet\tHootNet",
        "same\tPerson\tAda Öz\tNobody",
    )
    found = kg.build([feed], aliases=path).manifest["aliases"]
    assert found["unused"] == [1, 3]
    assert (found["path"], found["bytes"]) == (str(path), path.stat().st_size)


def test_two_authors_become_one(plain: KnowledgeGraph, feed: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "same\tPerson\tAda Öz\tA. Öz")
    graph = kg.build([feed], aliases=path)
    assert changed(plain, graph) == {"person/ada-öz", "person/a-öz", "paper/p2"}
    assert graph.nx.has_edge("paper/p2", "person/ada-öz", "author")
    assert [link for link in graph.links if link[0] == "Person"] == [
        ("Person", "A. Öz", "person/ada-öz", "Ada Öz", "same by the table of aliases", "")
    ]


def test_a_table_that_is_reverted_gives_the_old_bytes(
    plain: KnowledgeGraph, feed: Path, tmp_path: Path
) -> None:
    path = table(tmp_path, "same\tMethod\tOwlNet\tHootNet", "same\tPerson\tAda Öz\tA. Öz")
    kg.build([feed], aliases=path).export(tmp_path / "build")
    again = kg.build([feed]).export(tmp_path / "build")
    first = plain.export(tmp_path / "first")
    for file in first.iterdir():
        if file.name != "manifest.json":
            assert (again / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_merge_by_the_lexicon_is_not_made(feed: Path, tmp_path: Path) -> None:
    """The lexicon of this test takes one dataset for another's alias."""
    folder = tmp_path / "mine" / "lexicon"
    folder.mkdir(parents=True)
    row = {"name": "OwlSet", "aliases": ["HootSet"], "source": "own", "licence": "MIT"}
    (folder / "datasets.jsonl").write_text(json.dumps(row), "utf-8")
    merged = kg.build([feed], patterns=[tmp_path / "mine"])
    assert merged.nx.nodes["dataset/owlset"]["aliases"] == ["HootSet"]
    path = table(tmp_path, "never\tDataset\tOwlSet\tHootSet")
    apart = kg.build([feed], patterns=[tmp_path / "mine"], aliases=path)
    assert apart.nx.nodes["dataset/owlset"]["aliases"] == []
    assert apart.nx.has_edge("paper/p4", "dataset/hootset", "evaluates")
    assert changed(merged, apart) == {"dataset/owlset", "dataset/hootset", "paper/p4"}


def linker(identities: Identities) -> AcronymLinker:
    made = AcronymLinker(identities)
    made.add(extraction("GCL is used.", entity("Method", "GCL"), id="p1"))
    long = entity("Method", "graph contrastive learning", "GCL")
    made.add(extraction("graph contrastive learning (GCL)", long, id="p2"))
    return made


def test_a_merge_by_an_acronym_is_not_made() -> None:
    row = AliasRow("never", "Method", "graph contrastive learning", "GCL", 1)
    assert linker(Identities({})).merges() == {"method/gcl": "method/graphcontrastivelearning"}
    assert linker(Identities({}, Aliases([row]))).merges() == {}


def test_the_table_says_which_of_an_acronym_and_its_expansion_stays() -> None:
    made = linker(Identities({}))
    table = {"method/graphcontrastivelearning": "method/gcl"}
    assert made.merges(table) == table


def test_names_of_one_key_are_told_apart_by_their_spelling() -> None:
    table = Aliases([AliasRow("never", "Method", "GLaM", "GLAM", 1)])
    known = LexiconRow(name="GLaM", source="own", licence="MIT")
    for identities in (Identities({}, table), Identities({"Method": [known]}, table)):
        nodes = {name: identities.of(entity("Method", name)).node for name in ("GLaM", "GLAM")}
        assert nodes["GLaM"] == "method/glam"
        assert nodes["GLAM"].startswith("method/glam~")
        assert identities.of(entity("Task", "GLAM")).node == "task/glam"


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        (["same\tMethod\tOwlNet"], 1, "has not four cells"),
        (["", "# x", "same Method OwlNet HootNet"], 3, "has not four cells"),
        (["same\tMethod\tOwlNet\t "], 1, "has not four cells"),
        (["maybe\tMethod\tOwlNet\tHootNet"], 1, "'maybe' is no verdict"),
        (["same\tPaper\tOwlNet\tHootNet"], 1, "'Paper' is no type; use Method"),
        (["same\tMethod\tOwlNet\tOwlNet"], 1, "both names are one"),
        (["same\tMethod\ta1\tb1", "never\tMethod\tB1\tA1"], 2, "same by other lines"),
        (
            ["same\tMethod\ta1\tb1", "never\tMethod\ta1\tc1", "same\tMethod\tb1\tc1"],
            *(2, "same by other lines"),
        ),
        (["same\tMethod\tGLaM\tGLAM", "never\tMethod\tGLAM\tGLaM"], 2, "same by other lines"),
    ],
)
def test_a_table_at_fault(tmp_path: Path, lines: list[str], line: int, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_aliases(table(tmp_path, *lines))
    assert caught.value.line == line
    assert caught.value.remedy


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_aliases(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes(b"same\tMethod\t\xff\tb")
    with pytest.raises(InputError, match="cannot be read"):
        read_aliases(tmp_path / "latin.tsv")


def test_same_and_never_of_other_types_are_no_contradiction(tmp_path: Path) -> None:
    lines = ("same\tMethod\ta1\tb1", "never\tTask\ta1\tb1", "never\tMethod\ta1\tc1\r")
    assert [row.line for row in read_aliases(table(tmp_path, *lines)).rows] == [1, 2, 3]


def test_never_a_person_says_nothing_about_anybody_else(
    plain: KnowledgeGraph, feed: Path, tmp_path: Path
) -> None:
    graph = kg.build([feed], aliases=table(tmp_path, "never\tPerson\tLi Wei\tWei Li"))
    assert changed(plain, graph) == set()
