"""An index of a build for SPARQL, made once beside it: a store of Oxigraph on disk.

A small build is read into memory faster than anybody notices. Ten million quads take a minute and
5 GB each time; their index takes two minutes once and 2 GB of disk, and then opens at once and in
50 MB. Queries over the index are ten to thirty times slower than in memory.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError

FOLDER = ".index"
LARGE = 64 * 1024 * 1024  # bytes of N-Quads; they take some two seconds to load
_MARK = "of.json"


def index_of(quads: Path) -> Path | None:
    """Return the index of a file of N-Quads, if there is one and the file is still the same."""
    folder = quads.parent / FOLDER
    try:
        mark = json.loads((folder / _MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return folder if mark == _state(quads) else None


def make_index(quads: Path) -> Path:
    """Make the index of a file of N-Quads, in the folder `.index` beside it.

    Args:
        quads: The file; what it holds may be larger than memory.

    Returns:
        The index; an older one is replaced, and half an index is never seen.

    Raises:
        InputError: The file is malformed.
        OSError: The folder cannot be written.
    """
    state = _state(quads)
    partial = Path(tempfile.mkdtemp(prefix=f"{FOLDER}.", dir=quads.parent))
    try:
        store = ox.Store(str(partial))
        store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
        store.flush()
        del store  # closes it
        (partial / _MARK).write_text(json.dumps(state), "utf-8")
        folder = quads.parent / FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
    except SyntaxError as error:
        raise InputError(
            f"malformed RDF: {error.msg}", file=quads, line=error.lineno, remedy="build it again"
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return folder


def _state(quads: Path) -> dict[str, object]:
    """Return what tells that the file, or the program that reads the index, has changed."""
    found = quads.stat()
    return {"bytes": found.st_size, "mtime": found.st_mtime_ns, "oxigraph": ox.__version__}
