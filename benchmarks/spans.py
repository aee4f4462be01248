"""How many annotated spans are found, same span and same type; see benchmarks/README.md."""

from __future__ import annotations

import re

import click

from benchmarks.counts import Counts, print_counts
from benchmarks.gold import extract_gold, read_gold
from kg.extract import Extractor
from kg.records import Mention
from kg.rules import load_rules


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--patterns", multiple=True, help="Rules to lay over the shipped ones.")
@click.option("--heads", is_flag=True, help='The spans of FILES take in "dataset", "corpus" ….')
def main(files: tuple[str, ...], patterns: tuple[str, ...], heads: bool) -> None:  # noqa: FBT001
    """Score the mentions found in FILES against the spans annotated there."""
    rules = load_rules(patterns)
    extractor = Extractor(rules)
    words = "|".join(sorted(map(re.escape, rules.words["dataset_heads"]), key=len, reverse=True))
    head = re.compile(rf"['\"”]? (?:{words})\b" if heads else "$^", re.IGNORECASE)
    for file in files:
        counts: dict[str, Counts] = {}
        for gold in read_gold([file]):
            wanted = {(m["type"], m["start"], m["end"]) for m in gold["mentions"]}
            for kind, _, _ in wanted:
                counts.setdefault(kind, Counts())
            found = {
                (m.type, m.start, _end(gold["text"], m, head))
                for m in extract_gold(extractor, gold).mentions
            }
            for span in wanted:
                counts[span[0]].right += span in found
                counts[span[0]].missed += span not in found
            for span in found - wanted:
                if span[0] in counts:  # types that a file does not annotate count neither way
                    counts[span[0]].wrong += 1
        print_counts(file, counts)


def _end(text: str, mention: Mention, head: re.Pattern[str]) -> int:
    """Return where a mention ends, with the head behind it if it is a dataset that has one."""
    match = head.match(text, mention.end) if mention.type == "Dataset" else None
    return match.end() if match else mention.end


if __name__ == "__main__":
    main()
