"""What the command line writes: tables, facts, progress, files; on a terminal and into a pipe."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import compress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from kg.errors import InputError, OutputError
from kg.export.files import umask
from kg.records import Extraction, Rejection

if TYPE_CHECKING:
    from kg.query.answer import Answer
    from kg.query.evidence import Fact

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # white space is none


class _Console(Console):
    """Raises on a broken pipe, which the command line passes over: rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@contextmanager
def open_output(path: str) -> Iterator[IO[str]]:
    """Open the output; a file takes its place only when it is whole."""
    if path == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        target = Path(os.path.realpath(path))  # a link stays, the file goes where it points
        if target.is_dir():
            raise OutputError("this is a folder", file=path, remedy="give the name of a file in it")
        if target.exists() and not target.is_file():  # a pipe or a device stays what it is
            with target.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
        else:
            with _replacing(target) as stream:
                yield stream
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror}",
            file=path,
            remedy="check its folder, the space left and the permissions",
        ) from error


@contextmanager
def _replacing(target: Path) -> Iterator[IO[str]]:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        partial.chmod(0o666 & ~umask())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def show_progress(title: str) -> Iterator[Callable[[Extraction | Rejection], None]]:
    """Show progress on a terminal, and say at once what was rejected; piped, only the latter."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn(title), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task(title, total=None)

        def told(record: Extraction | Rejection) -> None:
            if isinstance(record, Rejection):
                error = InputError(
                    record.reason, file=record.file, line=record.line, remedy=record.remedy
                )
                bar.console.print(f"kg: {error}", markup=False, highlight=False, soft_wrap=True)
            else:
                bar.advance(task)

        yield told


def make_console() -> Console:
    """Return a console for standard output."""
    # Piped output has no width to fit: one line a row, whatever its length.
    return _Console(highlight=False, width=None if sys.stdout.isatty() else 10_000)


def print_table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table on a terminal, without columns that no row fills; tabbed lines into a pipe."""
    # rich calls a pipe a terminal if FORCE_COLOR is set; whoever reads a pipe wants tabs.
    if not sys.stdout.isatty():
        for row in (heading, *rows):
            click.echo("\t".join(map(plain, row)))
        return
    table = Table(show_lines=False, header_style="bold")
    filled = [not rows or any(row[column] for row in rows) for column in range(len(heading))]
    for name in compress(heading, filled):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(escape(plain(cell)) for cell in compress(row, filled)))
    make_console().print(table)


def print_answer(answer: Answer, format_: str) -> None:
    """Print the answer to a query: as a table, or in one of the standard formats."""
    if format_ != "table":
        click.echo(answer.serialise(format_), nl=False)
        return
    if answer.kind == "rows":
        names = tuple(answer.variables)
        rows = [tuple("" if row[n] is None else str(row[n]) for n in names) for row in answer.rows]
        print_table(names, rows)
    elif answer.kind == "boolean":
        click.echo("yes" if answer.boolean else "no")
    else:
        click.echo(answer.serialise("ttl"), nl=False)


def print_fact(console: Console, fact: Fact) -> None:
    """Print a fact with its sentence, the words marked, its paper and its rule."""
    line = plain(f"{fact.subject_label} {fact.relation} {fact.object_label}")
    console.print(f"  {escape(line)}", soft_wrap=True)
    if fact.quote is not None:
        quote = fact.quote
        sentence = plain(quote.marked("«", "»"))
        console.print(f"    {escape(sentence)}", style="italic", soft_wrap=True)
        paper = plain(f"{quote.paper_label} [{quote.rule}]")
        console.print(f"    {paper}", style="dim", markup=False, soft_wrap=True)


def plain(cell: object) -> str:
    """Return a cell on one line, without the control characters that would steer a terminal."""
    return " ".join(CONTROL.sub("\N{REPLACEMENT CHARACTER}", str(cell)).split())
