"""The commands that ask a build: `kg query`, `leaderboard`, `explain` and `export`."""

# ruff: noqa: D301, PLC0415
# As in `kg.cli`: click wants \b in docstrings, and what a command needs is imported when it runs.

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from rich.markup import escape

from kg.errors import QueryError
from kg.terminal import make_console, open_output, print_answer, print_fact, print_table

if TYPE_CHECKING:
    from kg.query.library import NamedQuery

F = TypeVar("F", bound=Callable[..., Any])

BUILD_HELP = "DIR is the directory of a build, as `kg build -o DIR` makes it."
PARAMETERS = {
    "dataset": "dataset",
    "metric": "metric",
    "method": "method",
    "task": "task",
    "author": "person",
    "paper": "paper",
    "result": "result",
    "since": "since",
}
"""The options that bind parameters of a named query, and the types that the queries declare."""
METAVARS = {"since": "YEAR", "result": "IRI"}
HELP = {
    "since": "Only papers of this year or later.",
    "paper": "Only this paper, by title, id or DOI.",
    "result": "Only this result, by its IRI, as in the column result of an answer.",
}
"""What is asked for where it is no name of the option's kind."""
FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt")
SYNTAXES = ("nq", "nt", "trig", "ttl", "jsonld", "rdfxml")


def _parameters(command: F) -> F:
    """Add the options for the parameters of a query with a name or from a file."""
    for name in reversed(PARAMETERS):
        about = HELP.get(name, f"Only this {name}, by name or alias.")
        metavar = METAVARS.get(name, "NAME")
        command = click.option(f"--{name}", metavar=metavar, help=about)(command)
    return command


def _options(query: NamedQuery) -> list[str]:
    """Return the options that a query takes."""
    kinds = {kind.lower() for kind in query.parameters.values()}
    return [f"--{name}" for name, kind in PARAMETERS.items() if kind in kinds]


@click.command()
@click.argument("source", metavar="DIR|FILE", required=False)
@click.argument("query", required=False)
@click.option("--file", "file", metavar="Q.rq", help="Read the query from a file.")
@click.option("--name", metavar="NAME", help="Ask one of the queries that come with the program.")
@click.option("--list", "list_", is_flag=True, help="List these queries with their options.")
@_parameters
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="What comes out; ttl and nt are for CONSTRUCT and DESCRIBE.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.001),
    metavar="SECONDS",
    help="Stop the query after this time; by default it is never stopped.",
)
def query(  # noqa: PLR0913 one parameter an option
    *,
    source: str | None,
    query: str | None,
    file: str | None,
    name: str | None,
    list_: bool,
    format_: str,
    timeout: float | None,
    **options: str | None,
) -> None:
    """Answer a SPARQL query over a build or a file of RDF.

    Prefixes are known: schema, dcterms, kg and the rest of patterns/vocabulary/prefixes.toml.
    A query cannot read other files, reach the network, or change anything. The options from
    --dataset to --since go with --name or --file; --list tells which of them a query takes.

    \b
    kg query exports/sample 'SELECT ?name { ?d a schema:Dataset ; rdfs:label ?name }'
    kg query exports/sample --name leaderboard --dataset ImageNet --since 2020
    """
    from kg.builds import open_store
    from kg.query.library import NamedQuery, ask, named_query, read_query

    if list_:
        _list_queries()
        return
    if source is None:
        raise click.UsageError("Missing argument 'DIR|FILE'.")
    if sum(given is not None for given in (query, file, name)) != 1:
        raise click.UsageError("Give one of QUERY, --file, --name.")
    values = {PARAMETERS[option]: text for option, text in options.items() if text is not None}
    if query is not None:
        if values:
            raise click.UsageError("The options for parameters go with --name or --file.")
        asked = NamedQuery(name="given", about="", parameters={}, text=query)
    else:
        asked = named_query(name) if name is not None else read_query(Path(str(file)))
    known = _options(asked)
    for option, text in options.items():
        if text is not None and f"--{option}" not in known:
            raise QueryError(
                f"the query {asked.name} has no option --{option}",
                remedy=f"it has {', '.join(known) or 'none'}",
            )
    store = open_store(Path(source), told=lambda text: click.echo(f"kg: {text}", err=True))
    print_answer(ask(store, asked, values, timeout=timeout), format_)


def _list_queries() -> None:
    from kg.query.library import named_queries

    rows = [(one.name, " ".join(_options(one)), one.about) for one in named_queries()]
    print_table(("name", "options", "answers"), rows)


@click.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
@click.option("--task", help="Only results for this task.")
@click.option("--dataset", help='Only results on this dataset, as in "COCO" or "COCO (test-dev)".')
@click.option("--split", help='Only results on this split; "test" where a result names none.')
@click.option("--metric", help="Only results by this metric.")
@click.option("--method", help="Only results of this method; its ranks are those among all.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a table.")
def leaderboard(
    directory: str,
    *,
    as_json: bool,
    **asked: str | None,
) -> None:
    """Show reported scores, best first, each with its paper and sentence.

    \b
    kg leaderboard exports/sample --dataset ImageNet --metric "top-1 accuracy"
    """
    from kg.builds import load
    from kg.query.scores import HEADING

    rows = load(directory).leaderboard(**asked)
    if as_json:
        for row in rows:
            click.echo(row.model_dump_json())
        return
    if not rows:
        click.echo("kg: no score is reported for these names together", err=True)
    print_table(
        HEADING,
        [
            (
                row.measured_on or "(not said)",
                row.metric or "(not said)",
                str(row.rank or ""),
                row.method or "(not said)",
                " ".join(filter(None, (row.qualifier, row.text))),
                row.task or "",
                row.paper_label + (f" ({row.year})" if row.year else ""),
                row.quote.marked(),
                row.quote.rule,
                "; ".join(row.also),
            )
            for row in rows
        ],
    )


@click.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
@click.argument("name", metavar="NAME_OR_IRI")
def explain(directory: str, name: str) -> None:
    """Show every fact about a name, with its sentence, paper and rule.

    \b
    kg explain exports/sample TitaNet
    """
    from kg.builds import load
    from kg.query.evidence import facts

    graph = load(directory)
    console = make_console()
    for node in graph.find(name):
        data = graph.nx.nodes[node]
        also = f" (also {', '.join(data['aliases'])})" if data.get("aliases") else ""
        console.print(f"[bold]{escape(data['label'])}[/bold] {data['type']}{escape(also)}")
        console.print(f"  {escape(graph.nx.graph['base'] + node)}", style="dim")
        for fact in facts(graph.nx, node):
            print_fact(console, fact)


@click.command(epilog=BUILD_HELP)
@click.argument("directory", metavar="DIR")
@click.option(
    "--format", "syntax", type=click.Choice(SYNTAXES), required=True, help="The syntax of RDF."
)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
@click.option("--without-evidence", is_flag=True, help="Only the facts.")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAMES",
    help="Add the terms of lpwc, orkg, mls, cskg or soa; several with commas.",
)
def export(
    directory: str,
    syntax: str,
    output: str,
    without_evidence: bool,  # noqa: FBT001
    profiles: tuple[str, ...],
) -> None:
    """Write a build as one file of RDF.

    nq, trig and jsonld keep the named graphs; nt, ttl and rdfxml hold the same triples.

    \b
    kg export exports/sample --format trig -o sample.trig
    kg export exports/sample --format nt --profile lpwc,orkg
    """
    from kg.builds import rdf_of_build

    names = [name for given in profiles for name in given.split(",") if name]
    pieces = rdf_of_build(
        Path(directory), syntax=syntax, evidence=not without_evidence, profiles=names
    )
    with open_output(output) as stream:
        for piece in pieces:
            stream.write(piece)
