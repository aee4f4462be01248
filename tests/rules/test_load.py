from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.rules import load_rules

RULE = """
[[context]]
id = "dataset.context.mine"
type = "Dataset"
pattern = "mined from X"
source = "own"
examples = ["It was mined from [QuaxPics] first."]
counter_examples = ["It was QuaxPics."]
"""


def folder(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_rules_load() -> None:
    rules = load_rules()
    assert {rule.kind for rule in rules.rules} == {"context", "shape", "head", "cue"}
    assert all(rules.lexicon.values())


def test_a_users_rule_is_added_and_changes_the_digest(tmp_path: Path) -> None:
    rules = load_rules([folder(tmp_path, "mine.toml", RULE)])
    assert "dataset.context.mine" in {rule.id for rule in rules.rules}
    assert rules.digest != load_rules().digest
    assert rules.digest == load_rules([tmp_path]).digest


def test_a_users_rule_replaces_the_one_with_its_id(tmp_path: Path) -> None:
    text = RULE.replace("dataset.context.mine", "dataset.context.head-after")
    rules = load_rules([folder(tmp_path, "mine.toml", text)])
    (rule,) = [rule for rule in rules.contexts() if rule.id == "dataset.context.head-after"]
    assert rule.pattern == "mined from X"
    assert len(rules.rules) == len(load_rules().rules)


def test_a_users_lexicon_row_and_words_are_laid_over(tmp_path: Path) -> None:
    row = '{"name": "QuaxPics", "source": "own", "licence": "MIT"}\n'
    folder(tmp_path, "lexicon/datasets.jsonl", row)
    folder(tmp_path, "words.toml", '[words]\nfunction = ["quax"]\n')
    rules = load_rules([tmp_path])
    assert "QuaxPics" in {row.name for row in rules.lexicon["Dataset"]}
    assert "quax" in rules.words["function"]
    assert "the" in rules.words["function"]


@pytest.mark.parametrize(
    ("name", "text", "what", "line"),
    [
        pytest.param("a.toml", "[[context", "Expected", None, id="no-toml"),
        pytest.param(
            "a.toml", "[[unknown]]\nid='x'", "unknown kind of rule", None, id="unknown-kind"
        ),
        pytest.param("a.toml", RULE + RULE, "stands twice", None, id="id-twice"),
        pytest.param(
            "a.toml", RULE.replace('"Dataset"', '"Data"'), "Input should be", 3, id="unknown-type"
        ),
        pytest.param(
            "a.toml", RULE.replace("[QuaxPics]", "QuaxPics"), "no [expected span]", 3, id="unmarked"
        ),
        pytest.param("a.toml", RULE + "colour = 1\n", "Extra inputs", 3, id="unknown-field"),
        pytest.param(
            "a.toml", RULE.replace("dataset.context.mine", "Mine"), "should match", 3, id="bad-id"
        ),
        pytest.param("a.toml", "[words]\nx = [1]", "list of strings", None, id="words"),
        pytest.param(
            "a.toml", RULE.replace("from X", "from"), "the slot X exactly once", 3, id="no-slot"
        ),
        pytest.param(
            "zh/a.toml", RULE.replace("from X", "from (X"), "cannot read", 3, id="broken-template"
        ),
        pytest.param(
            "a.toml", RULE.replace("from X", "{nobody} X"), "no word class", 3, id="unknown-class"
        ),
        pytest.param(
            "lexicon/datasets.jsonl",
            '{"name": "A", "source": "own"}',
            "Field required",
            1,
            id="no-licence",
        ),
        pytest.param("lexicon/datasets.jsonl", "{", "Invalid JSON", 1, id="broken-row"),
        pytest.param("lexicon/things.jsonl", "{}", "unknown lexicon", None, id="unknown-lexicon"),
    ],
)
def test_a_broken_file_is_an_error_with_its_place(
    tmp_path: Path, name: str, text: str, what: str, line: int | None
) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules([folder(tmp_path, name, text)])
    assert what in str(caught.value)
    assert caught.value.file == str(tmp_path / name)
    assert caught.value.line == line


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    "regex",
    ["(a+)+b", "(?=a)b", "a(b)c", "(?<!a)b", "["],
    ids=["nested", "ahead", "group", "behind", "broken"],
)
def test_a_risky_regular_expression_is_an_error(tmp_path: Path, regex: str) -> None:
    text = f"""
[[shape]]
id = "method.shape.mine"
type = "Method"
regex = '{regex}'
source = "own"
examples = ["[Abc]"]
counter_examples = ["x"]
"""
    with pytest.raises(RuleError):
        load_rules([folder(tmp_path, "a.toml", text)])
