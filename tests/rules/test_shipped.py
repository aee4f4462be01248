"""The shipped files: every rule against its own examples, every lexicon in its canonical form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from kg.extract import check_examples
from kg.records import EntityType
from kg.rules import Alias, LexiconRow, builtin_patterns, load_rules, name_key

RULES = load_rules()
LEXICONS = sorted((builtin_patterns() / "lexicon").glob("*.jsonl"))


def test_every_rule_matches_its_examples_and_none_of_its_counter_examples() -> None:
    assert [str(fault) for fault in check_examples(RULES)] == []


def test_a_rule_that_does_not_match_its_example_is_found() -> None:
    wrong = RULES.contexts()[0].model_copy(update={"examples": ("Nothing is in [this].",)})
    rules = RULES.model_copy(update={"rules": (wrong,)})
    assert [fault.field for fault in check_examples(rules)] == [wrong.id]


def test_a_rule_that_matches_its_counter_example_is_found() -> None:
    rule = next(rule for rule in RULES.contexts() if rule.id == "dataset.context.head-after")
    wrong = rule.model_copy(update={"counter_examples": ("We use the LJSpeech corpus.",)})
    rules = RULES.model_copy(update={"rules": (wrong,)})
    assert "counter-example" in str(next(iter(check_examples(rules))))


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_lexicon_rows_are_sorted_and_unique(path: Path) -> None:
    names = [json.loads(line)["name"] for line in path.read_text("utf-8").splitlines()]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", get_args(EntityType))
def test_no_name_leads_to_two_rows(kind: EntityType) -> None:
    seen: dict[str, LexiconRow] = {}
    for row in RULES.lexicon[kind]:
        for name in (row.name, *row.aliases):
            written = name.name if isinstance(name, Alias) else name
            other = seen.setdefault(written, row)
            assert other is row, f"{written!r} stands in {other.name!r} and {row.name!r}"


@pytest.mark.parametrize("kind", get_args(EntityType))
def test_every_row_names_its_source_and_licence(kind: EntityType) -> None:
    licences = {"pwc": "CC BY-SA 4.0", "datafinder": "Apache-2.0", "own": "MIT", "acl": "CC BY 4.0"}
    for row in RULES.lexicon[kind]:
        assert licences[row.source] == row.licence, row.name
        assert name_key(row.name)


def test_only_metrics_have_a_direction() -> None:
    for kind, rows in RULES.lexicon.items():
        if kind != "Metric":
            assert not any(row.direction or row.scale for row in rows)
