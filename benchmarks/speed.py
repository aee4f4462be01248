"""Extraction against spaCy's bare tokenizer on the same texts; see benchmarks/README.md.

The two take turns in one process and the ratio is taken turn by turn, so that it holds where the
machine's speed drifts. Times are those of the processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice
from statistics import median
from typing import TypeVar

import click
import spacy

from kg.extract import Extractor
from kg.read import read
from kg.records import Paper
from kg.rules import load_rules

Item = TypeVar("Item")


@click.command()
@click.argument("feeds", nargs=-1, required=True)
@click.option("--most", default=2000, help="How many abstracts to read at most.")
@click.option("--turns", default=5, help="How many turns each takes.")
def main(feeds: tuple[str, ...], most: int, turns: int) -> None:
    """Time extraction and the bare tokenizer on the abstracts of FEEDS."""
    papers = [record for record in islice(read(feeds), most) if isinstance(record, Paper)]
    begin = time.process_time()
    extractor = Extractor(load_rules())
    start_up = time.process_time() - begin
    tokenize = spacy.blank("en").make_doc
    texts = [paper.abstract for paper in papers]
    both = [(_time(extractor.extract, papers), _time(tokenize, texts)) for _ in range(turns + 1)][
        1:
    ]
    extraction = median(len(papers) / seconds for seconds, _ in both)
    tokenizer = median(len(papers) / seconds for _, seconds in both)
    click.echo(f"abstracts           {len(papers)}")
    click.echo(f"compiling the rules {start_up:.2f} s")
    click.echo(f"extraction          {extraction:,.0f} abstracts/s")
    click.echo(f"bare tokenizer      {tokenizer:,.0f} abstracts/s")
    click.echo(f"ratio               {median(b / a for a, b in both):.3f}")
    for language in sorted({paper.language for paper in papers}):
        group = [paper for paper in papers if paper.language == language]
        characters = sum(len(paper.abstract) for paper in group)
        seconds = median(_time(extractor.extract, group) for _ in range(turns))
        click.echo(
            f"language {language:<11}{len(group) / seconds:,.0f} abstracts/s, "
            f"{characters / seconds:,.0f} characters/s, {len(group)} abstracts"
        )


def _time(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    begin = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
