"""How many scores that a leaderboard lists are read from the abstract they stand in.

A file has one object a line: `{id, text, results: [{dataset, metric, score, spans, metric_in_text,
dataset_in_text}], closed}`; `closed` says that every percentage and decimal number of the text is
among the results.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from benchmarks.gold import extract_gold, read_gold
from kg.extract import Extractor
from kg.link import Identities
from kg.records import Entity, EntityType, Extraction, Score
from kg.rules import load_rules, name_key


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--patterns", multiple=True, help="Rules to lay over the shipped ones.")
@click.option("--wrong", is_flag=True, help="Print what was not read rightly.")
def main(files: tuple[str, ...], patterns: tuple[str, ...], wrong: bool) -> None:  # noqa: FBT001
    """Compare the scores read from the texts of FILES with those that leaderboards list."""
    rules = load_rules(patterns)
    comparison = Comparison(Identities(rules.lexicon))
    extractor = Extractor(rules)
    for record in read_gold(files):
        comparison.add(record, extract_gold(extractor, {**record, "language": "en"}))
    for name, (right, total) in comparison.counts.items():
        click.echo(f"{name:42} {right:4} of {total:4}  {right / max(1, total):.3f}")
    if wrong:
        for line in comparison.wrong:
            click.echo(line)


class Comparison:
    """Counts what agrees.

    Args:
        identities: Tells whether two names are one by the lexicon.
    """

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self.counts = {
            "gold values read": [0, 0],
            "metric right where it is in the text": [0, 0],
            "dataset right where it is in the text": [0, 0],
            "absolute scores right, closed records": [0, 0],
        }
        self.wrong: list[str] = []

    def add(self, record: dict[str, Any], found: Extraction) -> None:
        """Compare one record with its extraction."""
        scores = [score for score in found.scores if score.kind == "absolute"]
        listed: set[int] = set()
        for value, results in _by_value(record["results"]).items():
            spans = [tuple(span) for result in results for span in result["spans"]]
            hits = [s for s in scores if any(_overlap(s, span) for span in spans)]
            listed.update(id(score) for score in hits)
            line = f"{record['id']} {value} not read"
            self._count("gold values read", line, right=bool(hits))
            if hits:
                self._compare(record, results, hits)
        if record["closed"]:
            for score in scores:
                if score.unit in {"%", None} and id(score) not in listed:
                    line = f"{record['id']} {score.text} is no score on a leaderboard"
                    self._count("absolute scores right, closed records", line, right=False)
                elif id(score) in listed:
                    self._count("absolute scores right, closed records", "", right=True)

    def _compare(self, record: dict[str, Any], results: list[Any], hits: list[Score]) -> None:
        kinds: tuple[EntityType, ...] = ("Metric", "Dataset")
        for kind in kinds:
            part = kind.lower()
            names = {r[part] for r in results if r[f"{part}_in_text"]}
            if not names:
                continue
            read = {getattr(score, part) for score in hits}
            right = any(self._same(kind, name, one) for name in names for one in read)
            line = f"{record['id']} {hits[0].text} {part} {read}, listed {names}"
            self._count(f"{part} right where it is in the text", line, right=right)

    def _same(self, kind: EntityType, wanted: str, found: str | None) -> bool:
        if found is None:
            return False
        one, other = name_key(wanted), name_key(found)
        return one in other or other in one or self._node(kind, wanted) == self._node(kind, found)

    def _node(self, kind: EntityType, name: str) -> str:
        return self._identities.of(
            Entity(type=kind, name=name, level="named", role="evaluated")
        ).node

    def _count(self, name: str, line: str, *, right: bool) -> None:
        self.counts[name][0] += right
        self.counts[name][1] += 1
        if not right:
            self.wrong.append(line)


def _by_value(results: Iterable[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = {}
    for result in results:
        grouped.setdefault(result["score"], []).append(result)
    return grouped


def _overlap(score: Score, span: tuple[int, ...]) -> bool:
    return score.start < span[1] and span[0] < score.end


if __name__ == "__main__":
    main()
