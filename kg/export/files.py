"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import OutputError


def write_text(parts: Iterable[str], path: str | Path) -> None:
    """Write text to a file beside its place and then move it there, line ends as they are.

    A file that was there before is replaced; when anything goes wrong it stays as it was.

    Raises:
        OutputError: The file cannot be written.
    """
    path = Path(path)
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(parts)
        partial.replace(path)
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror}",
            file=path,
            remedy="check that its folder exists and may be written to",
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def umask() -> int:
    """Return the permissions that new files of this process do not get.

    The system tells it only when it is set, so it is set and put back.
    """
    mask = os.umask(0)
    os.umask(mask)
    return mask
