"""The `kg` command: parse arguments, call, report."""

# ruff: noqa: D301, PLR0917
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
from rich.markup import escape

from kg.errors import InputError, KgError, OutputError, QueryError
from kg.records import Rejection
from kg.terminal import (
    make_console,
    open_output,
    print_answer,
    print_fact,
    print_table,
    show_progress,
)

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.rules import RuleSet

BUILD_HELP = "DIR is the directory of a build, as `kg build -o DIR` makes it."
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
@patterns_option
@processes_option
@strict_option
def build(
    inputs: tuple[str, ...],
    output: str,
    base: str | None,
    patterns: tuple[str, ...],
    processes: int,
    strict: bool,  # noqa: FBT001
) -> None:
    """Build the graph of all abstracts and write its exports into a directory.

    \b
    kg build feeds/*.txt -o exports/mine
    """
    from kg.export.directory import check_place
    from kg.pipeline import BASE
    from kg.pipeline import build as build_files

    check_place(Path(output))
    rules = _rules(patterns)
    with show_progress("Building") as told:
        graph = build_files(
            inputs,
            rules=rules,
            base=BASE if base is None else base,
            processes=processes,
            told=told,
        )
        counts = graph.manifest["counts"]
        if counts["rejected"] and not counts["papers"]:
            raise InputError("no record could be read", remedy="see the lines above")
        graph.export(output)
    click.echo(
        f"{counts['records']} records, {counts['papers']} papers, "
        f"{counts.get('scores', 0)} scores, {counts['nodes']} nodes, {counts['edges']} edges; "
        f"the page is {Path(output) / 'graph.html'}",
        err=True,
    )
    _leave(counts["rejected"], strict=strict)


@main.command()
@click.argument("source", metavar="DIR|FILE", required=False)
@click.argument("query", required=False)
@click.option("--file", "file", metavar="Q.rq", help="Read the query from a file.")
@click.option("--name", metavar="NAME", help="Ask one of the queries that come with the program.")
@click.option("--list", "list_", is_flag=True, help="List these queries.")
@click.option(
    "--bind", multiple=True, metavar="VARIABLE=NAME", help="A parameter of a named query."
)
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json", "xml"]), default="table"
)
@click.option("--timeout", type=click.FloatRange(0.001), help="Seconds until the query is stopped.")
def query(  # noqa: PLR0913 one parameter an option
    source: str | None,
    query: str | None,
    file: str | None,
    name: str | None,
    list_: bool,  # noqa: FBT001
    bind: tuple[str, ...],
    format_: str,
    timeout: float | None,
) -> None:
    """Answer a SPARQL query over a build or a file of RDF.

    Prefixes are known: schema, dcterms, kg and the rest of patterns/vocabulary/prefixes.toml.

    \b
    kg query exports/sample 'SELECT ?name { ?d a schema:Dataset ; rdfs:label ?name }'
    kg query exports/sample --name leaderboard --bind dataset=ImageNet
    """
    from kg.query.library import named_queries, named_query, resolve

    if list_:
        rows = [(one.name, ", ".join(one.parameters), one.about) for one in named_queries()]
        print_table(("name", "parameters", "answers"), rows)
        return
    if source is None:
        raise click.UsageError("Missing argument 'DIR|FILE'.")
    if sum(given is not None for given in (query, file, name)) != 1:
        raise click.UsageError("Give one of QUERY, --file, --name.")
    if bind and name is None:
        raise click.UsageError("--bind goes with --name.")
    store = _store(Path(source))
    bindings: dict[str, str] = {}
    if name is not None:
        named = named_query(name)
        text = named.text
        values = dict(_binding(pair) for pair in bind)
        if values:
            bindings = resolve(_graph(Path(source)).nx, named, values)
    else:
        text = query if query is not None else _read_query(str(file))
    print_answer(store.query(text, bindings=bindings, timeout=timeout), format_)


@main.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
@click.option("--task", help="Only results for this task.")
@click.option("--dataset", help="Only results on this dataset.")
@click.option("--metric", help="Only results by this metric.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a table.")
def leaderboard(
    directory: str,
    task: str | None,
    dataset: str | None,
    metric: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Show reported scores, best first, each with its paper and sentence.

    \b
    kg leaderboard exports/sample --dataset ImageNet --metric "top-1 accuracy"
    """
    rows = _graph(Path(directory)).leaderboard(task=task, dataset=dataset, metric=metric)
    if as_json:
        for row in rows:
            click.echo(row.model_dump_json())
        return
    if not rows:
        click.echo("kg: no score is reported for these names together", err=True)
    heading = ("dataset", "metric", "rank", "method", "score", "paper", "sentence")
    print_table(
        heading,
        [
            (
                row.dataset or "(not said)",
                row.metric or "(not said)",
                str(row.rank or ""),
                row.method or "(not said)",
                " ".join(filter(None, (row.qualifier, row.text))),
                row.paper_label + (f" ({row.year})" if row.year else ""),
                row.quote.marked(),
            )
            for row in rows
        ],
    )


@main.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
@click.argument("name", metavar="NAME_OR_IRI")
def explain(directory: str, name: str) -> None:
    """Show every fact about a name, with its sentence, paper and rule.

    \b
    kg explain exports/sample TitaNet
    """
    from kg.query.evidence import facts

    graph = _graph(Path(directory))
    console = make_console()
    for node in graph.find(name):
        data = graph.nx.nodes[node]
        also = f" (also {', '.join(data['aliases'])})" if data.get("aliases") else ""
        console.print(f"[bold]{escape(data['label'])}[/bold] {data['type']}{escape(also)}")
        console.print(f"  {escape(graph.nx.graph['base'] + node)}", style="dim")
        for fact in facts(graph.nx, node):
            print_fact(console, fact)


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

    found = _rules(patterns)
    faults = list(check_examples(found))
    for fault in faults:
        click.echo(f"kg: {fault}", err=True)
    rows = sum(len(of_type) for of_type in found.lexicon.values())
    click.echo(f"{len(found.rules)} rules, {rows} lexicon rows, {len(faults)} faults")
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


def _graph(directory: Path) -> KnowledgeGraph:
    from kg.graph import load

    return load(directory)


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


def _store(source: Path) -> Any:
    from kg.graph import open_store

    return open_store(source)


def _binding(pair: str) -> tuple[str, str]:
    variable, equals, value = pair.partition("=")
    if not equals:
        raise click.UsageError(f"--bind takes VARIABLE=NAME, not {pair!r}.")
    return variable.lstrip("?"), value


def _read_query(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query cannot be read: {error}", remedy="check --file") from error


if __name__ == "__main__":
    main()
