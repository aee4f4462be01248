"""Chinese abstracts: names, definitions, roles and scores in sentences made for the tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import Extractor
from kg.extract.chinese.segment import Segmenter
from kg.extract.scores.chinese.kinds import HanKinds
from kg.records import Extraction, Paper, Source
from kg.rules import load_rules

RULES = load_rules()
EXTRACTOR = Extractor(RULES)
SEGMENTER = Segmenter(RULES.words, ["命名实体识别"])


def extract(text: str, title: str | None = None) -> Extraction:
    source = Source(file="-", start=0, end=len(text), line=1)
    paper = Paper(id="zh", language="zh", title=title, abstract=text, source=source)
    return EXTRACTOR.extract(paper)


@pytest.mark.parametrize(
    ("line", "phrases"),
    [
        ("本文研究方言词语辨识任务", ["方言词语辨识"]),
        ("我们对对话数据进行分析", ["对话", "分析"]),
        ("提高确定性因子的作用", ["确定性因子"]),
        ("用 BERT 做命名实体识别", ["命名实体识别"]),
    ],
)
def test_phrases_lie_between_the_words_that_end_them(line: str, phrases: list[str]) -> None:
    han = SEGMENTER.read(list(line))
    assert han is not None
    assert [han.line[first:last] for first, last in han.phrases()] == phrases


def test_a_text_without_chinese_has_no_classes() -> None:
    assert SEGMENTER.read(["a", "text"]) is None


@given(st.text(alphabet="的对话模型识别第届评测《》(),。、A1 基于提出", max_size=60))
def test_every_text_is_read_and_its_spans_hold(text: str) -> None:
    extraction = extract(text)
    assert all(text[m.start : m.end] == m.text and m.text for m in extraction.mentions)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("本文研究农业病害文本识别任务。", "Task", "农业病害文本识别"),
        ("我们在《水经注》上实验。", "Dataset", "水经注"),
        ("本文构建了一个农谚数据集QuaxPics。", "Dataset", "QuaxPics"),
        ("本文提出一种面向农谚的模型QuaxNet。", "Method", "QuaxNet"),
        ("我们引入语义滑窗机制。", "Method", "语义滑窗"),
        ("该方法的检索速度提高了2倍。", "Metric", "检索速度"),
        ("我们参加第九届中文农谚理解评测。", "Dataset", "第九届中文农谚理解评测"),
    ],
)
def test_names(text: str, kind: str, name: str) -> None:
    assert (kind, name) in {(entity.type, entity.name) for entity in extract(text).entities}


@pytest.mark.parametrize("text", ["我们对句子进行识别。", "微调字符矩阵的参数。", "识别过程很慢。"])
def test_verbs_are_no_names(text: str) -> None:
    assert extract(text).entities == ()


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("（", "）")])
def test_a_definition_joins_both_languages(opening: str, closing: str) -> None:
    text = f"本文采用农谚卷积网络{opening}Proverb Convolution Network,PCN{closing}模型。PCN很快。"
    (entity,) = extract(text).entities
    assert entity.name == "农谚卷积网络"
    assert set(entity.aliases) == {"Proverb Convolution Network", "PCN"}


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("我们研究农谚卷积网络(简称PCN)。", "农谚卷积网络", {"PCN"}),
        ("我们研究农谚卷积网络(the PCN)。", "农谚卷积网络", {"PCN"}),
        ("我们研究农谚卷积网络（PCN)。", "农谚卷积网络", {"PCN"}),
        ("我们研究农谚卷积模型(PCM)。", "农谚卷积模型", {"PCM"}),  # the M is the noun's
        ("我们提出k-最近邻（KNN）方法。", "k-最近邻", {"KNN"}),
        ("我们参加第九届中文农谚理解评测(CPE)。", "第九届中文农谚理解评测", {"CPE"}),
        ("我们提出命名实体识别模型(QuaxNet,QN)。", "QuaxNet", {"QN"}),  # the model, not the task
    ],
)
def test_what_a_definition_joins(text: str, name: str, aliases: set[str]) -> None:
    found = {entity.name: set(entity.aliases) for entity in extract(text).entities}
    assert found[name] == aliases


@pytest.mark.parametrize(
    "text",
    [
        "我们研究农谚(共3个)。",
        "我们提出语义(ab)方法。",
        "我们提出语义(农谚)方法。",
        "我们提出语义(QN方法。",
        "(QN)很快。",
    ],
)
def test_brackets_that_define_nothing(text: str) -> None:
    assert not any(entity.aliases for entity in extract(text).entities)


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("农谚挖掘很难。", None, set()),
        ("农谚挖掘很难。农谚挖掘很好。", None, {"农谚挖掘"}),
        ("农谚挖掘很难。", "论农谚挖掘", {"农谚挖掘"}),
        ("情感分析、农谚挖掘很难。", None, {"情感分析", "农谚挖掘"}),
        ("生成文本摘要很难。", None, {"文本摘要"}),
        ("我们研究生成式文本摘要。", None, {"生成式文本摘要"}),
        ("古籍命名实体识别很难。", None, {"古籍命名实体识别"}),
        ("我们用BERT语言模型。", None, {"BERT"}),
        ("我们用提示学习、对比学习等方法。", None, {"提示学习", "对比学习"}),
        ("我们微调了模型。", None, set()),
    ],
)
def test_where_a_chinese_name_begins_and_ends(
    text: str, title: str | None, names: set[str]
) -> None:
    assert {entity.name for entity in extract(text, title).entities} == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("本文提出QuaxNet模型。", "introduced"),
        ("本文提出一种基于图的农谚识别模型QuaxNet。", "introduced"),
        ("本文方法优于QuaxNet模型。", "compared"),
        ("本文采用QuaxNet模型。", "used"),
        ("现有的QuaxNet模型很慢。本文研究农谚。", "mentioned"),
    ],
)
def test_roles(text: str, role: str) -> None:
    roles = {entity.name: entity.role for entity in extract(text).entities}
    assert roles["QuaxNet"] == role


@pytest.mark.parametrize(
    ("before", "behind", "kind", "qualifier"),
    [
        ("F1值为", "。", "absolute", None),
        ("F1值提高了", "。", "gain", None),
        ("准确率提高到", "。", "absolute", None),
        ("错误率下降约", "，", "reduction", "about"),
        ("比基线高", "。", "gain", None),
        ("高于基线", "。", "gain", None),
        ("高于基线的结果", "。", "absolute", None),
        ("有", "的提升。", "gain", None),
        ("从", "提升到80%", "absolute", "before"),
        ("准确率达到", "左右。", "absolute", "about"),
        ("提升最高可达", "。", "gain", "up to"),
    ],
)
def test_kinds(before: str, behind: str, kind: str, qualifier: str | None) -> None:
    text = f"{before}75.2%{behind}"
    found = HanKinds(RULES.words).of(text, len(before), len(before) + 5)
    assert found == (kind, qualifier)


def test_lists_are_resolved() -> None:
    text = "本文提出QuaxNet模型,在QuaxPics数据集上准确率和召回率分别达到91.2%和90.3%。"
    assert [
        (float(s.value), s.metric, s.kind, s.method, s.dataset) for s in extract(text).scores
    ] == [
        (91.2, "准确率", "absolute", "QuaxNet", "QuaxPics"),
        (90.3, "召回率", "absolute", "QuaxNet", "QuaxPics"),
    ]


def test_the_english_version_counts_once() -> None:
    text = "本文模型的准确率达到91.2%。Our model reaches an accuracy of 91.2% and an F1 of 88.1%."
    extraction = extract(text)
    assert [float(score.value) for score in extraction.scores] == [91.2, 88.1]
    assert [e.name for e in extraction.entities].count("准确率") == 1


def test_a_long_form_with_the_row_of_its_short_form_needs_no_vote() -> None:
    found = extract("本任务是中文语义表示(Chinese AMR,CAMR),系统也要解析AMR图。")
    assert "CAMR" in {mention.text for mention in found.mentions}
