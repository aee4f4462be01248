"""Tasks named in full and then more shortly are one."""

from __future__ import annotations

import pytest
from reading import extract


def tasks(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.aliases) for one in extract(text).entities if one.type == "Task"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We study long-tailed image recognition. Our long-tailed recognition works.",
            [("long-tailed image recognition", ("long-tailed recognition",))],
            id="inner-word-left-out",
        ),
        pytest.param(
            "We study retinal vessel segmentation. For vessel segmentation we win.",
            [("retinal vessel segmentation", ("vessel segmentation",))],
            id="ending-that-no-lexicon-knows",
        ),
        pytest.param(
            "We study 3D object detection. For object detection we win.",
            [("3D object detection", ()), ("object detection", ())],
            id="ending-that-is-a-task-of-its-own",
        ),
        pytest.param(
            "It is for retinal vessel segmentation and for cardiac vessel segmentation. For vessel "
            "segmentation we win.",
            [
                ("retinal vessel segmentation", ()),
                ("cardiac vessel segmentation", ()),
                ("vessel segmentation", ()),
            ],
            id="ending-of-two",
        ),
        pytest.param(
            "我们研究中文实体识别。实体识别很难。",
            [("中文实体识别", ("实体识别",))],
            id="chinese",
        ),
    ],
)
def test_short_forms(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert tasks(text) == expected
