"""The `kg` command: parse arguments, call, report."""

# ruff: noqa: D301
# click wants \b in docstrings; what a command needs is imported when it runs, so that `kg --help`
# does not wait for spaCy; click passes options by keyword.

from __future__ import annotations

import errno
import io
import os
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_questions import BUILD_HELP, explain, export, leaderboard, query
from kg.errors import InputError, KgError, OutputError
from kg.records import Rejection
from kg.terminal import open_output, print_table, show_progress

if TYPE_CHECKING:
    from kg.rules import RuleSet

inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
patterns_option = click.option(
    "--patterns", multiple=True, metavar="DIR", help="Lay the rules in DIR over the shipped ones."
)
strict_option = click.option("--strict", is_flag=True, help="Exit with 1 if a record is rejected.")
processes_option = click.option(
    "-j", "--processes", type=click.IntRange(1), default=1, help="How many processes extract."
)


class _Group(click.Group):
    """Turns the errors of the library into one line on standard error and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # The reader of our output left (`kg … | head`): nothing is wrong, nothing to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                # What is buffered would fail once more when the interpreter closes the stream.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            where = f"{error.filename}: " if error.filename else ""
            click.echo(f"kg: {where}{error.strerror or error}", err=True)
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="abstracts-kg", prog_name="kg")
def main() -> None:
    """Abstracts of scientific papers in, a knowledge graph of methods, datasets and scores out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says: results are UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
@inputs_argument
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
@patterns_option
@processes_option
@strict_option
def extract(
    inputs: tuple[str, ...],
    output: str,
    patterns: tuple[str, ...],
    processes: int,
    strict: bool,  # noqa: FBT001
) -> None:
    """Write what stands in every abstract, one JSON object a line.

    INPUT is a file or a folder of files with abstracts, in any of the layouts that `kg` knows;
    - is standard input.

    \b
    kg extract feeds/*.txt -o found.jsonl
    echo "We propose …" | kg extract -
    """
    from kg.pipeline import extract_files

    if os.path.isfile(output) and os.path.realpath(output) in map(os.path.realpath, inputs):  # noqa: PTH113
        remedy = "give another file, or - for standard output"
        raise OutputError("this is also an input", file=output, remedy=remedy)
    records = extract_files(inputs, rules=_rules(patterns), processes=processes)
    with open_output(output) as stream, show_progress("Extracting") as told:
        rejected = found = 0
        for record in records:
            told(record)
            if isinstance(record, Rejection):
                rejected += 1
            else:
                found += 1
                stream.write(record.model_dump_json() + "\n")
        if rejected and not found:
            raise InputError("no record could be read", remedy="see the lines above")
    _leave(rejected, strict=strict)


@main.command()
@inputs_argument
@click.option("-o", "--output", required=True, metavar="DIR", help="The directory to write.")
@click.option("--base", default=None, metavar="IRI", help="What the IRIs of the nodes begin with.")
@click.option("--aliases", metavar="FILE", help="Names that are the same, or never are.")
@click.option("--licence", metavar="IRI", help="The licence that void.ttl names.")
@patterns_option
@processes_option
@strict_option
def build(  # noqa: PLR0913 one parameter an option
    *,
    inputs: tuple[str, ...],
    output: str,
    base: str | None,
    aliases: str | None,
    licence: str | None,
    patterns: tuple[str, ...],
    processes: int,
    strict: bool,
) -> None:
    """Build the graph of all abstracts and write its exports into a directory.

    \b
    kg build feeds/*.txt -o exports/mine
    """
    from kg.export.directory import check_place
    from kg.pipeline import BASE
    from kg.pipeline import build as build_files
    from kg.query.notebook import counted

    check_place(Path(output))
    rules = _rules(patterns)
    with show_progress("Building") as told:
        graph = build_files(
            inputs,
            rules=rules,
            base=BASE if base is None else base,
            aliases=aliases,
            licence=licence,
            processes=processes,
            told=told,
        )
        counts = graph.manifest["counts"]
        if counts["rejected"] and not counts["papers"]:
            raise InputError("no record could be read", remedy="see the lines above")
        graph.export(output)
    for line in graph.manifest.get("aliases", {}).get("unused", ()):
        click.echo(
            f"kg: {aliases}:{line}: nothing has the second name of this row; check its spelling",
            err=True,
        )
    for row in graph.manifest["renamed"]:
        click.echo(
            f"kg: {row['file']}:{row['line']}: another abstract has the id {row['id']!r}; "
            f"this one is called {row['renamed']!r}",
            err=True,
        )
    told_of = ("record", "paper", "score", "node", "edge")
    sizes = ", ".join(counted(counts.get(f"{noun}s", 0), noun) for noun in told_of)
    click.echo(
        f"{sizes}; the page is {Path(output) / 'graph.html'}",
        err=True,
    )
    _leave(counts["rejected"], strict=strict)


for command in (query, leaderboard, explain, export):
    main.add_command(command)


@main.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
def view(directory: str) -> None:
    """Open the page of a build in the browser."""
    page = Path(directory) / "graph.html"
    if not page.is_file():
        raise InputError("there is no page", file=page, remedy="make it with `kg build`")
    click.echo(str(page.resolve()))
    webbrowser.open(page.resolve().as_uri())


@main.group()
def rules() -> None:
    """Look at the rules: are they sound, what is there, why did a text match."""


@rules.command("check")
@patterns_option
def rules_check(patterns: tuple[str, ...]) -> None:
    """Check every rule file, and every rule against its examples and counter-examples."""
    from kg.extract import check_examples
    from kg.query.notebook import counted

    found = _rules(patterns)
    faults = list(check_examples(found))
    for fault in faults:
        click.echo(f"kg: {fault}", err=True)
    rows = sum(len(of_type) for of_type in found.lexicon.values())
    click.echo(f"{len(found.rules)} rules, {rows} lexicon rows, {counted(len(faults), 'fault')}")
    if faults:
        click.get_current_context().exit(1)


@rules.command("list")
@patterns_option
def rules_list(patterns: tuple[str, ...]) -> None:
    """List the rules with an example of each."""
    found = _rules(patterns)
    print_table(
        ("id", "kind", "example"), [(rule.id, rule.kind, rule.examples[0]) for rule in found.rules]
    )
    for kind, rows in found.lexicon.items():
        click.echo(f"{kind.lower()}.lexicon: {len(rows)} names")


@rules.command("explain")
@click.argument("text")
@patterns_option
def rules_explain(text: str, patterns: tuple[str, ...]) -> None:
    """Show what is found in TEXT and by which rule, and what is not and why.

    TEXT may be - for standard input.
    """
    from kg.pipeline import explain_text

    if text == "-":
        text = _decoded(sys.stdin.buffer.read())
    extraction, rejected = explain_text(text, rules=_rules(patterns))
    mentions = [(m.text, m.type, m.name, m.rule) for m in extraction.mentions]
    scores = [
        (s.text, s.kind, s.metric or "", s.method or "", s.dataset or "", s.task or "", s.rule)
        for s in extraction.scores
    ]
    for heading, rows in (
        (("found", "type", "entity", "rule"), mentions),
        (("score", "kind", "metric", "method", "dataset", "task", "rule"), scores),
        (("not taken", "why"), [(item.text, item.reason) for item in rejected]),
    ):
        if rows:
            print_table(heading, rows)


def _leave(rejected: int, *, strict: bool) -> None:
    if rejected:
        click.echo(f"kg: {rejected} rejected", err=True)
        if strict:
            click.get_current_context().exit(1)


def _rules(patterns: tuple[str, ...]) -> RuleSet:
    from kg.rules import load_rules

    return load_rules(patterns)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"the byte at offset {error.start} is not UTF-8",
            file="-",
            remedy="convert the text, for example with iconv",
        ) from error


if __name__ == "__main__":
    main()
