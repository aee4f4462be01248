"""Values as literals, names as IRIs."""

from __future__ import annotations

from decimal import Decimal

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export.literals import decimal_form, escape, language_tag, literal
from kg.export.naming import Naming, safe
from kg.export.nquads import generate_nquads


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("0.70", "0.7"),
        ("100", "100.0"),
        ("1E+2", "100.0"),
        ("1E-7", "0.0000001"),
        ("-3.50", "-3.5"),
        ("-0", "0.0"),
        ("-0.00", "0.0"),
        ("12345678901234567890123456789012345.5", "12345678901234567890123456789012345.5"),
    ],
)
def test_decimal_form(value: str, form: str) -> None:
    assert decimal_form(Decimal(value)) == form
    assert Decimal(form) == Decimal(value)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), 0.5, "0.5", 1])
def test_what_is_no_finite_decimal_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="no finite Decimal"):
        literal(value, "decimal")


@pytest.mark.parametrize(
    ("value", "datatype"), [("true", "boolean"), (1, "boolean"), (True, "integer"), (1, "string")]
)
def test_a_value_of_another_datatype_is_refused(value: object, datatype: str) -> None:
    with pytest.raises(InputError, match=f"no {datatype}"):
        literal(value, datatype)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "tag"),
    [("TitaNet", "en"), ("图像", "zh"), ("F1值", "zh"), ("𠀀", "zh"), ("é—3%", "en")],
)
def test_language_tag(text: str, tag: str) -> None:
    assert language_tag(text) == tag


@given(st.text(max_size=40))
def test_escapes_are_canonical(text: str) -> None:
    line = f'<http://a/s> <http://a/p> "{escape(text)}" .\n'
    (quad,) = ox.parse(line, ox.RdfFormat.N_TRIPLES)
    assert quad.object.value == text
    assert ox.serialize([quad.triple], format=ox.RdfFormat.N_TRIPLES) == line.encode()


def test_a_lone_surrogate_is_replaced() -> None:
    assert escape("a\ud800b") == "a\ufffdb"


@given(st.text(min_size=1, max_size=40))
def test_any_name_makes_a_legal_iri(name: str) -> None:
    assert ox.NamedNode(Naming("https://example.org/").node(name)[1:-1]).value.startswith("https:")
    assert safe(safe(name)) == safe(name)


@pytest.mark.parametrize(
    "name", ["method/titanet", "paper/10.1000/182", "method/图像", "m/c%2B%2B"]
)
def test_a_safe_name_is_left_alone(name: str) -> None:
    assert safe(name) == name


def test_a_key_that_breaks_the_contract_still_makes_sound_lines() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="https://example.org/")
    graph.add_node('person/a b"<>\n#\ud800%', type="Person", label="x", aliases=[])
    quads = list(ox.parse("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS))
    expected = "https://example.org/person/a%20b%22%3C%3E%0A%23%3F%25"
    assert expected in {quad.subject.value for quad in quads}
