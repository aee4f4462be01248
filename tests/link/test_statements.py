from __future__ import annotations

from decimal import Decimal

import pytest
from made import TITANET, ecapa, entity, extraction, score, titanet

from kg.link import Identities, paper_id, statements
from kg.records import THIS_PAPER, Extraction, Role, Source, Statement

UNKNOWN = Identities({})
PAPER = "paper/2110.04410"


def said(record: Extraction, identities: Identities = UNKNOWN) -> list[Statement]:
    return list(statements(record, identities))


def values(found: list[Statement], predicate: str) -> set[object]:
    return {one.value for one in found if one.predicate == predicate and one.value is not None}


def related(found: list[Statement], predicate: str) -> set[tuple[str, str | None]]:
    return {(one.subject, one.object) for one in found if one.predicate == predicate and one.object}


@pytest.mark.parametrize("record", [titanet(), ecapa()], ids=["titanet", "ecapa"])
def test_evidence_points_to_the_words_in_their_sentence(record: Extraction) -> None:
    places = [(one, place) for one in said(record) for place in one.evidence]
    words = {mention.text for mention in record.mentions} | {one.text for one in record.scores}
    assert {record.abstract[place.start : place.end] for _, place in places} == words
    for one, place in places:
        assert place.paper == one.paper == paper_id(record.id)
        assert place.sentence_start <= place.start < place.end <= place.sentence_end
        assert (place.sentence_start, place.sentence_end) in record.sentences


@pytest.mark.parametrize(
    ("role", "relation"),
    [
        ("introduced", "introduces"),
        ("used", "uses"),
        ("compared", "compares"),
        ("evaluated", "evaluates"),
        ("mentioned", "mentions"),
    ],
)
def test_a_role_becomes_a_relation_with_every_mention(role: Role, relation: str) -> None:
    record = extraction("BERT, BERT and BERT.", entity("Method", "BERT", role=role))
    (edge,) = [one for one in said(record) if one.object is not None]
    assert (edge.subject, edge.predicate, edge.object) == ("paper/p1", relation, "method/bert")
    assert [place.start for place in edge.evidence] == [0, 6, 15]


@pytest.mark.parametrize("record", [titanet(), titanet(duplicate_of="x"), ecapa(year=None)])
def test_a_statement_has_either_an_object_or_a_value(record: Extraction) -> None:
    for one in said(record):
        assert (one.object is None) != (one.value is None)


def test_metadata() -> None:
    found = [one for one in said(titanet()) if one.subject == PAPER]
    attributes = {one.predicate: one.value for one in found if one.object is None}
    assert attributes == {
        "type": "Paper",
        "label": f"{TITANET[:80]} …",
        "id": "2110.04410",
        "abstract": TITANET,
        "language": "en",
        "authors_complete": True,
        "status": "accepted",
        "year": 2022,
        "url": "https://arxiv.org/abs/2110.04410",
        "source": f"feed.txt:0-{len(TITANET)}",
    }
    authors = [(one.position, one.object) for one in found if one.predicate == "author"]
    assert authors == [
        (1, "person/nithin-rao-koluguri"),
        (2, "person/taejin-park"),
        (3, "person/boris-ginsburg"),
    ]
    assert related(found, "venue") == {(PAPER, "venue/icassp")}


@pytest.mark.parametrize(
    ("abstract", "label"),
    [
        pytest.param("We count owls.", "We count owls.", id="short"),
        pytest.param("word " * 30, "word " * 16 + "…", id="cut-between-words"),
        pytest.param("OwlNet 用于" + "识" * 90, "OwlNet 用于" + "识" * 71 + " …", id="chinese"),
        pytest.param("a\n b", "a b", id="wrapped"),
    ],
)
def test_the_beginning_of_the_abstract_stands_for_a_missing_title(
    abstract: str, label: str
) -> None:
    found = said(extraction(abstract))
    assert values(found, "label") == {label}


def test_a_duplicate_adds_nothing_but_metadata_to_the_first() -> None:
    copy = titanet(
        id="copy",
        duplicate_of="2110.04410",
        title="TitaNet",
        doi="10.1000/1",
        source=Source(file="other.txt", start=5, end=9, line=2),
    )
    found = said(copy)
    assert {one.paper for one in found} == {PAPER}
    of_paper = {one.predicate for one in found if one.subject == PAPER}
    assert of_paper == {
        *("title", "status", "year", "doi", "source", "url", "authors_complete"),
        *("author", "venue", "duplicate"),
    }
    assert values(found, "source") == {"other.txt:5-9"}
    assert values(found, "duplicate") == {"copy"}
    assert not any(one.evidence for one in found)


def test_a_duplicate_without_authors_says_nothing_about_their_number() -> None:
    assert not values(said(titanet(authors=(), duplicate_of="x")), "authors_complete")


def test_one_method_on_two_datasets_gives_two_results() -> None:
    text = "TitaNet has a DER of 1.73% on AMI and of 1.11% on CH109."
    scores = tuple(
        score(text, number, metric="DER", method="TitaNet", dataset=dataset)
        for number, dataset in (("1.73%", "AMI"), ("1.11%", "CH109"))
    )
    names = (("Method", "TitaNet"), ("Dataset", "AMI"), ("Dataset", "CH109"), ("Metric", "DER"))
    entities = [entity(kind, name) for kind, name in names]  # type: ignore[arg-type]
    found = said(extraction(text, *entities, scores=scores))
    results = {one.subject: one.value for one in found if one.predicate == "value"}
    assert sorted(results.values(), key=str) == [Decimal("1.11"), Decimal("1.73")]
    joined = {(results[one[0]], one[1]) for one in related(found, "dataset")}
    assert joined == {(Decimal("1.73"), "dataset/ami"), (Decimal("1.11"), "dataset/ch109")}
    assert {one[1] for one in related(found, "method")} == {"method/titanet"}


def test_a_score_of_this_paper_has_no_method_but_is_its_own() -> None:
    text = "Ours reaches 91.2%."
    found = said(extraction(text, scores=(score(text, "91.2%", method=THIS_PAPER),)))
    assert values(found, "own_method") == {True}
    assert not related(found, "method")
    assert values(found, "label") == {"91.2%", text}


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        pytest.param({}, True, id="same-words-twice"),
        pytest.param({"unit": "points"}, False, id="unit"),
        pytest.param({"kind": "gain"}, False, id="kind"),
        pytest.param({"qualifier": "before"}, False, id="qualifier"),
        pytest.param({"method": THIS_PAPER}, False, id="method"),
        pytest.param({"metric": "DER"}, False, id="metric"),
    ],
)
def test_what_makes_two_results(fields: dict[str, str], same: bool) -> None:
    text = "DER of 5% here, 5.0% there."
    one = score(text, "5%", unit="%")
    other = score(text, "5.0%", **{"unit": "%", **fields})
    found = said(extraction(text, entity("Metric", "DER"), scores=(one, other)))
    assert (len({result for _, result in related(found, "reports")}) == 1) == same


def test_a_baseline_that_is_no_entity_is_kept_as_text() -> None:
    text = "5% better than the plain model, 7% better than BERT."
    scores = (
        score(text, "5%", kind="gain", baseline="the plain model"),
        score(text, "7%", kind="gain", baseline="BERT"),
    )
    found = said(extraction(text, entity("Method", "BERT"), scores=scores))
    assert values(found, "baseline_text") == {"the plain model"}
    assert {target for _, target in related(found, "baseline")} == {"method/bert"}


@pytest.mark.parametrize(
    ("variant", "pairs"),
    [
        pytest.param("TitaNet-S", {("method/titanets", "method/titanet")}, id="size"),
        pytest.param("Tita Net", set(), id="another-spelling-of-the-same"),
    ],
)
def test_variants(variant: str, pairs: set[tuple[str, str]]) -> None:
    record = extraction(
        f"TitaNet and {variant}.",
        entity("Method", "TitaNet"),
        entity("Method", variant, variant_of="TitaNet"),
    )
    assert related(said(record), "variantOf") == pairs


def test_a_split_is_told_by_results_and_no_name_of_its_dataset() -> None:
    text = "QuaxNet has 45.9 AP on COCO test-dev."
    scores = (score(text, "45.9", dataset="COCO test-dev", split="test-dev"),)
    split = entity("Dataset", "COCO test-dev", role="evaluated", split_of="COCO")
    found = said(extraction(text, split, scores=scores))
    assert values(found, "split") == {"test-dev"}
    assert {target for _, target in related(found, "dataset")} == {"dataset/coco"}
    assert {target for _, target in related(found, "evaluates")} == {"dataset/coco"}
    of_dataset = [one for one in found if one.subject == "dataset/coco"]
    assert values(of_dataset, "label") == {"COCO"}
    assert not values(of_dataset, "alias")


def test_the_lexicon_gives_label_aliases_and_direction(shipped_identities: Identities) -> None:
    text = "The EER falls."
    found = said(extraction(text, entity("Metric", "EER")), shipped_identities)
    of_metric = [one for one in found if one.subject == "metric/equalerrorrate"]
    assert values(of_metric, "label") == {"equal error rate"}
    assert values(of_metric, "direction") == {"lower"}
    assert "EER" in values(of_metric, "alias")
    assert "equal error rate" not in values(of_metric, "alias")
