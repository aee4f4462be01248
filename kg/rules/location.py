"""Where the rule files lie."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def builtin_patterns() -> Path:
    """Return the folder of the rule files that come with the program.

    Returns:
        `kg/patterns` in an installed package; in a checkout, `patterns` beside the package.

    Example:
        >>> (builtin_patterns() / "README.md").is_file()
        True
    """
    package = Path(str(files("kg")))
    installed = package / "patterns"
    return installed if installed.is_dir() else package.parent / "patterns"
