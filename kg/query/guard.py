"""What a query may not do: reach outside the graph, or change it.

Oxigraph would send a request for every SERVICE, and a query can come from anyone. It cannot be told
not to, so the text is looked at before it is run. Words in strings, comments, IRIs, variables and
the local parts of names are no keywords; nothing else may hold the word.

Two things make this less simple than it sounds. Oxigraph wants no space around a keyword:
`SERVICE:x{…}` and `SERVICESILENT<…>{…}` are calls. And `<` begins an IRI or means "less than", and
only a parser knows which: in `?a<b:c#>'''` one reading ends in a comment, the other in a string,
and what one of them hides the other one runs. Where a text holds the word SERVICE anywhere,
whatever could be read in two ways is therefore refused too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.errors import QueryError

# The escapes are those that Oxigraph knows, besides \u: with any other one it may read the quotes
# differently, so that such a text is not taken for a string here either.
_ESCAPE = r"""\\[tbnrf"'\\]"""
_TOKEN = re.compile(
    rf"""
      (?P<comment>   \#[^\r\n]* )
    | (?P<string>    '''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''
                   | \"\"\"(?:"{{0,2}}(?:[^"\\]|{_ESCAPE}))*\"\"\"
                   | '(?:[^'\\\r\n]|{_ESCAPE})*'
                   | "(?:[^"\\\r\n]|{_ESCAPE})*" )
    | (?P<iri>       <[^<>"{{}}|^`\x00-\x20]*> )
    | (?P<variable>  [?$]\w+ )
    | (?P<escape>    \\[_~.\-!$&'()*+,;=/?\#@%] )
    """,
    re.VERBOSE,
)
_STAND_IN = {"comment": " ", "string": "_", "iri": "<>", "variable": "?", "escape": "x"}

_NAME = re.compile(r"(?P<prefix>[\w.\-]*):[\w.\-:%]*|(?P<word>\w+)")
_OPENS_GROUP = re.compile(r"[^\s{}]*\s*\{")
_DECLARATION = re.compile(r"(?<![\w:?$])(?:PREFIX\s+[^\s:<>]*:|BASE)\s*$", re.IGNORECASE)

_UPDATES = frozenset(("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy"))
_GRAPHS = frozenset(("from", "fromnamed"))


class _Masked(NamedTuple):
    """A query without what holds no keywords, and whether all of it could be told for sure."""

    text: str
    certain: bool


def check_query(query: str) -> None:
    """Refuse a query that would reach outside the graph or change it.

    Args:
        query: SPARQL; whether it is well formed is for the parser to say.

    Raises:
        QueryError: If the query holds SERVICE, FROM or an update, or if it holds the word SERVICE
            in a place where it cannot be told whether it is a call.

    Example:
        >>> check_query('SELECT ?service { ?service ?p "SERVICE <http://example.org/>" }')
    """
    masked = _mask(query)
    if "service" in query.lower():
        _check_service(masked)
    words = {match["word"].lower() for match in _NAME.finditer(masked.text) if match["word"]}
    if words & _GRAPHS:
        raise QueryError(
            "FROM is refused: a query reads the graph that it is given and no other",
            remedy="leave it out, or choose a named graph with GRAPH <…> { … }",
        )
    if updates := sorted(words & _UPDATES):
        raise QueryError(
            f"{updates[0].upper()} is refused: queries do not change the graph",
            remedy="use SELECT, ASK, CONSTRUCT or DESCRIBE",
        )


def _check_service(masked: _Masked) -> None:
    for match in _NAME.finditer(masked.text):
        held = match["word"] or match["prefix"] or ""
        if "service" not in held.lower():
            continue
        # A prefix may be called so, but service:x { is a call, whatever is declared.
        behind = masked.text[match.start() + len(held) :]
        if match["word"] or _OPENS_GROUP.match(behind):
            raise QueryError(
                "SERVICE is refused: it would send the query to another server",
                remedy="query the graph alone",
            )
    if not masked.certain:
        raise QueryError(
            "the query holds the word SERVICE, and it cannot be told whether as a call: beside it "
            "stand an IRI with # or ', an escape such as \\u0041, or a quote that does not close",
            remedy="declare a PREFIX for such IRIs, and write characters instead of escapes",
        )


def _mask(query: str) -> _Masked:
    """Put a stand-in for everything that holds no keywords."""
    pieces: list[str] = []
    certain = True
    at = 0
    for match in _TOKEN.finditer(query):
        between = query[at : match.start()]
        kind = str(match.lastgroup)
        certain = certain and not re.search(r"""['"\\]""", between)
        pieces.append(between)
        if kind == "iri" and re.search(r"[#'\\]", match[0]):
            # The last pieces are enough to see a declaration, and to stay linear.
            certain = certain and bool(_DECLARATION.search("".join(pieces[-4:])))
        pieces.append(_STAND_IN[kind])
        at = match.end()
    rest = query[at:]
    certain = certain and not re.search(r"""['"\\]""", rest)
    return _Masked("".join([*pieces, rest]), certain)
