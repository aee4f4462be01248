from __future__ import annotations

import pytest

from kg.extract.lexicon import Lexicon, plural, spellings, split_name
from kg.extract.text import Tokenizer
from kg.records import EntityType
from kg.rules import Alias, LexiconRow

TOKENIZER = Tokenizer()


def row(name: str, **fields: object) -> LexiconRow:
    return LexiconRow.model_validate({"name": name, "source": "own", "licence": "MIT", **fields})


ROWS: dict[EntityType, list[LexiconRow]] = {
    "Method": [row("VGG", match="case"), row("few-shot learner", level="common")],
    "Dataset": [row("Cloud", match="evidence"), row("LibriSpeech")],
    "Metric": [row("equal error rate", aliases=["EER", Alias(name="EERs", match="any")])],
    "Task": [row("semantic segmentation", zh=["语义分割"])],
}
LEXICON = Lexicon(TOKENIZER, ROWS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("the VGG network", [("VGG", False)], id="case"),
        pytest.param("the vgg network", [], id="case-differs"),
        pytest.param("on librispeech", [("LibriSpeech", False)], id="any-case"),
        pytest.param("on Cloud data", [("Cloud", True)], id="evidence"),
        pytest.param("in the cloud", [], id="evidence-case-differs"),
        pytest.param(
            "few shot learners", [("few-shot learner", False)], id="blank-for-hyphen-plural"
        ),
        pytest.param("an EER of", [("equal error rate", False)], id="acronym"),
        pytest.param("an eer of", [], id="acronym-keeps-case"),
        pytest.param("用于语义分割的", [("semantic segmentation", False)], id="chinese"),
        pytest.param("semantic-segmentation maps", [("semantic segmentation", False)], id="hyphen"),
    ],
)
def test_match(text: str, found: list[tuple[str, bool]]) -> None:
    _, doc = TOKENIZER.read(text)
    assert [(hit.row.name, hit.needs_evidence) for hit in LEXICON.match(doc)] == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("VGG-16", "Method"),
        ("VGG19", "Method"),
        ("LibriSpeech 2", "Dataset"),
        ("VGG", None),
        ("Abc-3", None),
        ("VGG-16-large", "Method"),
        ("VGG-7B-Instruct-v0.3", "Method"),
        ("VGG16-7B", None),  # as "Med42" is no "Med"
    ],
)
def test_family(name: str, kind: EntityType | None) -> None:
    assert LEXICON.family(name) == kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("strategy", "strategies"),
        ("loss", "losses"),
        ("CNN", "CNNs"),
        ("batch", "batches"),
        ("survey", "surveys"),
    ],
)
def test_plural(name: str, expected: str) -> None:
    assert plural(name) == expected


def test_spellings_of_a_case_sensitive_name_add_no_plural() -> None:
    assert spellings(("Cloud",), fold=False) == {("Cloud",)}


@pytest.mark.parametrize(
    ("words", "spelling"),
    [
        pytest.param(("THUMOS14",), ("THUMOS-14",), id="hyphen-before-a-number"),
        pytest.param(("THUMOS-14",), ("THUMOS14",), id="no-hyphen-before-a-number"),
        pytest.param(("WMT14",), ("WMT'14",), id="year-of-two-digits"),
        pytest.param(("MSR", "-", "VTT"), ("MSRVTT",), id="joined-capitals"),
    ],
)
def test_other_spellings(words: tuple[str, ...], spelling: tuple[str, ...]) -> None:
    assert spelling in spellings(words, fold=False)


def test_a_hyphen_before_a_short_word_is_part_of_the_name() -> None:
    assert spellings(("SQuAD", "-", "it"), fold=False) == {("SQuAD", "-", "it")}


@pytest.mark.parametrize(
    "name", ["few-shot learner", "F1 score", "k-means", "语义分割", "U-Net", "Pearson's r"]
)
def test_names_are_split_as_texts_are(name: str) -> None:
    text, _ = TOKENIZER.read(name)
    assert split_name(TOKENIZER, name) == tuple(text.words)
