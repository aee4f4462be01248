"""The command as a process of its own: pipes, terminals, full disks, encodings."""

from __future__ import annotations

import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

KG = [sys.executable, "-m", "kg.cli"]
SENTENCE = "We propose OwlNet, a novel network for speaker verification."
ESCAPE = b"\x1b["


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    lines = (json.dumps({"id": str(n), "text": f"{SENTENCE} No. {n}."}) for n in range(600))
    path.write_text("\n".join(lines))
    return path


def environment(**changes: str) -> dict[str, str]:
    kept = {"PATH", "HOME", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH"}
    return {**{k: v for k, v in os.environ.items() if k in kept}, "TERM": "xterm", **changes}


def kg(
    *arguments: str | Path, stdin: bytes = b"", changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KG, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(**(changes or {})),
    )


def on_terminal(
    arguments: Sequence[str | Path], *, stdout: bool, changes: Mapping[str, str] | None = None
) -> tuple[bytes, int]:
    """Run with standard error, and perhaps standard output, on a terminal; return what it shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*KG, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.DEVNULL,
        stderr=theirs,
        env=environment(COLUMNS="100", **(changes or {})),
    ) as process:
        os.close(theirs)
        shown = b""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    part = os.read(ours, 65536)
                except OSError:  # Linux: the other side is closed
                    break
                if not part:
                    break
                shown += part
        os.close(ours)
        return shown, process.wait()


def test_from_standard_input_to_standard_output() -> None:
    run = kg("extract", "-", stdin=SENTENCE.encode())
    assert (run.returncode, run.stderr) == (0, b"")
    assert json.loads(run.stdout)["abstract"] == SENTENCE


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["--version"], 0, id="done"),
        pytest.param(["extract", "no/such/file"], 1, id="input-at-fault"),
        pytest.param(["extract"], 2, id="wrong-usage"),
    ],
)
def test_exit_status(arguments: list[str], status: int) -> None:
    run = kg(*arguments)
    assert run.returncode == status
    assert b"Traceback" not in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        pytest.param("extract {many}", id="extract"),
        pytest.param("explain {build} OwlNet", id="explain"),
        pytest.param("leaderboard {build}", id="leaderboard"),
        pytest.param("query {build} 'SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} }}'", id="query"),
        pytest.param("rules list", id="rules-list"),
    ],
)
def test_a_reader_that_leaves_early_is_no_error(
    many: Path, build_folder: Path, command: str
) -> None:
    line = command.format(many=many, build=build_folder)
    shell = f"{sys.executable} -m kg.cli {line} | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(
        ["bash", "-c", shell],  # noqa: S607
        capture_output=True,
        check=True,
        env=environment(),
    )
    assert run.stdout == b"0\n"
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
@pytest.mark.parametrize(
    "command", ["extract {many}", "leaderboard {build}", "explain {build} OwlNet"]
)
def test_a_full_standard_output_is_one_line(many: Path, build_folder: Path, command: str) -> None:
    arguments = command.format(many=many, build=build_folder).split()
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*KG, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert run.returncode == 1
    assert run.stderr == b"kg: No space left on device\n"


def limit_file_size() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


@pytest.mark.slow
@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_disk_that_fills_up_leaves_nothing_half_written(
    many: Path, tmp_path: Path, command: str
) -> None:
    few = tmp_path / "few.txt"
    few.write_text(SENTENCE)
    target = tmp_path / "out"
    assert kg(command, few, "-o", target).returncode == 0
    before = {p: p.read_bytes() for p in (target, *target.rglob("*")) if p.is_file()}
    run = subprocess.run(
        [*KG, command, str(many), "-o", str(target)],
        capture_output=True,
        check=False,
        env=environment(),
        preexec_fn=limit_file_size,
    )
    assert run.returncode == 1
    what = "file" if command == "extract" else "build"
    assert run.stderr.decode().startswith(
        f"kg: {target}: the {what} cannot be written: File too lar"
    )
    assert run.stderr.count(b"\n") == 1
    assert {p: p.read_bytes() for p in (target, *target.rglob("*")) if p.is_file()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"few.txt", "out"}


@pytest.mark.slow
@pytest.mark.parametrize("stdout", [False, True], ids=["extract-elsewhere", "extract-here"])
def test_a_terminal_shows_progress(many: Path, stdout: bool) -> None:
    shown, status = on_terminal(["extract", many, "-o", os.devnull], stdout=stdout)
    assert status == 0
    assert b"Extracting" in shown
    assert ESCAPE in shown


@pytest.mark.parametrize("changes", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "force-color"])
def test_a_pipe_shows_no_progress(many: Path, changes: dict[str, str]) -> None:
    run = kg("extract", many, changes=changes)
    assert run.stderr == b""
    assert ESCAPE not in run.stdout
    assert run.stdout.count(b"\n") == 600


def test_a_terminal_still_sees_what_was_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    shown, status = on_terminal(
        ["extract", tmp_path / "a.txt", tmp_path / "[b].txt", "-o", tmp_path / "found"],
        stdout=True,
    )
    assert status == 0
    assert b"[b].txt: there is no such file or folder; check the path" in shown.replace(
        b"\r\n", b"\n"
    )
    assert b"1 rejected" in shown


@pytest.mark.parametrize(("term", "styled"), [("xterm", True), ("dumb", False)])
def test_a_terminal_has_a_table(build_folder: Path, term: str, styled: bool) -> None:
    shown, status = on_terminal(["leaderboard", build_folder], stdout=True, changes={"TERM": term})
    assert status == 0
    assert b"OwlNet" in shown
    assert b"also" not in shown  # no row fills this column: the others need the room
    assert "┃".encode() in shown
    assert (ESCAPE in shown) == styled


@pytest.mark.parametrize("changes", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "force-color"])
def test_a_pipe_has_rows_with_tabs(build_folder: Path, changes: dict[str, str]) -> None:
    run = kg("leaderboard", build_folder, changes=changes)
    assert ESCAPE not in run.stdout
    heading, *rows = run.stdout.decode().splitlines()
    assert {line.count("\t") for line in rows} == {heading.count("\t")}


def test_control_characters_of_a_text_do_not_reach_the_terminal(tmp_path: Path) -> None:
    text = SENTENCE.replace("novel", "\x1b]0;owned\x07novel\x9b31m")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}))
    assert kg("build", tmp_path / "a.jsonl", "-o", tmp_path / "mine").returncode == 0
    run = kg("explain", tmp_path / "mine", "OwlNet")
    assert b"OwlNet" in run.stdout
    assert not set(run.stdout.decode()) & {"\x1b", "\x07", "\x9b"}


@pytest.mark.parametrize(
    "changes",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}],
    ids=["ascii", "c-locale"],
)
def test_output_is_utf_8_whatever_the_locale(changes: dict[str, str]) -> None:
    run = kg("extract", "-", stdin="本文研究猫头鹰。".encode(), changes=changes)
    assert run.stderr == b""
    assert json.loads(run.stdout.decode("utf-8"))["abstract"] == "本文研究猫头鹰。"


def test_a_named_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    (tmp_path / "a.txt").write_text(SENTENCE)
    with subprocess.Popen(["cat", str(fifo)], stdout=subprocess.PIPE) as reader:  # noqa: S607
        run = kg("extract", tmp_path / "a.txt", "-o", fifo)
        read, _ = reader.communicate(timeout=30)
    assert run.returncode == 0
    assert json.loads(read)["abstract"] == SENTENCE
    assert fifo.is_fifo()


@pytest.mark.slow
def test_processes_write_what_one_writes(many: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert kg("extract", many, "-o", one).returncode == 0
    assert kg("extract", many, "-o", two, "-j", "2").returncode == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.slow
def test_an_interruption_leaves_nothing(many: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*KG, "extract", str(many), "-o", str(tmp_path / "found")],
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        deadline = time.monotonic() + 30
        while not any(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 1
    assert b"Traceback" not in told
    assert list(tmp_path.iterdir()) == []
