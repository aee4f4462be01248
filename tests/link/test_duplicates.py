from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import TITANET, entity, extraction

from kg.link import Duplicates, Versions
from kg.link.duplicates import MOST_IN_BUCKET, content_digest
from kg.records import Paper

ZH = "本文提出一种用于说话人确认的网络,在公开的测试集上等错误率为0.87%,比基线相对降低了约19%。"
ZH_TASK = "我们研究如何从长文档中抽取事件,并发布一个由专家标注的语料库,供以后的研究使用。"

LONG_TAIL = (
    "Most classes of a long-tailed collection have few pictures, and networks that are trained on "
    "it forget them. We let two experts learn side by side, one from all pictures and one from a "
    "balanced choice of them, and join what they say with weights that depend on the picture. On "
    "three collections the joined experts recognise rare classes better and lose nothing on others."
)
REVISED = LONG_TAIL.replace("three collections", "four collections").replace(
    "Most classes", "In practice most classes"
)
SAME_GROUP = (
    "Most classes of a long-tailed collection have few pictures, which makes it hard to find "
    "objects in them. We draw boxes with a network that asks a language model where rare things "
    "lie. It needs no further labels, and it finds rare objects in street scenes more often."
)


def paper(abstract: str, record: str = "p1") -> Paper:
    return extraction(abstract, id=record)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(TITANET, TITANET, True, id="identical"),
        pytest.param(TITANET, TITANET.replace(" ", "\r\n"), True, id="wrapping"),
        pytest.param(TITANET, TITANET.upper(), True, id="case"),
        pytest.param("A state-of-the-art net", "A state-of-\nthe-art net.", True, id="hyphen"),
        pytest.param(ZH, ZH[:7] + "\n" + ZH[7:], True, id="chinese-wrapped-in-a-word"),
        pytest.param(ZH, ZH.replace(",", ","), True, id="full-width"),
        pytest.param("Zero\u200bwidth", "\ufeffZero width", True, id="zero-width"),
        pytest.param("It gains 9.3 points.", "It gains 93 points.", False, id="dot-in-a-number"),
        pytest.param(ZH, ZH_TASK, False, id="chinese"),
        pytest.param("!!!", "???", False, id="no-words"),
        pytest.param(LONG_TAIL, REVISED, False, id="revised"),
    ],
)
def test_the_same_abstract(one: str, other: str, same: bool) -> None:
    assert (content_digest(one) == content_digest(other)) == same
    duplicates = Duplicates()
    first, second = (
        duplicates.mark(paper(text, name)) for text, name in ((one, "a"), (other, "b"))
    )
    assert first.duplicate_of is None
    assert second.duplicate_of == ("a" if same else None)
    assert second.id == "b"


def test_two_abstracts_under_one_id_are_both_kept() -> None:
    duplicates = Duplicates()
    found = [duplicates.mark(paper(text, "x")) for text in (LONG_TAIL, REVISED, LONG_TAIL, REVISED)]
    assert [one.duplicate_of for one in found[:2]] == [None, None]
    assert found[0].id == "x"
    assert found[1].id.startswith("x~")
    assert [one.given_id for one in found] == [None, "x", None, None]
    assert [one.duplicate_of for one in found[2:]] == ["x", found[1].id]


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.text(alphabet="ab 1.\n", min_size=1))))
def test_papers_that_are_kept_have_ids_of_their_own(records: list[tuple[str, str]]) -> None:
    duplicates = Duplicates()
    marked = [duplicates.mark(paper(text, name)) for name, text in records]
    kept = [one.id for one in marked if one.duplicate_of is None]
    assert len(kept) == len(set(kept)) == len({content_digest(text) for _, text in records})
    assert {one.duplicate_of for one in marked} - {None} <= set(kept)


def versions(*abstracts: str, introduced: str | None = None) -> list[tuple[str, str]]:
    found = Versions()
    for number, abstract in enumerate(abstracts):
        names = [entity("Method", introduced, role="introduced")] if introduced else []
        found.add(extraction(abstract, *names, id=f"p{number}"))
    return list(found.pairs())


@pytest.mark.parametrize(
    ("abstracts", "pairs"),
    [
        pytest.param((LONG_TAIL, REVISED), [("p1", "p0")], id="revised"),
        pytest.param((LONG_TAIL, SAME_GROUP), [], id="same-group-other-work"),
        pytest.param((LONG_TAIL, TITANET, REVISED), [("p2", "p0")], id="another-between"),
        pytest.param((ZH, ZH.replace("约19", "近20")), [("p1", "p0")], id="chinese-revised"),
        pytest.param((ZH, ZH_TASK), [], id="chinese-other-work"),
        pytest.param(("We count.", "We count"), [("p1", "p0")], id="shorter-than-a-shingle"),
        pytest.param(("...", "!?"), [], id="no-words"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_versions(abstracts: tuple[str, ...], pairs: list[tuple[str, str]]) -> None:
    assert versions(*abstracts) == pairs


def test_a_rewritten_text_is_a_version_if_its_method_has_the_same_name() -> None:
    words = TITANET.split()
    random.Random(1).shuffle(words)  # noqa: S311
    rewritten = " ".join(words)
    assert versions(TITANET, rewritten) == []
    assert versions(TITANET, rewritten, introduced="TitaNet") == [("p1", "p0")]
    assert versions(TITANET, ZH, introduced="TitaNet") == []


def test_boilerplate_proposes_no_pairs() -> None:
    notice = "This paper was withdrawn by its authors for reasons of their own and of no one else"
    many = [f"{notice}, {number}" for number in range(MOST_IN_BUCKET + 1)]
    assert versions(*many) == []
    assert len(versions(*many[:3])) == 3
