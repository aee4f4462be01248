"""How well extractions agree with hand-annotated abstracts; see benchmarks/README.md."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import click
from rich.console import Console
from rich.table import Table

from benchmarks.counts import Counts, print_counts
from benchmarks.gold import Gold, extract_gold, read_gold, same_entity
from kg.extract import Extractor
from kg.records import Entity, Extraction, Score
from kg.rules import load_rules, name_key

TYPES = ("Method", "Dataset", "Metric", "Task")
Pair = tuple[Gold, Extraction]


@click.command()
@click.argument("gold", nargs=-1, required=True)
@click.option("--patterns", multiple=True, help="Rules to lay over the shipped ones.")
@click.option("--against", multiple=True, help="Compare with the rules laid over by this folder.")
@click.option("--rules", "with_rules", is_flag=True, help="Print right and wrong for every rule.")
def main(
    gold: tuple[str, ...],
    patterns: tuple[str, ...],
    against: tuple[str, ...],
    with_rules: bool,  # noqa: FBT001
) -> None:
    """Score extractions of the texts of GOLD files against their annotations."""
    records = list(read_gold(gold))
    pairs = extract_all(records, patterns)
    print_counts("Named entities", entity_counts(pairs))
    print_counts("Mentions of named entities, exact", mention_counts(pairs, named_only=True))
    print_counts("Mentions of both levels, exact", mention_counts(pairs, named_only=False))
    right, total = role_counts(pairs)
    click.echo(f"Roles: {right} of {total} right ({right / max(1, total):.3f})\n")
    print_counts("Scores", score_counts(pairs), summed=False)
    if with_rules:
        print_rules(pairs)
    if against:
        print_difference(pairs, extract_all(records, against))


def extract_all(records: Iterable[Gold], patterns: Iterable[str]) -> list[Pair]:
    """Return every record with its extraction."""
    extractor = Extractor(load_rules(patterns))
    return [(gold, extract_gold(extractor, gold)) for gold in records]


def mention_counts(pairs: Iterable[Pair], *, named_only: bool) -> dict[str, Counts]:
    """Count mentions by type; with `named_only` common techniques count neither way."""
    counts = {kind: Counts() for kind in TYPES}
    for gold, found in pairs:
        common = common_entities(gold) if named_only else set()
        wanted = {
            (m["type"], m["start"], m["end"]): (m["type"], m["name"]) in common
            for m in gold["mentions"]
        }
        spans = {(m.type, m.start, m.end) for m in found.mentions}
        for span in spans:
            if span not in wanted:
                counts[span[0]].wrong += 1
            elif not wanted[span]:
                counts[span[0]].right += 1
        for span, is_common in wanted.items():
            if span not in spans and not is_common:
                counts[span[0]].missed += 1
    return counts


def entity_counts(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """Count named entities by type; an alias counts as its entity, an entity only once."""
    counts = {kind: Counts() for kind in TYPES}
    for gold, found in pairs:
        common = common_entities(gold)
        hits = {hit for hit, _ in matched_entities(gold, found) if hit is not None}
        for hit, entity in matched_entities(gold, found):
            counts[entity.type].wrong += hit is None
        for entity in gold["entities"]:
            key = (entity["type"], entity["name"])
            if key not in common:
                counts[entity["type"]].right += key in hits
                counts[entity["type"]].missed += key not in hits
    return counts


def role_counts(pairs: Iterable[Pair]) -> tuple[int, int]:
    """Return how many of the entities found have the right role, and how many were found."""
    right = total = 0
    for gold, found in pairs:
        roles = {(e["type"], e["name"]): e.get("role") for e in gold["entities"]}
        for hit, entity in matched_entities(gold, found):
            if hit is not None:
                total += 1
                right += roles[hit] == entity.role
    return right, total


def score_counts(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """Count scores: the number, with metric and kind, with method and dataset as well."""
    counts = {"number": Counts(), "metric and kind": Counts(), "whole": Counts()}
    for gold, found in pairs:
        left = list(gold["scores"])
        for score in found.scores:
            hit = next((one for one in left if _same_number(one, score)), None)
            for name, one in counts.items():
                good = hit is not None and _agrees(name, gold, found, hit, score)
                one.right += good
                one.wrong += not good
                one.missed += hit is not None and not good
            if hit is not None:
                left.remove(hit)
        for one in counts.values():
            one.missed += len(left)
    return counts


def common_entities(gold: Gold) -> set[tuple[str, str]]:
    """Return the entities that are common techniques without a proper name."""
    return {(e["type"], e["name"]) for e in gold["entities"] if e.get("level") == "common"}


def matched_entities(gold: Gold, found: Extraction) -> list[tuple[tuple[str, str] | None, Entity]]:
    """Return every entity found with the gold entity that it is, or None; each gold one once."""
    by_key: dict[tuple[str, str], tuple[str, str]] = {}
    for entity in gold["entities"]:
        for form in (entity["name"], *(entity.get("aliases") or ())):
            by_key.setdefault((entity["type"], name_key(form)), (entity["type"], entity["name"]))
    seen: set[tuple[str, str]] = set()
    matched: list[tuple[tuple[str, str] | None, Entity]] = []
    for entity in found.entities:
        keys = [(entity.type, name_key(form)) for form in (entity.name, *entity.aliases)]
        hit = next((by_key[key] for key in keys if key in by_key), None)
        matched.append((None if hit in seen else hit, entity))
        if hit is not None:
            seen.add(hit)
    return matched


def print_rules(pairs: Iterable[Pair]) -> None:
    """Print for every rule how often its mentions were right and wrong."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for gold, found in pairs:
        wanted = {(m["type"], m["start"], m["end"]) for m in gold["mentions"]}
        for mention in found.mentions:
            is_right = (mention.type, mention.start, mention.end) in wanted
            (right if is_right else wrong)[mention.rule] += 1
    table = Table(title="Rules", title_justify="left")
    for heading in ("rule", "right", "wrong", "precision"):
        table.add_column(heading)
    for rule in sorted(right | wrong, key=lambda name: -right[name] - wrong[name]):
        share = right[rule] / (right[rule] + wrong[rule])
        table.add_row(rule, str(right[rule]), str(wrong[rule]), f"{share:.2f}")
    Console().print(table)


def print_difference(pairs: Iterable[Pair], others: Iterable[Pair]) -> None:
    """Print the mentions that the other rules gain and lose, right and wrong ones apart."""
    lines: dict[str, list[str]] = defaultdict(list)
    for (gold, found), (_, other) in zip(pairs, others, strict=True):
        wanted = {(m["type"], m["start"], m["end"]) for m in gold["mentions"]}
        before = {(m.type, m.start, m.end) for m in found.mentions}
        after = {(m.type, m.start, m.end) for m in other.mentions}
        for title, spans in (("gained", after - before), ("lost", before - after)):
            for span in sorted(spans):
                good = "right" if span in wanted else "wrong"
                text = gold["text"][span[1] : span[2]]
                lines[f"{title}, {good}"].append(f"{gold['id']} {span[0]} {text!r}")
    for title, found_lines in sorted(lines.items()):
        click.echo(f"{title}: {len(found_lines)}")
        for line in found_lines:
            click.echo(f"  {line}")


def _same_number(gold: Gold, score: Score) -> bool:
    overlaps = gold["start"] < score.end and score.start < gold["end"]
    return overlaps and abs(float(gold["value"]) - float(score.value)) <= 1e-6 * max(
        1.0, abs(float(gold["value"]))
    )


def _agrees(name: str, gold: Gold, found: Extraction, hit: Gold, score: Score) -> bool:
    if name == "number":
        return True
    metric = same_entity(gold, "Metric", hit["metric"], score.metric, found.entities)
    if not metric or hit["kind"] != score.kind:
        return False
    if name == "metric and kind":
        return True
    return same_entity(gold, "Method", hit["method"], score.method, found.entities) and same_entity(
        gold, "Dataset", hit["dataset"], score.dataset, found.entities
    )


if __name__ == "__main__":
    main()
