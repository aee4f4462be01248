"""A wheel of the project works in an environment that holds nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SENTENCE = "We propose OwlNet, a novel network for speaker verification."

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kg` command of an environment into which nothing but the wheel was installed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True)
    return folder / "bin" / "kg"


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_and_template(wheel: Path) -> None:
    expected = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kg").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected - names(wheel) == set()
    assert "kg/py.typed" in expected


def test_the_wheel_holds_the_patterns(wheel: Path) -> None:
    expected = {
        f"kg/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "patterns").rglob("*")
        if path.is_file()
    }
    assert expected - names(wheel) == set()
    assert {"kg/patterns/lexicon/methods.jsonl", "kg/patterns/vocabulary/kg.ttl"} <= expected


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    metadata = f"abstracts_kg-{version}.dist-info"
    assert {name.partition("/")[0] for name in names(wheel)} == {"kg", metadata}
    assert not [name for name in names(wheel) if "test" in name or "__pycache__" in name]
    assert f"{metadata}/licenses/LICENSE" in names(wheel)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        pytest.param(["--version"], "kg, version ", id="version"),
        pytest.param(["rules", "list"], "method.lexicon", id="rules"),
        pytest.param(["query", "--list"], "leaderboard", id="queries"),
    ],
)
def test_the_command_finds_its_files(
    program: Path, tmp_path: Path, arguments: list[str], shown: str
) -> None:
    run = subprocess.run(
        [program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shown in run.stdout


def test_the_command_extracts_and_builds(program: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [program, "extract", "-"],
        cwd=tmp_path,
        input=SENTENCE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "OwlNet" in {entity["name"] for entity in json.loads(run.stdout)["entities"]}
    (tmp_path / "a.txt").write_text(SENTENCE)
    subprocess.run([program, "build", "a.txt", "-o", "mine"], cwd=tmp_path, check=True)
    run = subprocess.run(
        [program, "explain", "mine", "OwlNet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "«OwlNet»" in run.stdout
