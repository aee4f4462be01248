from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from conftest import OWLNET

import kg
from kg.errors import InputError, KgError, OutputError, QueryError, RuleError

HEAVY = ("spacy", "networkx", "rdflib", "pyoxigraph", "pyvis", "rich", "click", "pydantic", "numpy")


def python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_importing_is_cheap() -> None:
    loaded = python("import kg, sys; print(*sys.modules)").split()
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("kg.")] == []


def test_importing_changes_nothing() -> None:
    code = """
import logging, os, sys, warnings
def state(): return os.environ.copy(), list(warnings.filters), os.getcwd(), logging.root.handlers[:]
before = state()
import kg
assert state() == before
"""
    python(code)


def test_the_command_imports_no_engine_for_its_help() -> None:
    code = "import sys, kg.cli; print(*sys.modules)"
    loaded = python(code).split()
    assert [name for name in ("spacy", "networkx", "rdflib", "pyoxigraph") if name in loaded] == []


def test_the_public_names_are_all_there() -> None:
    assert kg.__all__ == sorted(kg.__all__, key=lambda name: (name.islower(), name))
    public = {name for name in vars(kg) if not name.startswith("_") and callable(vars(kg)[name])}
    assert public - {"Iterable", "Path", "ModuleType", "Any"} <= set(kg.__all__)
    assert {"extract", "build", "load", "KnowledgeGraph"} == set(kg.__all__)


@pytest.mark.parametrize("name", ["KnowledgeGraph", "build", "extract", "load"])
def test_every_public_name_is_documented(name: str) -> None:
    documented = getattr(kg, name).__doc__
    assert documented
    assert documented.strip().endswith((".", "]", "`"))


@pytest.mark.parametrize("name", ["utils", "Extraction", "__path"])
def test_other_names_are_not_there(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'kg' has no attribute '{name}'"):
        getattr(kg, name)


@pytest.mark.parametrize(
    "code",
    [
        "found = kg.extract(TEXT); import kg.extract.text; kg.extract(TEXT)",
        "import kg.extract.text; kg.extract(TEXT)",
        "import kg.extract; kg.extract(TEXT); from kg.extract import Extractor; kg.extract(TEXT)",
        "from kg.extract.extractor import Extractor; kg.extract(TEXT)",
        "from kg import extract; import kg.extract.find; extract(TEXT); kg.extract(TEXT)",
        "import importlib; importlib.import_module('kg.extract.roles'); kg.extract(TEXT)",
    ],
    ids=["before-and-after", "submodule", "package", "from", "name", "importlib"],
)
def test_extract_stays_the_function(code: str) -> None:
    assert python(f"import kg; TEXT = 'We propose OwlNet.'; {code}; print('done')") == "done\n"


def test_extract_gives_exact_offsets() -> None:
    found = kg.extract(OWLNET)
    assert found.mentions
    places = [(one.start, one.end, one.text) for one in found.mentions]
    places += [(one.start, one.end, one.text) for one in found.scores]
    for start, end, text in places:
        assert OWLNET[start:end] == text


def test_the_same_text_gives_the_same_extraction() -> None:
    assert kg.extract(OWLNET) == kg.extract(OWLNET)


@pytest.mark.parametrize("patterns", [["no/such/folder"], [Path("no/such")]], ids=["str", "path"])
def test_patterns_that_are_missing(patterns: list[str | Path]) -> None:
    with pytest.raises(RuleError, match="no such folder of rules; check --patterns"):
        kg.extract(OWLNET, patterns=patterns)


def test_annotations_can_be_read() -> None:
    for name in ("build", "extract", "load"):
        hints = get_type_hints(
            getattr(kg, name),
            localns={"Extraction": object, "KnowledgeGraph": object},
        )
        assert "return" in hints


def test_examples_of_the_package_run() -> None:
    assert doctest.testmod(kg).failed == 0


@pytest.mark.parametrize(
    ("error", "text"),
    [
        pytest.param(KgError("it broke"), "it broke", id="what"),
        pytest.param(InputError("it broke", file=Path("a.txt")), "a.txt: it broke", id="file"),
        pytest.param(
            RuleError("bad", file="a.toml", line=3, field="id", remedy="mend it"),
            "a.toml:3: bad (field 'id'); mend it",
            id="everything",
        ),
        pytest.param(QueryError("no", remedy="ask"), "no; ask", id="remedy"),
        pytest.param(OutputError("full", file="x", line=0), "x:0: full", id="line-zero"),
    ],
)
def test_errors_say_what_where_and_how_to_mend(error: KgError, text: str) -> None:
    assert str(error) == text
    assert isinstance(error, KgError)
