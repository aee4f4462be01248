"""Read the rule files: patterns/ as shipped, then the user's own folders over it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from kg.errors import RuleError
from kg.records import EntityType, Record
from kg.rules.location import builtin_patterns
from kg.rules.schema import (
    ContextRule,
    CueRule,
    HeadRule,
    LexiconRow,
    Rule,
    ShapeRule,
)
from kg.rules.templates import parse_template

RULE_KINDS: dict[str, type[Rule]] = {
    "context": ContextRule,
    "shape": ShapeRule,
    "head": HeadRule,
    "cue": CueRule,
}
LISTS = ("words", "units", "qualifiers", "splits")
LEXICONS: dict[str, EntityType] = {f"{name.lower()}s": name for name in get_args(EntityType)}


class RuleSet(Record):
    """Every rule, word list and lexicon row, ready for the extractor to compile.

    `words` holds the word lists of words.toml by name, `units`, `qualifiers` and `splits` the words
    for each unit of a number, each qualifier before it and each split of a dataset; `digest` tells
    two rule sets apart.
    """

    rules: tuple[ContextRule | ShapeRule | HeadRule | CueRule, ...]
    words: dict[str, tuple[str, ...]]
    units: dict[str, tuple[str, ...]]
    qualifiers: dict[str, tuple[str, ...]]
    splits: dict[str, tuple[str, ...]]
    lexicon: dict[EntityType, tuple[LexiconRow, ...]]
    digest: str

    def contexts(self) -> list[ContextRule]:
        """Return the context rules, in file order."""
        return [rule for rule in self.rules if isinstance(rule, ContextRule)]

    def shapes(self) -> list[ShapeRule]:
        """Return the shape rules, in file order."""
        return [rule for rule in self.rules if isinstance(rule, ShapeRule)]

    def heads(self) -> list[HeadRule]:
        """Return the head rules, in file order."""
        return [rule for rule in self.rules if isinstance(rule, HeadRule)]

    def cues(self) -> list[CueRule]:
        """Return the role cues, in file order."""
        return [rule for rule in self.rules if isinstance(rule, CueRule)]


def load_rules(extra: Iterable[str | Path] = (), *, base: Path | None = None) -> RuleSet:
    """Load the shipped rules and lay the user's own over them.

    A rule or lexicon row of a later folder replaces the one with the same id (name) of an earlier
    one; word lists of the same name are joined.

    Args:
        extra: Folders laid out like patterns/; each needs only the files that it changes.
        base: The folder to start from; by default the one that comes with the program.

    Returns:
        The rule set. Its digest depends on the content of the files alone.

    Raises:
        RuleError: A folder is missing or a file breaks the format; with file and line.

    Example:
        >>> len(load_rules().rules) > 50
        True
    """
    rules: dict[str, Any] = {}
    lists: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in LISTS}
    lexicon: dict[EntityType, dict[str, LexiconRow]] = {kind: {} for kind in get_args(EntityType)}
    files: dict[str, Path] = {}
    digest = hashlib.sha256()
    for folder in (base or builtin_patterns(), *map(Path, extra)):
        if not folder.is_dir():
            raise RuleError("no such folder of rules", file=folder, remedy="check --patterns")
        found = (folder.glob(pattern) for pattern in ("*.toml", "zh/*.toml", "lexicon/*.jsonl"))
        for path in sorted(chain.from_iterable(found)):
            data = path.read_bytes()
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + data)
            if path.suffix == ".toml":
                files.update(dict.fromkeys(_add_toml(path, data, rules, lists), path))
            else:
                _add_rows(path, data, lexicon)
    _check_templates(rules.values(), lists["words"], files)
    return RuleSet.model_construct(
        rules=tuple(rules.values()),
        words=lists["words"],
        units=lists["units"],
        qualifiers=lists["qualifiers"],
        splits=lists["splits"],
        lexicon={kind: tuple(rows.values()) for kind, rows in lexicon.items()},
        digest=digest.hexdigest()[:16],
    )


def _add_toml(
    path: Path,
    data: bytes,
    rules: dict[str, Any],
    lists: dict[str, dict[str, tuple[str, ...]]],
) -> set[str]:
    """Add the rules and word lists of a file; return the ids of the rules."""
    try:
        content = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(str(error), file=path, remedy="mend the TOML") from error
    for table, known in lists.items():
        for name, listed in content.pop(table, {}).items():
            if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
                raise RuleError("a word list is a list of strings", file=path, field=name)
            known[name] = (*known.get(name, ()), *listed)
    seen: set[str] = set()
    for kind, tables in content.items():
        if kind not in RULE_KINDS:
            names = ", ".join([*RULE_KINDS, *LISTS])
            raise RuleError("unknown kind of rule", file=path, field=kind, remedy=f"use {names}")
        for rule in _rules(path, data, kind, tables):
            if rule.id in seen:
                raise RuleError("the id stands twice", file=path, field=rule.id)
            seen.add(rule.id)
            rules[rule.id] = rule
    return seen


def _check_templates(
    rules: Iterable[Rule], classes: Mapping[str, tuple[str, ...]], files: Mapping[str, Path]
) -> None:
    """Raise where a template cannot be read; only now every word class is known."""
    for rule in rules:
        if isinstance(rule, ContextRule | HeadRule) and rule.pattern:
            try:
                parse_template(rule.pattern, classes)
            except ValueError as error:
                path = files[rule.id]
                raise RuleError(
                    f"rule {rule.id}: {error}",
                    file=path,
                    line=_line_of(path.read_bytes(), rule.id),
                    field="pattern",
                    remedy="patterns/README.md describes templates",
                ) from error


def _rules(path: Path, data: bytes, kind: str, tables: list[dict[str, Any]]) -> Iterator[Rule]:
    for table in tables:
        try:
            yield RULE_KINDS[kind].model_validate(table)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise RuleError(
                f"rule {table.get('id', '(without id)')}: {first['msg']}",
                file=path,
                line=_line_of(data, str(table.get("id", ""))),
                field=".".join(str(part) for part in first["loc"]),
                remedy="patterns/README.md specifies the fields",
            ) from error


def _line_of(data: bytes, identifier: str) -> int | None:
    lines = data.decode().splitlines()
    quoted = f'"{identifier}"'
    return next((number for number, line in enumerate(lines, 1) if quoted in line), None)


def _add_rows(path: Path, data: bytes, lexicon: dict[EntityType, dict[str, LexiconRow]]) -> None:
    if path.stem not in LEXICONS:
        remedy = f"lexicon files are {', '.join(sorted(LEXICONS))} with the ending .jsonl"
        raise RuleError("unknown lexicon", file=path, remedy=remedy)
    rows = lexicon[LEXICONS[path.stem]]
    for number, line in enumerate(data.splitlines(), 1):
        try:
            row = LexiconRow.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(part) for part in first["loc"])
            raise RuleError(first["msg"], file=path, line=number, field=field) from error
        rows[row.name] = row
