from __future__ import annotations

from typing import TypeAlias

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.query.evidence import facts

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def test_a_fact_has_its_sentence_with_the_words_marked(graph: Graph) -> None:
    (fact,) = [one for one in facts(graph, "result/t2") if one.relation == "reports"]
    assert (fact.subject_label, fact.object) == ("TitaNet", "result/t2")
    assert fact.quote is not None
    assert fact.quote.sentence.startswith("For speaker diarization it has")
    assert fact.quote.sentence[fact.quote.start : fact.quote.end] == "1.73%"
    assert fact.quote.authors == ("Nithin Rao Koluguri", "Taejin Park", "Boris Ginsburg")
    assert fact.quote.rule == "score.metric-of-value"


def test_what_a_result_is_about_has_the_quote_of_the_result(graph: Graph) -> None:
    found = [one for one in facts(graph, "metric/der") if one.relation == "metric"]
    assert [one.quote.marked() if one.quote else None for one in found[:1]] == [
        "For speaker diarization it has a DER of [1.73%] on AMI-MixHeadset, of 1.99% on "
        "AMI-Lapel and of 1.11% on CH109."
    ]
    assert len(found) == 3


def test_an_authorship_has_no_sentence(graph: Graph) -> None:
    (fact,) = facts(graph, "person/taejin-park")
    assert (fact.relation, fact.object_label, fact.quote) == ("author", "Taejin Park", None)


def test_facts_are_sorted(graph: Graph) -> None:
    found = [(one.relation, one.subject, one.object) for one in facts(graph, "paper/2005.07143")]
    assert found == sorted(found)


def test_no_such_node(graph: Graph) -> None:
    with pytest.raises(QueryError, match="method/none"):
        facts(graph, "method/none")
