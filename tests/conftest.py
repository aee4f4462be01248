"""What tests of several folders share: rules, small feeds in our own words, builds of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg
from kg.cli import main
from kg.graph import KnowledgeGraph
from kg.link import Identities
from kg.rules import RuleSet, load_rules

OWLNET = (
    "We propose OwlNet, a novel neural network for speaker verification. OwlNet has an equal error "
    "rate (EER) of 0.68% on VoxCeleb1 and an accuracy of 91.2% on ESC-50."
)
OWLS_OF_ALL = (
    "Pictures of owls are rare, so we propose a contrastive network named OwlView for image "
    "classification. It learns from pairs of pictures that show one bird from two sides, and it "
    "needs no labels. On ImageNet it reaches a top-1 accuracy of 77.4%, on CIFAR-10 of 95.1%."
)
OWLS_AGAIN = OWLS_OF_ALL.replace("needs no labels", "does not need any labels") + " Code is public."
CHINESE = "本文提出一种用于说话人确认的网络。在VoxCeleb1上，等错误率为0.87%，比基线相对降低19%。"


@pytest.fixture(name="kg")
def run_kg() -> Callable[..., Result]:
    """The `kg` command, run in this process."""

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(part) for part in arguments], input=stdin)

    return run


@pytest.fixture(scope="session")
def shipped_rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="session")
def shipped_identities(shipped_rules: RuleSet) -> Identities:
    return Identities(shipped_rules.lexicon)


@pytest.fixture(scope="session")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two feeds: seven records, one abstract twice, one twice revised, two broken."""
    folder = tmp_path_factory.mktemp("feeds")
    records = [
        {"id": "r-owlnet", "text": OWLNET, "authors": ["Ada Öz", "Li Wei"], "year": 2024},
        {"id": "r-owlview", "text": OWLS_OF_ALL, "authors": ["Li Wei"], "venue": "CVPR 2023"},
        {"id": "r-owlview2", "text": OWLS_AGAIN, "authors": ["Li Wei"], "venue": "CVPR 2024"},
        {"id": "r-zh", "text": CHINESE},
        {"id": "r-other", "text": OWLNET.upper().replace(" ", "\n"), "doi": "10.1000/owl"},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines.insert(2, "{not JSON")
    lines.insert(4, '{"id": "no text"}')
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    plain = "We study how BERT reads tables.\n\nOwls sleep by day.\n"
    (folder / "b.txt").write_text(plain, "utf-8")
    return folder


@pytest.fixture(scope="session")
def built(feeds: Path) -> KnowledgeGraph:
    return kg.build([feeds])


@pytest.fixture(scope="session")
def build_folder(built: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built.export(tmp_path_factory.mktemp("build") / "owls")
