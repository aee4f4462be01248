from __future__ import annotations

import pytest
from made import entity, extraction

from kg.link import AcronymLinker, Identities
from kg.records import Entity
from kg.rules import LexiconRow

GCL = "graph contrastive learning"
GCLIP = "geometric CLIP"


def linker(*papers: list[Entity], known: tuple[LexiconRow, ...] = ()) -> AcronymLinker:
    made = AcronymLinker(Identities({"Method": known}))
    for number, entities in enumerate(papers, 1):
        made.add(extraction(f"Text {number}.", *entities, id=f"p{number}"))
    return made


def method(name: str, *aliases: str) -> list[Entity]:
    return [entity("Method", name, *aliases)]


@pytest.mark.parametrize(
    ("papers", "merges"),
    [
        pytest.param([method("GCL")], {}, id="never-defined"),
        pytest.param(
            [method("GCL"), method(GCL, "GCL")],
            {"method/gcl": "method/graphcontrastivelearning"},
            id="one-expansion",
        ),
        pytest.param(
            [method("G-CL"), method(GCL, "GCL"), method("graph contrastive-learning", "GCL")],
            {"method/gcl": "method/graphcontrastivelearning"},
            id="one-expansion-in-other-spellings",
        ),
        pytest.param(
            [method("GCL"), method(GCL, "GCL"), method(GCLIP, "GCL")], {}, id="two-expansions"
        ),
        pytest.param([method(GCL, "GCL")], {}, id="never-bare"),
        pytest.param(
            [[entity("Dataset", "GCL")], method(GCL, "GCL")], {}, id="bare-of-another-type"
        ),
        pytest.param(
            [method("GCL"), method("G.C.L.", "GCL"), method(GCL, "GCL")],
            {"method/gcl": "method/graphcontrastivelearning"},
            id="a-spelling-is-no-expansion",
        ),
        pytest.param(
            [method("AB"), method("ABC", "AB"), method("ABC"), method("a big cat", "ABC")],
            {"method/ab": "method/abigcat", "method/abc": "method/abigcat"},
            id="expansions-lead-on",
        ),
        pytest.param(
            [method("AB"), method("XY"), method("XY", "AB"), method("AB", "XY")],
            {"method/xy": "method/ab"},
            id="expansions-in-a-circle",
        ),
    ],
)
def test_bare_acronyms_with_one_expansion_merge(
    papers: list[list[Entity]], merges: dict[str, str]
) -> None:
    assert linker(*papers).merges() == merges
    assert linker(*papers[::-1]).merges() == merges


def test_a_name_that_the_lexicon_knows_does_not_merge() -> None:
    known = LexiconRow(name="GCL", source="own", licence="MIT")
    assert linker(method("GCL"), method(GCL, "GCL"), known=(known,)).merges() == {}


def test_links_give_the_node_of_the_graph_and_why() -> None:
    made = linker(method("gcl"), method("GCL"), method(GCL, "GCL"))
    labels = {"method/graphcontrastivelearning": GCL}
    rows = [tuple(link) for link in made.links(labels)]
    node = "method/graphcontrastivelearning"
    assert rows == [
        ("Method", "GCL", node, GCL, "acronym with one expansion", "paper/p3"),
        ("Method", "gcl", node, GCL, "acronym with one expansion", "paper/p3"),
    ]


def test_links_of_other_spellings_and_of_the_lexicon() -> None:
    known = LexiconRow(name="BERT", aliases=("B. E. R. Transformer",), source="own", licence="MIT")
    made = linker(
        [*method("Tita-Net"), *method("B. E. R. Transformer")],
        [*method("TitaNet"), *method("Bert")],
        method("owl network", "OwlN"),
        known=(known,),
    )
    labels = {
        "method/titanet": "TitaNet",
        "method/bert": "BERT",
        "method/owlnetwork": "owl network",
    }
    assert [(link.name, link.label, link.reason, link.paper) for link in made.links(labels)] == [
        ("B. E. R. Transformer", "BERT", "lexicon alias", "paper/p1"),
        ("Bert", "BERT", "same name", "paper/p2"),
        ("OwlN", "owl network", "defined in the paper", "paper/p3"),
        ("Tita-Net", "TitaNet", "same name", "paper/p1"),
    ]


def test_links_lead_to_nodes_that_are_left() -> None:
    made = linker(
        method("AB"), method("ABC", "AB"), method("ABC"), method("a big cat", "ABC"), method("AB-C")
    )
    nodes = {link.node for link in made.links({"method/abigcat": "a big cat"})}
    assert nodes == {"method/abigcat"}


def test_a_split_is_linked_to_its_dataset_and_merges_with_it() -> None:
    split = entity("Dataset", "GOLD test-dev", "GOLD test dev", split_of="GOLD")
    whole = entity("Dataset", "great old lists of data", "GOLD")
    made = linker([split], [whole])
    node = "dataset/greatoldlistsofdata"
    assert made.merges() == {"dataset/gold": node}
    why = {row.name: (row.node, row.reason) for row in made.links({node: whole.name})}
    assert why["GOLD test-dev"] == why["GOLD test dev"] == (node, "split of the dataset")
