"""A build directory: every export of one graph, written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from kg.errors import InputError, OutputError
from kg.export.files import umask
from kg.export.graphml import write_graphml
from kg.export.html import write_html
from kg.export.jsonld import write_jsonld
from kg.export.leaderboard_csv import write_leaderboard_csv
from kg.export.linkstable import write_linkstable
from kg.export.naming import naming_of
from kg.export.nodelink import write_nodelink
from kg.export.nquads import write_nquads
from kg.export.turtle import write_turtle
from kg.export.void import count, write_void

if TYPE_CHECKING:
    import networkx as nx

MANIFEST: Final = "manifest.json"
LINK_COLUMNS: Final = ("type", "name", "node", "label", "reason", "paper")
LEADERBOARD_COLUMNS: Final = (
    *("rank", "method", "value", "unit", "text", "metric", "dataset", "split", "task"),
    *("direction", "qualifier", "paper_id", "paper", "year", "sentence", "rule", "also"),
)
WRITERS: Final = (
    ("graph.nq", write_nquads),
    ("graph.ttl", write_turtle),
    ("graph.jsonld", write_jsonld),
    ("graph.graphml", write_graphml),
    ("graph.json", write_nodelink),
)


@dataclass(frozen=True, slots=True)
class BuildFiles:
    """What goes into a build directory.

    Args:
        graph: The graph.
        links: The rows of links.tsv.
        leaderboard: The rows of leaderboard.csv, with the columns of `LEADERBOARD_COLUMNS`.
        manifest: What manifest.json holds besides the time and the files' sizes.
        records: The extractions as JSON lines, read from the start.
    """

    graph: nx.MultiDiGraph[str]
    links: Sequence[Sequence[object]]
    leaderboard: Iterable[Mapping[str, Any]]
    manifest: Mapping[str, Any]
    records: IO[bytes]


def write_build(directory: Path, files: BuildFiles) -> Path:
    """Write a build directory.

    The files are written into a folder beside it, which then takes its place, so the directory
    holds a whole build at every moment.

    Args:
        directory: Where; an older build is replaced.
        files: What to write.

    Returns:
        The directory.

    Raises:
        OutputError: It cannot be written, or holds something that is no build. Nothing
            half-written stays, and what was there before is untouched.
    """
    check_place(directory)
    partial: Path | None = None
    try:
        place = Path(os.path.realpath(directory))  # a link stays, the build goes where it points
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        partial.chmod(0o777 & ~umask())
        _write_files(partial, files)
        _take_place(partial, place)
    except (OSError, OutputError) as error:
        raise _failed(directory, error) from error
    finally:
        if partial is not None:
            shutil.rmtree(partial, ignore_errors=True)
    return directory


def read_manifest(directory: Path) -> dict[str, Any]:
    """Return what the manifest of a build says.

    Raises:
        InputError: There is no build, or its manifest is broken.
    """
    path = directory / MANIFEST
    remedy = "give the directory of a build; `kg build INPUT -o DIR` makes one"
    if not path.is_file():
        raise InputError("there is no build here", file=directory, remedy=remedy)
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"the manifest is broken: {error}", file=path, remedy=remedy) from error
    if not isinstance(manifest, dict):
        raise InputError("the manifest is not an object", file=path, remedy=remedy)
    return manifest


def check_place(directory: Path) -> None:
    """Check, before hours of work, whether a build may be written to a place.

    Raises:
        OutputError: The place holds something else than a build, or cannot be written.
    """
    try:
        if directory.exists():
            _check_replaceable(directory)
        place = next(path for path in directory.absolute().parents if path.exists())
        if not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, f"{place} is not a folder")
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, f"{place} may not be written to")
    except OSError as error:
        raise _failed(directory, error) from error


def _check_replaceable(directory: Path) -> None:
    """Check that nothing but a build, or an empty folder, would be lost."""
    what = "this exists and is not a build, so it is not replaced"
    remedy = "give another directory, or remove this one yourself"
    if not directory.is_dir():
        raise OutputError(what, file=directory, remedy=remedy)
    inside = {path.name for path in directory.iterdir()}
    if not inside:
        return
    written = _written_files(directory / MANIFEST)
    if not written:
        raise OutputError(what, file=directory, remedy=remedy)
    if strange := sorted(name for name in inside - written if not name.startswith(".")):
        raise OutputError(
            f"this build also holds {strange[0]}, so it is not replaced",
            file=directory,
            remedy="move that elsewhere, or give another directory",
        )


def _written_files(manifest: Path) -> set[str]:
    """Return the files of a build by its manifest; none if it is not the manifest of a build."""
    try:
        files = json.loads(manifest.read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {MANIFEST, *files} if isinstance(files, dict) else set()


def _failed(directory: Path, error: OSError | OutputError) -> OutputError:
    """Return an error about the directory for one about a file of a folder that is gone."""
    cause = error if isinstance(error, OSError) else error.__cause__
    if isinstance(error, OutputError) and not isinstance(cause, OSError):
        return error
    return OutputError(
        f"the build cannot be written: {getattr(cause, 'strerror', None) or cause}",
        file=directory,
        remedy="check the space left and the permissions, or give another directory",
    )


def _write_files(folder: Path, files: BuildFiles) -> None:
    with (folder / "extractions.jsonl").open("wb") as stream:
        files.records.seek(0)
        shutil.copyfileobj(files.records, stream)
    for name, write in WRITERS:
        write(files.graph, folder / name)
    leaderboard = list(files.leaderboard)
    write_html(files.graph, folder / "graph.html", leaderboard=leaderboard)
    write_leaderboard_csv(leaderboard, folder / "leaderboard.csv", columns=LEADERBOARD_COLUMNS)
    write_linkstable(files.links, folder / "links.tsv", columns=LINK_COLUMNS)
    naming = naming_of(files.graph.graph)
    counts = count(folder / "graph.nq")
    write_void(counts, files.manifest, _sizes(folder), folder / "void.ttl", naming)
    time = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = {**files.manifest, "files": _sizes(folder), "time": time}
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir())}


def _take_place(partial: Path, directory: Path) -> None:
    """Move the finished folder to its place; an older build leaves only when this one is there."""
    if not directory.exists():
        partial.rename(directory)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{directory.name}.old.", dir=directory.parent))
    try:
        directory.rename(old / directory.name)
        try:
            partial.rename(directory)
        except OSError:
            (old / directory.name).rename(directory)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
