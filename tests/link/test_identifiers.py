from __future__ import annotations

import string
from urllib.parse import unquote

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.link.identifiers import LONGEST, digest, local_id, node_id
from kg.rules import name_key

NAMES = st.text(min_size=1)
# Names of one another's spelling, and of one character more or less, meet often enough.
SPELLINGS = st.text(alphabet="aAbBsS-. é中%/~\u200b", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        pytest.param("TitaNet-S", "method/titanets", id="hyphen"),
        pytest.param("语义分割", "method/语义分割", id="chinese"),
        pytest.param("ＢＥＲＴ", "method/bert", id="full-width"),
        pytest.param("C++", "method/c%2B%2B", id="plus"),
        pytest.param("a%b", "method/a%25b", id="percent"),
        pytest.param("α-NeRF", "method/αnerf", id="greek"),
        pytest.param("-", "method/-", id="only-a-hyphen"),
        pytest.param("<x>", "method/%3Cx%3E", id="angle-brackets"),
        pytest.param("\ud800", "method/%ED%A0%80", id="half-a-surrogate-pair"),
    ],
)
def test_identifiers_are_the_key_with_the_rest_escaped(name: str, identifier: str) -> None:
    assert node_id("Method", name) == identifier


@pytest.mark.parametrize("strategy", [NAMES, SPELLINGS], ids=["any", "alike"])
def test_names_have_one_identifier_if_and_only_if_they_have_one_key(
    strategy: st.SearchStrategy[str],
) -> None:
    @given(strategy, strategy)
    def law(one: str, other: str) -> None:
        same_node = node_id("Task", one) == node_id("Task", other)
        assert same_node == (name_key(one) == name_key(other))

    law()


@given(st.text(alphabet="ab", min_size=LONGEST - 1), st.text(alphabet="ab"))
def test_long_names_that_begin_alike_stay_apart(name: str, more: str) -> None:
    one, other = local_id("Paper", name), local_id("Paper", name + "c" + more)
    assert one != other
    assert max(len(one), len(other)) <= LONGEST + len("paper/~") + 16


@given(st.text(max_size=LONGEST), st.sampled_from(["Method", "Paper"]))
def test_short_keys_can_be_read_back(key: str, kind: str) -> None:
    escaped = local_id("Paper" if kind == "Paper" else "Method", key)
    assert unquote(escaped.partition("/")[2]) == key


@given(NAMES)
def test_identifiers_are_safe_in_an_iri(name: str) -> None:
    iri = "https://w3id.org/abstracts-kg/" + node_id("Dataset", name)
    assert pyoxigraph.NamedNode(iri).value == iri
    assert URIRef(iri).n3() == f"<{iri}>"
    outside = set(iri.removeprefix("https://")) & set(string.punctuation)
    assert outside <= set("%-._~/")


@pytest.mark.parametrize("strategy", [NAMES, SPELLINGS], ids=["any", "alike"])
def test_rdflib_reads_the_short_form_that_oxigraph_writes(
    strategy: st.SearchStrategy[str],
) -> None:
    @given(strategy)
    def law(name: str) -> None:
        iri = "https://w3id.org/abstracts-kg/" + local_id("Venue", name)
        node = pyoxigraph.NamedNode(iri)
        turtle = pyoxigraph.serialize(
            [pyoxigraph.Triple(node, node, node)],
            format=pyoxigraph.RdfFormat.TURTLE,
            prefixes={"venue": "https://w3id.org/abstracts-kg/venue/"},
        )
        assert set(rdflib.Graph().parse(data=turtle, format="turtle")) == {(URIRef(iri),) * 3}

    law()


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        pytest.param("VoxCeleb1", "dataset/voxceleb1", id="short"),
        pytest.param("x" * 81, f"dataset/{'x' * 80}~4d1f7bb876c6aae0", id="cut"),
    ],
)
def test_identifiers_never_change(name: str, identifier: str) -> None:
    assert node_id("Dataset", name) == identifier


def test_digests_tell_where_one_value_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", None) != digest("a", "")
