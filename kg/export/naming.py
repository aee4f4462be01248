"""IRIs of everything in an export: made from keys and offsets alone, so the same in every run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from kg.errors import InputError
from kg.export.prefixes import shared_prefixes

# What RFC 3987 forbids in a path, `#` because the base IRI may have used it up already, and a
# percent sign that does not begin an escape. Private use and noncharacters are forbidden too.
_UNSAFE = re.compile(
    r"%(?![0-9A-Fa-f]{2})"
    r"|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    r"\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd\U000e1000-\U000efffd]"
)
_EVIDENCE = frozenset(("evidence", "span", "at", "sentence", "rule"))
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+")


def safe(name: str) -> str:
    """Percent-encode what may not stand in an IRI and leave everything else as it is.

    Example:
        >>> safe("method/图像 a%20b")
        'method/图像%20a%20b'
    """
    return _UNSAFE.sub(_percent, name)


@dataclass(frozen=True, slots=True)
class Naming:
    """The IRIs below one base IRI, in angle brackets.

    A key is used as it is; only where it breaks the graph's contract, and holds what may not stand
    in an IRI, is that percent-encoded, and the key is then read back in that form.

    Raises:
        InputError: The base is not an absolute IRI.

    Example:
        >>> Naming("https://example.org/").node("method/titanet")
        '<https://example.org/method/titanet>'
    """

    base: str

    def __post_init__(self) -> None:
        if not _ABSOLUTE.fullmatch(self.base):
            raise InputError(
                f"the base {self.base!r} is not an absolute IRI",
                field="base",
                remedy="give one such as https://example.org/kg/",
            )

    @property
    def dataset(self) -> str:
        """The IRI of the graph as a whole."""
        return f"<{self.base}>"

    @property
    def entities(self) -> str:
        """The named graph of what holds across papers."""
        return f"<{self.base}graph/entities>"

    def is_evidence(self, subject: str) -> bool:
        """Tell what belongs to the evidence, by its IRI."""
        kind = subject.removeprefix(f"<{self.base}").partition("/")[0]
        return subject.startswith(f"<{self.base}") and kind in _EVIDENCE

    def profile(self, name: str) -> str:
        """The named graph of what a profile adds."""
        return f"<{self.base}graph/profile/{safe(name)}>"

    def node(self, key: str) -> str:
        """The IRI of a node."""
        return f"<{self.base}{safe(key)}>"

    def graph(self, paper: str) -> str:
        """The named graph of what one paper says."""
        return self._of_paper("graph", paper)

    def authorship(self, paper: str, person: str) -> str:
        """The node that holds a person's place among the authors."""
        return self._of_paper("authorship", paper, _local(person))

    def span(self, paper: str, start: int, end: int) -> str:
        """Words of a paper's abstract."""
        return self._of_paper("span", paper, f"{start}-{end}")

    def place(self, paper: str, start: int, end: int) -> str:
        """Where these words stand."""
        return self._of_paper("at", paper, f"{start}-{end}")

    def sentence(self, paper: str, start: int, end: int) -> str:
        """A sentence of a paper's abstract."""
        return self._of_paper("sentence", paper, f"{start}-{end}")

    def evidence(self, source: str, relation: str, target: str, found: Mapping[str, Any]) -> str:
        """The annotation that says where an edge was read."""
        parts = (source, relation, target, *(str(found[name]) for name in sorted(found)))
        digest = blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=4).hexdigest()
        return self._of_paper("evidence", found["paper"], f"{found['start']}-{digest}")

    def rule(self, rule: str) -> str:
        """A rule, as the activity that found something."""
        return f"<{self.base}rule/{safe(rule)}>"

    def _of_paper(self, kind: str, paper: str, *rest: str) -> str:
        return f"<{self.base}{safe('/'.join((kind, _local(paper), *rest)))}>"


def naming_of(attributes: Mapping[str, Any]) -> Naming:
    """Return the naming for the base in `graph.graph`, or for the default base."""
    return Naming(attributes.get("base", shared_prefixes().base))


def _local(key: str) -> str:
    return key.partition("/")[2] or key


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
