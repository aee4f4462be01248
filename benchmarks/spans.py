"""How many annotated spans are found, same span and same type; see benchmarks/README.md."""

from __future__ import annotations

import click

from benchmarks.counts import Counts, print_counts
from benchmarks.gold import extract_gold, read_gold
from kg.extract import Extractor
from kg.rules import load_rules


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--patterns", multiple=True, help="Rules to lay over the shipped ones.")
def main(files: tuple[str, ...], patterns: tuple[str, ...]) -> None:
    """Score the mentions found in FILES against the spans annotated there."""
    extractor = Extractor(load_rules(patterns))
    for file in files:
        counts: dict[str, Counts] = {}
        for gold in read_gold([file]):
            wanted = {(m["type"], m["start"], m["end"]) for m in gold["mentions"]}
            for kind, _, _ in wanted:
                counts.setdefault(kind, Counts())
            found = {(m.type, m.start, m.end) for m in extract_gold(extractor, gold).mentions}
            for span in wanted:
                counts[span[0]].right += span in found
                counts[span[0]].missed += span not in found
            for span in found - wanted:
                if span[0] in counts:  # types that a file does not annotate count neither way
                    counts[span[0]].wrong += 1
        print_counts(file, counts)


if __name__ == "__main__":
    main()
