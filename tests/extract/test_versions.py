"""Versions that leave out the name that they are of."""

from __future__ import annotations

import pytest
from reading import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "We compare QuaxNet v1 and v2 here.",
            {"QuaxNet v1": ["QuaxNet v1"], "QuaxNet v2": ["v2"]},
            id="and",
        ),
        pytest.param(
            "We compare QuaxNet v1 / v2 here. We like QuaxNet v1 and v2.",
            {"QuaxNet v1": ["QuaxNet v1", "QuaxNet v1"], "QuaxNet v2": ["v2", "v2"]},
            id="twice",
        ),
        pytest.param(
            "We compare QuaxNet v1 and QuaxNet v2 here.",
            {"QuaxNet v1": ["QuaxNet v1"], "QuaxNet v2": ["QuaxNet v2"]},
            id="in-full",
        ),
        pytest.param(
            "We compare QuaxNet v1 with v2 here.", {"QuaxNet v1": ["QuaxNet v1"]}, id="no-list"
        ),
        pytest.param(
            "We compare QuaxNet v1 and v2. QuaxNet v2 is better.",
            {"QuaxNet v1": ["QuaxNet v1"], "QuaxNet v2": ["v2", "QuaxNet v2"]},
            id="also-in-full",
        ),
        pytest.param(
            "We test on PASCAL VOC 2007 and 2012.",
            {"PASCAL VOC 2007": ["PASCAL VOC 2007"], "PASCAL VOC 2012": ["2012"]},
            id="years",
        ),
        pytest.param(
            "We test on DAVIS 2016, 2017 and 2019.",
            {"DAVIS 2016": ["DAVIS 2016"], "DAVIS 2017": ["2017"], "DAVIS 2019": ["2019"]},
            id="list-of-years",
        ),
        pytest.param(
            "We test on DAVIS 2016, 2017 saw no other.",
            {"DAVIS 2016": ["DAVIS 2016"]},
            id="comma-alone",
        ),
        pytest.param(
            "We test on DAVIS 2016 and 2000 clips.", {"DAVIS 2016": ["DAVIS 2016"]}, id="a-count"
        ),
        pytest.param(
            "We mix DAVIS 2016 and 2018 random clips.", {"DAVIS 2016": ["DAVIS 2016"]}, id="counted"
        ),
        pytest.param(
            "We test on DAVIS 2016 and 2017, 2019 saw no other.",
            {"DAVIS 2016": ["DAVIS 2016"], "DAVIS 2017": ["2017"]},
            id="behind-the-last",
        ),
        pytest.param(
            "We test on CIFAR-10 and 100.",
            {"CIFAR-10": ["CIFAR-10"], "CIFAR-100": ["100"]},
            id="known-number",
        ),
        pytest.param(
            "We test on CIFAR-10 and 17.", {"CIFAR-10": ["CIFAR-10"]}, id="unknown-number"
        ),
        pytest.param(
            "We test on CIFAR-10 and 100 pictures.", {"CIFAR-10": ["CIFAR-10"]}, id="number-counted"
        ),
    ],
)
def test_a_version_is_named_in_full(text: str, found: dict[str, list[str]]) -> None:
    result = extract(text)
    named: dict[str, list[str]] = {one.name: [] for one in result.entities}
    for mention in result.mentions:
        named[mention.name].append(mention.text)
    assert named == found
    assert len(named) == len(result.entities)


def test_versions_share_their_scores_in_order() -> None:
    text = "On PASCAL VOC 2007 and 2012, QuaxNet reaches an mAP of 81.0% and 78.2%."
    datasets = [(score.text, score.dataset) for score in extract(text).scores]
    assert datasets == [("81.0%", "PASCAL VOC 2007"), ("78.2%", "PASCAL VOC 2012")]
