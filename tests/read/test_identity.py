from __future__ import annotations

import pytest

from kg.read.identity import content_identifier, find_identifier
from kg.read.language import language
from kg.read.urls import find_urls

from .feeds import OWLS, ZH


@pytest.mark.parametrize(
    "variant",
    [
        OWLS.upper(),
        OWLS.replace(" ", "\r\n"),
        f"\ufeff {OWLS}\u200b",
        OWLS.replace("owls", "ow\u00adls"),
        OWLS.replace("find", "\ufb01nd"),
    ],
    ids=["case", "wrapped", "mark", "soft-hyphen", "ligature"],
)
def test_same_content_same_identifier(variant: str) -> None:
    assert content_identifier(variant) == content_identifier(OWLS)


def test_other_content_other_identifier() -> None:
    assert content_identifier(OWLS.replace("42.1", "42.2")) != content_identifier(OWLS)


def test_identifier_is_stable() -> None:
    assert content_identifier("We count owls.") == "abs-9d0d397ae7de7468"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://arxiv.org/abs/hep-th/9901001", "arXiv:hep-th/9901001"),
        ("arXiv:2103.14030", "arXiv:2103.14030"),
        ("doi:10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"),
        ("https://aclanthology.org/2020.acl-main.703/", "2020.acl-main.703"),
        ("https://www.aclweb.org/anthology/D14-1162.pdf", "D14-1162"),
        ("https://github.com/owls/1512.03385", None),
        ("", None),
    ],
)
def test_identifier_in_a_field(value: str, expected: str | None) -> None:
    assert find_identifier([value]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OWLS, "en"),
        (ZH, "zh"),
        ("我们在ImageNet、COCO、LibriSpeech和SQuAD上评测ResNet与BERT模型的性能。", "zh"),
        (f"{OWLS} They are called 猫头鹰 in Chinese.", "en"),
        ("森林のフクロウを数える方法を提案する。", "und"),
        ("숲의 올빼미를 세는 방법을 제안한다.", "und"),
        ("Мы считаем сов.", "und"),
        ("Naïve élèves", "en"),
        ("12.5 % (3)", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Code: https://a.org/x.", ["https://a.org/x"]),
        ("see (https://a.org/x_(y)), www.b.org;", ["https://a.org/x_(y)", "www.b.org"]),
        ("代码见https://a.org/x。信息可以在ftp://b.org上找到", ["https://a.org/x", "ftp://b.org"]),
        (r"\url{https://a.org/x\_y}", ["https://a.org/x_y"]),
        ("HTTP://A.org/ and HTTP://A.org/", ["HTTP://A.org/"]),
        ("at https://a.org/~x?q=1#top, then", ["https://a.org/~x?q=1#top"]),
        ("http:// and www. alone", []),
        ("xwww.a.org", []),
    ],
)
def test_urls(text: str, expected: list[str]) -> None:
    assert find_urls(text) == expected
