"""Every example of the README runs and gives what it shows."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
ANYTHING = "..."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample feeds, in which the examples run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def commands(block: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a block with the lines that they print."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return found


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_the_shell_examples_print_what_they_show(place: Path) -> None:
    for block in CONSOLE:
        for command, expected in commands(block):
            done = run(command, place)
            assert done.returncode == 0, f"{command}\n{done.stderr}"
            printed = done.stdout.splitlines()
            if ANYTHING in expected:
                shown = expected[: expected.index(ANYTHING)]
                assert printed[: len(shown)] == shown, command
                assert len(printed) > len(shown), command
            else:
                assert printed == expected, command


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_the_python_examples_give_what_they_show(
    place: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.chdir(place)
    test = doctest.DocTestParser().get_doctest(PYTHON[number], {}, "README.md", None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    out: list[str] = []
    runner.run(test, out=out.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(out)


def test_every_command_of_the_program_is_in_the_readme() -> None:
    from kg.cli import main

    assert [name for name in main.commands if f"`kg {name} " not in README] == []
