from __future__ import annotations

import pytest

from kg.extract.shapes import WordClasses, find_names
from kg.extract.text import Tokenizer

TOKENIZER = Tokenizer()
CLASSES = WordClasses(frozenset({"based", "style"}))


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        pytest.param("uses wav2vec 2.0 and HuBERT here", ["wav2vec 2.0", "HuBERT"], id="versions"),
        pytest.param(
            "on AMI-MixHeadset and CIFAR-10", ["AMI-MixHeadset", "CIFAR-10"], id="hyphens"
        ),
        pytest.param("a BERT-based reader", ["BERT"], id="suffix-ends-the-name"),
        pytest.param("the Mask Focal Loss of it", ["Mask Focal Loss"], id="title-case"),
        pytest.param(r"our \textit{ReCal} block", ["ReCal"], id="latex"),
        pytest.param(r"the GTA\_Head images", [r"GTA\_Head"], id="escaped-underscore"),
        pytest.param("with k-means and t-vectors", [], id="lower-case"),
        pytest.param("runs ResNet. Swin wins", ["ResNet", "Swin"], id="not-across-sentences"),
        pytest.param("在ImageNet数据集上", ["ImageNet"], id="in-chinese"),
        pytest.param("on WMT'14 and IWSLT'15", ["WMT'14", "IWSLT'15"], id="year-with-apostrophe"),
        pytest.param("with Quax3-8b-instruct", ["Quax3-8b-instruct"], id="size-in-lower-case"),
        pytest.param("of BERT-augmented readers", ["BERT"], id="participle-ends-the-name"),
        pytest.param("of 3D-CNN layers", ["3D-CNN"], id="dimension"),
    ],
)
def test_find_names(raw: str, names: list[str]) -> None:
    text, _ = TOKENIZER.read(raw)
    found = find_names(text, CLASSES.letters(text))
    assert [text.slice(first, last) for first, last in found] == names
