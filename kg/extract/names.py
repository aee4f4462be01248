"""The abstract as a whole: candidates to entities, and every occurrence of an entity to a mention.

The votes of all places where a name stands decide its type once for the whole abstract. Forms that
a definition or the lexicon joins are one entity.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence

from kg.extract.acronyms import Definition
from kg.extract.campaigns import fold_undated, name_with_years, titles_of_tasks
from kg.extract.candidates import Candidate, Candidates, Name, Rejected, Span, Vote
from kg.extract.decided import THRESHOLD, type_of
from kg.extract.short_forms import fold_short_forms
from kg.extract.split_names import SplitWords, with_splits
from kg.extract.text import Text
from kg.extract.versions import named_in_full
from kg.records import EntityType, Level
from kg.rules import LexiconRow, name_key

NO_SPLITS = SplitWords({})
PREPOSITIONS = frozenset({"by", "for", "from", "in", "of", "on", "through", "using", "via", "with"})
WORDS = re.compile(r"[\s-]+")
HAVE_VARIANTS = frozenset({"Method", "Dataset"})


def resolve_names(
    text: Text,
    candidates: Sequence[Candidate],
    definitions: Iterable[Definition],
    excluded: Container[str] = (),
    splits: SplitWords = NO_SPLITS,
    known: Container[str] = (),
) -> tuple[list[Name], list[Rejected]]:
    """Decide which candidates are entities, of which type, under which name.

    Args:
        text: The words.
        candidates: What `Finder.find` found.
        definitions: The acronym definitions of the text.
        excluded: Keys of names that are no entities by convention ("deep neural network").
        splits: The splits of datasets that have names of their own.
        known: Keys of known names.

    Returns:
        The names, in the order of their first mentions, whose spans do not overlap; and the
        candidates that were rejected, with the reason.
    """
    pairs = [(text.span(*d[:2]), text.span(*d[2:])) for d in definitions]
    pairs += titles_of_tasks(text, candidates)
    names: list[Name] = []
    rejected: list[Rejected] = []
    everyday = [candidate for candidate in candidates if candidate.everyday]
    rejected.extend(_reject(text, candidate, candidate.everyday) for candidate in everyday)
    nouns = [candidate for candidate in candidates if not candidate.everyday]
    defined = {name_key(text.slice(*long)) for long, _ in pairs}
    groups = _groups(text, nouns, pairs)
    _vote_for_variants(text, groups)
    for group in groups:
        kind, reason = type_of(text, group)
        if any(name_key(text.slice(c.first, c.last)) in excluded for c in group):
            kind, reason = None, "no entity by convention"
        if kind is None:
            rejected.extend(_reject(text, candidate, reason) for candidate in group)
        else:
            names.append(_name(text, group, kind, defined))
    name_with_years(text, names)
    fold_undated(text, names)
    names += named_in_full(text, names, known)
    names += with_splits(text, names, splits)
    fold_short_forms(names)
    _add_occurrences(text, names, everyday)
    rejected.extend(_keep_longest(text, names))
    names = [name for name in names if name.spans]
    names.sort(key=lambda name: name.spans[0].first)
    return names, rejected


def _groups(
    text: Text,
    candidates: Sequence[Candidate],
    pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> list[list[Candidate]]:
    """Group candidates that are forms of one name: same key, same lexicon row, or defined so."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    def key_of(first: int, last: int) -> str:
        return name_key(text.slice(first, last))

    by_word = Candidates(candidates if pairs else ())
    for long, short in pairs:
        parent[find(key_of(*short))] = find(key_of(*_trimmed(long, by_word)))
    for candidate in candidates:
        if candidate.row is not None:
            row = f"{candidate.votes[0].type} row {candidate.row.name}"
            parent[find(row)] = find(key_of(candidate.first, candidate.last))
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[find(key_of(candidate.first, candidate.last))].append(candidate)
    return list(groups.values())


def _trimmed(long: tuple[int, int], candidates: Candidates) -> tuple[int, int]:
    """Return the candidate that a long form became: wider in front, or its head cut off."""
    starting = [c for c in candidates.overlapping(long[0], long[0] + 1) if c.last <= long[1]]
    return (starting[0].first, starting[0].last) if starting else long


def _vote_for_variants(text: Text, groups: Sequence[Sequence[Candidate]]) -> None:
    """Let a name of the abstract vote for what adds to it: CenterMask for CenterMask-Lite."""
    versions = [
        one
        for group in groups
        for one in group
        if _adds_a_version(text, one) and type_of(text, group)[0] is None
    ]
    if not versions:
        return  # nearly always
    families: dict[str, EntityType] = {}
    for group in groups:
        proper = [
            one for one in group if one.is_name and (one.row is None or one.row.level == "named")
        ]
        kind = type_of(text, group)[0] if proper else None
        if kind in HAVE_VARIANTS:
            families |= {text.slice(one.first, one.last): kind for one in proper}
    for candidate in versions:
        kind = families.get(text.slice(candidate.first, max(candidate.first, candidate.last - 2)))
        if kind is not None:
            candidate.votes.append(Vote(kind, THRESHOLD, "document.variant"))


def _adds_a_version(text: Text, candidate: Candidate) -> bool:
    """Tell whether a name ends with a hyphen and a capital or digit; "-filtered" is none."""
    if not candidate.is_name or candidate.last - candidate.first < 3:
        return False
    hyphen, version = text.words[candidate.last - 2 : candidate.last]
    return hyphen == "-" and (version[0].isupper() or version[0].isdigit())


def _reject(text: Text, found: Candidate | Span, reason: str) -> Rejected:
    start, end = text.starts[found.first], text.ends[found.last - 1]
    return Rejected(start, end, text.raw[start:end], reason)


def _name(
    text: Text,
    group: Sequence[Candidate],
    kind: EntityType,
    defined: Container[str],
) -> Name:
    row = next((c.row for c in group if c.row and any(v.type == kind for v in c.votes)), None)
    forms = _forms(text, group, row)
    name = next((form for form in forms if name_key(form) in defined), forms[0])
    aliases = [form for form in forms if form != name]
    spans = [Span(c.first, c.last, _best_rule(c, kind)) for c in group]
    roles = {vote.role for c in group for vote in c.votes if vote.role and vote.type == kind}
    return Name(kind, name, aliases, _level(text, group, kind, name, row), spans, row, roles)


def _best_rule(candidate: Candidate, kind: EntityType) -> str:
    """Return the rule that spoke loudest for the type at this place."""
    votes = [vote for vote in candidate.votes if vote.type == kind]
    return max(votes, key=lambda vote: vote.weight).rule if votes else "document.same-name"


def _forms(text: Text, group: Sequence[Candidate], row: LexiconRow | None) -> list[str]:
    """Return the distinct forms of a name, cleaned, the most frequent first."""
    counts: Counter[str] = Counter()
    by_key: dict[str, str] = {}
    for candidate in group:
        form = _clean(text, candidate, row)
        known = by_key.setdefault(name_key(form), form)
        if known[:1].isupper() and form[:1].islower():
            by_key[name_key(form)] = form  # the capital was that of a sentence
        counts[name_key(form)] += 1
    return [by_key[key] for key, _ in counts.most_common()]


def _clean(text: Text, candidate: Candidate, row: LexiconRow | None) -> str:
    r"""Return a form without line breaks, sentence capital, plural s; "GTA\_Head" as GTA_Head."""
    form = " ".join(text.slice(candidate.first, candidate.last).replace("\\_", "_").split())
    first_of_sentence = text.sentences[text.sentence_of[candidate.first]][0] == candidate.first
    words = form.split()
    lower_rest = all(word.islower() for word in words[1:]) and words[0][1:].islower()
    if first_of_sentence and lower_rest and (len(words) > 1 or row is not None):
        keeps = row is not None and row.name[:1].isupper()
        form = form if keeps else form[:1].lower() + form[1:]
    if candidate.is_name and candidate.votes[:1] and candidate.votes[0].type == "Dataset":
        return form  # a title, as "Mining for Health Applications"
    if form.endswith("s") and not form.endswith(("ss", "us", "is", "as")) and _is_plural(form, row):
        form = f"{form[:-3]}y" if form.endswith("ies") and len(form) > 5 else form[:-1]
    return form


def _is_plural(form: str, row: LexiconRow | None) -> bool:
    if row is not None:
        return form.casefold() not in map(str.casefold, row.forms())
    return form[-2:-1].isupper() or " " in form


def _level(
    text: Text, group: Sequence[Candidate], kind: EntityType, name: str, row: LexiconRow | None
) -> Level:
    if kind != "Method":
        return "named"
    if row is not None and (row.level == "named" or row.is_called(name)):
        return row.level
    capitals = any(_has_capitals(text, c) for c in group)
    return "named" if capitals or any(_announced(c.votes) for c in group) else "common"


def _has_capitals(text: Text, candidate: Candidate) -> bool:
    """Tell whether a name is written with a capital; one that begins a sentence is none.

    A title has capitals all over: in "Grasping with Deep Networks" they say nothing.
    """
    begins = text.sentences[text.sentence_of[candidate.first]][0] == candidate.first
    written = text.slice(candidate.first, candidate.last)
    by_the_way = text.lower[candidate.first - 1 : candidate.first]  # none at the beginning
    if candidate.last <= text.title_end and not PREPOSITIONS.isdisjoint(by_the_way):
        return any(char.isupper() for part in WORDS.split(written) for char in part[1:])
    return any(char.isupper() for char in written[1 if begins else 0 :])


def _announced(votes: Iterable[Vote]) -> bool:
    return any(vote.rule == "method.context.named" for vote in votes)


def _add_occurrences(text: Text, names: Sequence[Name], everyday: Sequence[Candidate]) -> None:
    """Give every name the places where one of its forms stands again, but not as a verb."""
    index: dict[str, list[tuple[tuple[str, ...], bool, Name]]] = defaultdict(list)
    for name in names:
        for words in {tuple(text.words[s.first : s.last]) for s in name.spans}:
            fold = len(words) > 1 or words[0].islower()
            key = tuple(word.lower() for word in words) if fold else words
            index[key[0].lower()].append((key, fold, name))
    taken = {(name.type, span.first, span.last) for name in names for span in name.spans}
    taken |= {("Method", one.first, one.last) for one in everyday}
    for position in text.places_of(index.keys()):
        for key, fold, name in index[text.lower[position]]:
            last = position + len(key)
            written = (text.lower if fold else text.words)[position:last]
            if tuple(written) == key and (name.type, position, last) not in taken:
                taken.add((name.type, position, last))
                name.spans.append(Span(position, last, "document.same-name"))


def _keep_longest(text: Text, names: Sequence[Name]) -> list[Rejected]:
    """Drop spans that overlap a longer one or leave their sentence; return what was dropped."""
    occupied = [False] * len(text.words)
    dropped = []
    spans = [(span, name) for name in names for span in name.spans]
    spans.sort(key=lambda pair: (pair[0].first - pair[0].last, pair[0].first))
    for name in names:
        name.spans = []
    for span, name in spans:
        if any(occupied[span.first : span.last]):
            dropped.append(_reject(text, span, "inside a longer name"))
            continue
        if text.sentence_of[span.first] != text.sentence_of[span.last - 1]:
            dropped.append(_reject(text, span, "in two sentences"))
            continue
        occupied[span.first : span.last] = [True] * (span.last - span.first)
        name.spans.append(span)
    for name in names:
        name.spans.sort(key=lambda span: span.first)
    return dropped
