"""Right, wrong, missed: the counts behind precision, recall and F1, and their table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(slots=True)
class Counts:
    """How many were found rightly, found wrongly, and missed.

    Example:
        >>> round(Counts(right=3, wrong=1, missed=1).f1, 2)
        0.75
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 if nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 0 if there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Counts) -> None:
        """Add the counts of another sample."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


def sum_of(counts: Iterable[Counts]) -> Counts:
    """Return the counts of several samples together."""
    total = Counts()
    for one in counts:
        total.add(one)
    return total


def print_counts(title: str, rows: dict[str, Counts], *, summed: bool = True) -> None:
    """Print a table with a row for each name and, if they can be summed, one for all together."""
    table = Table(title=title, title_justify="left")
    for heading in ("", "P", "R", "F1", "right", "wrong", "missed"):
        table.add_column(heading, justify="left" if not heading else "right")
    if summed:
        rows = {**rows, "all": sum_of(rows.values())}
    for name, one in rows.items():
        shares = (f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        table.add_row(name, *shares, str(one.right), str(one.wrong), str(one.missed))
    Console().print(table)
