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
    ],
)
def test_a_version_is_named_in_full(text: str, found: dict[str, list[str]]) -> None:
    result = extract(text)
    named: dict[str, list[str]] = {one.name: [] for one in result.entities if one.type == "Method"}
    for mention in result.mentions:
        named.setdefault(mention.name, []).append(mention.text)
    assert named == found
