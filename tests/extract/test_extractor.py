"""Whole abstracts, in our own words: entities, roles and scores together."""

from __future__ import annotations

import pytest
from reading import entities, extract


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        pytest.param(
            "We propose QuaxNet, a compact network for images.",
            "QuaxNet",
            "Method",
            "introduced",
            id="propose",
        ),
        pytest.param(
            "A module termed QuaxBlock is added to it.",
            "QuaxBlock",
            "Method",
            "introduced",
            id="termed",
        ),
        pytest.param(
            "Our model outperforms the QuaxNet model by far.",
            "QuaxNet",
            "Method",
            "compared",
            id="outperforms",
        ),
        pytest.param(
            "We evaluate our model on the QuaxPics dataset.",
            "QuaxPics",
            "Dataset",
            "evaluated",
            id="on-dataset",
        ),
        pytest.param(
            "We release a corpus called QuaxPics to the public.",
            "QuaxPics",
            "Dataset",
            "introduced",
            id="release",
        ),
        pytest.param(
            "We study quax image segmentation here.",
            "quax image segmentation",
            "Task",
            "evaluated",
            id="task-head",
        ),
        pytest.param(
            "We report a pixel error rate of 3%.",
            "pixel error rate",
            "Metric",
            "evaluated",
            id="metric-head",
        ),
        pytest.param(
            "We test on LibriSpeech, QuaxTalk and VCTK.",
            "QuaxTalk",
            "Dataset",
            "evaluated",
            id="list-mate",
        ),
        pytest.param("We fine-tune BERT on our own data.", "BERT", "Method", "used", id="lexicon"),
        pytest.param(
            "Recently, GPT-2 has shown promise. We go further.",
            "GPT-2",
            "Method",
            "mentioned",
            id="background",
        ),
        pytest.param(
            "Here an existing approach, named QuaxNet, is slow.",
            "QuaxNet",
            "Method",
            "used",
            id="of-others",
        ),
        pytest.param(
            "We propose an innovative deep learning-based Quax Owl Network for photos.",
            "Quax Owl Network",
            "Method",
            "introduced",
            id="compound-between",
        ),
        pytest.param(
            "We propose a data augmentation strategy.",
            "data augmentation",
            "Method",
            "used",
            id="established",
        ),
        pytest.param(
            "We propose layer-tied self-attention for speech translation.",
            "layer-tied self-attention",
            "Method",
            "introduced",
            id="more-than-established",
        ),
    ],
)
def test_entity(text: str, name: str, kind: str, role: str) -> None:
    assert entities(text).get(name) == (kind, role)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Deep neural networks (DNNs) are everywhere.", id="no-entity-by-convention"),
        pytest.param("We trained on a GPU in Berlin.", id="proper-nouns"),
        pytest.param("We propose a novel and simple approach.", id="unnamed"),
        pytest.param("Smith et al. showed it in English.", id="people-languages"),
        pytest.param("", id="empty"),
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert extract(text).entities == ()


def test_a_definition_gives_two_mentions_of_one_entity() -> None:
    found = extract("We use Quick Anchor Xeroxing (QAX). The QAX model is small.")
    (entity,) = [entity for entity in found.entities if entity.type == "Method"]
    assert (entity.name, entity.aliases) == ("Quick Anchor Xeroxing", ("QAX",))
    mentions = [m.text for m in found.mentions if m.name == entity.name]
    assert mentions == ["Quick Anchor Xeroxing", "QAX", "QAX"]


def test_a_size_suffix_makes_a_variant() -> None:
    found = extract("We propose QuaxNet, a network. QuaxNet-S is a smaller network.")
    variants = {entity.name: entity.variant_of for entity in found.entities}
    assert variants == {"QuaxNet": None, "QuaxNet-S": "QuaxNet"}


def test_the_nearest_of_several_families_is_what_a_name_varies() -> None:
    found = extract("We use QuaxNet, QuaxNet-2 and QuaxNet-2-L, three networks.")
    variants = {entity.name: entity.variant_of for entity in found.entities}
    assert variants["QuaxNet-2-L"] == "QuaxNet-2"


def test_a_version_that_nothing_else_speaks_for_is_of_the_family_of_the_abstract() -> None:
    found = entities("We propose Quaxel, a network. Quaxel-Q is good.")
    assert found == {"Quaxel": ("Method", "introduced"), "Quaxel-Q": ("Method", "used")}


def test_one_method_on_two_datasets_gives_exactly_two_results() -> None:
    found = extract("QuaxNet achieves an accuracy of 96.5% on CIFAR-10 and 81.2% on CIFAR-100.")
    assert [(str(s.value), s.metric, s.method, s.dataset) for s in found.scores] == [
        ("96.5", "accuracy", "QuaxNet", "CIFAR-10"),
        ("81.2", "accuracy", "QuaxNet", "CIFAR-100"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We propose QNet. QNet has a word error rate of 4.2% on VCTK.",
            [("4.2", "absolute", None)],
            id="absolute",
        ),
        pytest.param(
            "QNet improves accuracy by 2.1% over BERT.", [("2.1", "gain", None)], id="gain"
        ),
        pytest.param(
            "QNet reduces the error rate by 12%.", [("12", "reduction", None)], id="reduction"
        ),
        pytest.param(
            "QNet lifts accuracy from 81.5% to 84.0%.",
            [("81.5", "absolute", "before"), ("84.0", "absolute", "after")],
            id="from-to",
        ),
        pytest.param(
            "QNet is up to 3.5x faster than BERT.", [("3.5", "gain", "up to")], id="times"
        ),
        pytest.param(
            "QNet gains 1.2%, 0.8% and 0.5% accuracy.",
            [("1.2", "gain", None), ("0.8", "gain", None), ("0.5", "gain", None)],
            id="list",
        ),
        pytest.param(
            "QNet scores 34.5 BLEU on WMT14 in 2021.",
            [("34.5", "absolute", None)],
            id="year-is-none",
        ),
        pytest.param(
            "QNet outperforms last year's best submission by more than 5 BLEU.",
            [("5", "gain", "more than")],
            id="by-is-a-change",
        ),
        pytest.param(
            "QNet beats it by a significant 2 BLEU points margin.",
            [("2", "gain", None)],
            id="margin",
        ),
        pytest.param(
            "QNet has 54.2% accuracy, up from 41.0% before.",
            [("54.2", "absolute", None), ("41.0", "absolute", "before")],
            id="up-from",
        ),
        pytest.param("QNet gains 2,9 points of accuracy.", [], id="decimal-comma"),
        pytest.param("QNet gains accuracy (p < 0.05).", [], id="p-value"),
        pytest.param(
            "准确率从90.1%提高到92.3%，提升了2.2%。",
            [("90.1", "absolute", "before"), ("92.3", "absolute", "after"), ("2.2", "gain", None)],
            id="chinese-from-to",
        ),
        pytest.param(
            "QuaxNet的F1值达到95.3%，比BERT高1.2个百分点。",
            [("95.3", "absolute", None), ("1.2", "gain", None)],
            id="chinese-compared",
        ),
    ],
)
def test_scores(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = extract(text)
    assert [(str(s.value), s.kind, s.qualifier) for s in found.scores] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On VCTK it has a WER of 4.2%, and on LibriSpeech a WER of 3.1%.",
            [("4.2", "WER", "VCTK"), ("3.1", "WER", "LibriSpeech")],
            id="dataset-first",
        ),
        pytest.param(
            "The F1 on SQuAD is 90.1%, the accuracy on RACE is 86.8%.",
            [("90.1", "F1", "SQuAD"), ("86.8", "accuracy", "RACE")],
            id="a-comma-parts",
        ),
        pytest.param(
            "With 6M parameters it reaches 81.2% accuracy on CIFAR-10.",
            [("6000000", "parameters", None), ("81.2", "accuracy", "CIFAR-10")],
            id="costs-need-their-unit",
        ),
        pytest.param(
            "在SQuAD v1.1上的F1值为93.2%，在SQuAD v2.0上的F1值为83.1%。",
            [("93.2", "F1值", "SQuAD v1.1"), ("83.1", "F1值", "SQuAD v2.0")],
            id="chinese-list",
        ),
        pytest.param(
            "It is tested on VCTK. Its WER is 4.2%.", [("4.2", "WER", "VCTK")], id="only-dataset"
        ),
    ],
)
def test_binding(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = extract(text)
    assert [(str(s.value), s.metric, s.dataset) for s in found.scores] == expected


def test_a_number_of_others_is_not_the_papers_own() -> None:
    found = extract("We propose QuaxNet. Its F1 is 51.0% on SQuAD; human F1 is 86.8%.")
    assert [(str(s.value), s.method) for s in found.scores] == [("51.0", "QuaxNet"), ("86.8", None)]


def test_counts_of_data_are_no_scores() -> None:
    found = extract("We build QuaxPics, a dataset of 5,096 images for crowd counting.")
    assert found.scores == ()
    (stat,) = found.dataset_stats
    assert (stat.dataset, int(stat.value), stat.unit) == ("QuaxPics", 5096, "images")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param(
            "We propose QuaxMark. The recall of QuaxMark is 0.671.", "Method", "QuaxMark", id="of"
        ),
        pytest.param(
            "We propose QuaxMark. QuaxMark scores 27.1 BLEU.", "Method", "QuaxMark", id="scores"
        ),
        pytest.param(
            "A student called QuaxMark is small. QuaxMark is 6.2x faster.",
            "Method",
            "QuaxMark",
            id="called",
        ),
        pytest.param("It wins over QUXM by 5.2% here.", "Method", "QUXM", id="over-by"),
        pytest.param("Its error is 12% lower than that of QUXM.", "Method", "QUXM", id="that-of"),
        pytest.param(
            "It has 76.1%, compared with 72.0% for QUXM.", "Method", "QUXM", id="compared-for"
        ),
        pytest.param("We train QuaxMark-7B on books.", "Method", "QuaxMark-7B", id="size"),
        pytest.param(
            "On QuaxMark, our method has 91.2% accuracy.", "Dataset", "QuaxMark", id="opening"
        ),
        pytest.param(
            "For parsing on QUXM and SQuAD, QuaxNet has 91.2% accuracy.",
            "Method",
            "QuaxNet",
            id="subject-behind-an-opening",
        ),
        pytest.param("The kappa on QUXM is 0.741.", "Dataset", "QUXM", id="measured-on"),
        pytest.param(
            "On COCO Panoptic Segmentation it has 57.9 PQ.", "Dataset", "COCO", id="before-a-task"
        ),
        pytest.param("It improves BERT by 1.4 BLEU.", "Metric", "BLEU", id="by-a-value"),
        pytest.param("Its mean opinion score (MOS) is 4.3.", "Metric", "mean opinion score"),
        pytest.param("It has a top-20 accuracy of 83.7%.", "Metric", "top-20 accuracy", id="top"),
        pytest.param("It needs 0.6G FLOPs.", "Metric", "FLOPs", id="billions"),
        pytest.param("It leads on QUXM with 59.4% here.", "Dataset", "QUXM", id="value-behind"),
        pytest.param("The mIoU on QUXM is better.", "Dataset", "QUXM", id="behind-a-measure"),
        pytest.param(
            "It is for image captioning on QuaxMark.", "Dataset", "QuaxMark", id="behind-a-task"
        ),
        pytest.param("It is trained on QuaxMark alone.", "Dataset", "QuaxMark", id="trained-on"),
        pytest.param("A new state of the art on QUXM is set.", "Dataset", "QUXM", id="best-on"),
        pytest.param("An F1 of 94.3% is achieved on Quaxo.", "Dataset", "Quaxo", id="achieved-on"),
        pytest.param(
            "It beats BERT (71.6%) and QuaxMark (54.9%).", "Method", "QuaxMark", id="list-of-values"
        ),
        pytest.param(
            "It falls from 23.3% with QUXM to 19.0%.", "Method", "QUXM", id="first-value-with"
        ),
        pytest.param("The F1 score of QuaxMark is 94.8%.", "Method", "QuaxMark", id="score-of"),
        pytest.param("It has a repair rate of 18.7%.", "Metric", "repair rate", id="unknown-rate"),
        pytest.param("It cuts its quax index size by 62%.", "Metric", "quax index size", id="size"),
        pytest.param(
            "It cuts the prefill time of BERT by 62%.", "Metric", "prefill time", id="time-of"
        ),
        pytest.param("It needs 29% less quax memory.", "Metric", "quax memory", id="less"),
        pytest.param(
            "It has a 20% reduction in query costs.", "Metric", "query cost", id="reduction-in"
        ),
        pytest.param("It improves R10@1 by 2.9%.", "Metric", "R10@1", id="at-k"),
        pytest.param("It has 89.1% 3D PCK.", "Metric", "3D PCK", id="three-d"),
        pytest.param(
            "It has a macro-averaged recall of 0.71.", "Metric", "macro-averaged recall", id="macro"
        ),
        pytest.param("It gains 12.4 (Acc) on the news.", "Metric", "Acc", id="named-behind"),
        pytest.param("We use CoT. Our Quax-CoT is new.", "Method", "Quax-CoT", id="own-of-known"),
        pytest.param(
            "We introduce talk mending (TM), the task of mending talks.",
            "Task",
            "talk mending",
            id="the-task-of",
        ),
        pytest.param("It beats others by 3.7 and 1.7 SubQR.", "Metric", "SubQR", id="by-amount"),
        pytest.param("We cast entity linking as tagging.", "Task", "entity linking", id="cast"),
    ],
)
def test_what_stands_around_a_name_tells_its_type(text: str, kind: str, name: str) -> None:
    assert (kind, name) in {(one.type, one.name) for one in extract(text).entities}


def test_a_name_behind_the_value_of_another_is_not_in_its_list() -> None:
    text = "It gains on SQuAD (+1.6 F1), QUXM (+2.1 F1) and RACE (+0.7 F1)."
    assert ("Metric", "QUXM") not in {(one.type, one.name) for one in extract(text).entities}


def test_what_others_are_outperformed_by_does_not_introduce_them() -> None:
    text = "Our approach outperforms QuaxMark-B by 1.2% in accuracy."
    roles = {one.name: one.role for one in extract(text).entities}
    assert roles["QuaxMark-B"] == "compared"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("The prevalence of Diabetes is 12.1%.", "Method", "Diabetes", id="of-is"),
        pytest.param("A new task, QuaxMark, is introduced.", "Method", "QuaxMark", id="a-task"),
        pytest.param("We train on QUX-10M here.", "Method", "QUX-10M", id="size-of-data"),
        pytest.param("On QuaxMark, we test 12 tasks.", "Dataset", "QuaxMark", id="a-count"),
        pytest.param("AMR is a scheme for meaning.", "Method", "AMR", id="a-scheme"),
        pytest.param("MEMIT falls to 61.5% and QUXM to 33.0%.", "Metric", "QUXM", id="falls-to"),
        pytest.param("QuaxMark has 81.2% and Quaxo 26.4.", "Method", "Quaxo 26.4", id="no-version"),
        pytest.param("We collect 25.6K Quaxo opinions.", "Metric", "Quaxo", id="counted"),
        pytest.param("It uses a batch size of 32.", "Metric", "batch size", id="setting"),
        pytest.param("It is trained on Arabic alone.", "Dataset", "Arabic", id="language"),
        pytest.param("It has an overall cost of 3.", "Metric", "overall cost", id="degree"),
        pytest.param("The accuracy on Quaxo phones is fine.", "Dataset", "Quaxo", id="a-modifier"),
        pytest.param("A state of the art on German parsing is set.", "Dataset", "German"),
        pytest.param("It varies from 42% (Quaxo) to 99%.", "Method", "Quaxo", id="in-brackets"),
        pytest.param("With a ratio of r = 0.75, it has 81.2%.", "Metric", "r", id="a-ratio"),
    ],
)
def test_what_stands_around_a_name_does_not_tell_its_type(text: str, kind: str, name: str) -> None:
    assert (kind, name) not in {(one.type, one.name) for one in extract(text).entities}


def test_what_the_paper_probes_is_not_its_own() -> None:
    text = "QuaxNet is a model that parses talks. We probe it and find an accuracy of 71.2%."
    assert [score.method for score in extract(text).scores] == ["(this paper)"]
