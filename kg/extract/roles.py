"""Roles: what the paper does with an entity, from cues in the terms of ConText.

H. Harkema, J. Dowling, T. Thornblade, W. Chapman, "ConText: an algorithm for determining negation,
experiencer, and temporal status from clinical reports", J. Biomedical Informatics, 2009.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.candidates import Name, Span
from kg.extract.text import Text
from kg.records import EntityType, Role
from kg.rules import CueRule, name_key, words

# When two roles fit, the strongest counts.
STRENGTH: dict[Role, int] = {
    "introduced": 5,
    "evaluated": 4,
    "used": 3,
    "compared": 2,
    "mentioned": 1,
}
DEFAULT: dict[EntityType, Role] = {
    "Method": "used",
    "Dataset": "evaluated",
    "Metric": "evaluated",
    "Task": "evaluated",
}


DEFINES = frozenset({"is", ","})  # behind a name that an abstract opens with
PROBING = frozenset(
    (
        *("adapt", "analyse", "analyze", "apply", "compare", "evaluate", "examine", "explore"),
        *("extend", "fine-tune", "investigate", "probe", "revisit", "study", "test", "use"),
    )
)
WANTING = frozenset({"however", "but", "yet", "unfortunately", "despite", "although"})
OF_OTHERS = frozenset({"existing", "previous", "previously", "prior", "earlier"})
REVISITING = frozenset({"revisit", "revisits", "revisited", "revisiting"})
OWN = frozenset({"we", "our", "i", "my", "this", "propose", "unlike", "than", "over", "beyond"})


class Cue(NamedTuple):
    """A cue where it stands: word indexes, half-open."""

    first: int
    last: int
    rule: CueRule


class Roles:
    """Assigns roles to the names of a text.

    Args:
        rules: The cue rules.
    """

    def __init__(self, rules: Sequence[CueRule]) -> None:
        # By the first word and the second, which is empty where there is none.
        self._by_word: dict[str, dict[str, list[tuple[list[str], CueRule]]]] = {}
        for rule in rules:
            for literal in rule.literals:
                split = list(words(literal))
                second = split[1] if len(split) > 1 else ""
                self._by_word.setdefault(split[0], {}).setdefault(second, []).append((split, rule))
        for first in self._by_word.values():
            for cues in first.values():
                cues.sort(key=lambda cue: -len(cue[0]))

    def find(self, text: Text) -> list[Cue]:
        """Find every cue of a text in reading order, at one place the longest first."""
        lower = text.lower
        return [
            Cue(index, index + len(literal), rule)
            for index in text.places_of(self._by_word.keys())
            for second in (*lower[index + 1 : index + 2], "")
            for literal, rule in self._by_word[lower[index]].get(second, ())
            if lower[index : index + len(literal)] == literal
        ]

    def assign(self, text: Text, names: Sequence[Name], title: str = "") -> list[Role]:
        """Return the role of each name.

        Args:
            text: The words.
            names: The names with their spans.
            title: The title of the paper, perhaps empty; what it names is no mere background.

        Returns:
            One role a name, in the same order: the strongest that a cue gives to one of its
            mentions, else the default of its type.
        """
        cues = self.find(text)
        begin = self._contribution(text, cues)
        roles = [self._role(text, name, cues, begin) for name in names]
        key = name_key(title)
        _introduce_opening(text, names, roles)
        return [
            _with_title(name, role) if _is_in(key, name) else role
            for name, role in zip(names, roles, strict=True)
        ]

    def _contribution(self, text: Text, cues: Sequence[Cue]) -> int:
        """Return the index of the sentence in which the paper begins to speak of itself."""
        own = next((cue for cue in cues if cue.rule.id.startswith("role.own-work")), None)
        return text.sentence_of[own.first] if own else 0

    def _role(self, text: Text, name: Name, cues: Sequence[Cue], begin: int) -> Role:
        # An established technique is not this paper's, whatever is new about its use here.
        old = _is_of_others(text, name.spans[0])
        roles = set(name.roles)
        if "introduced" in roles and (old or _is_established(name)):
            roles.remove("introduced")
        for span in name.spans:
            found = [
                role
                for role in self.acting(text, span.first, span.last, name.type, cues)
                # "We introduce … based on BERT" does not introduce BERT: what the lexicon knows
                # is introduced only where a context rule says so.
                if role != "introduced" or (name.row is None and not old)
            ]
            if found:
                roles.add(max(found, key=lambda role: STRENGTH[role]))
            elif text.sentence_of[span.first] >= begin:
                roles.add(DEFAULT[name.type])
            else:
                roles.add("mentioned")
        return max(roles, key=lambda role: STRENGTH[role])

    def acting(
        self, text: Text, first: int, last: int, kind: EntityType, cues: Sequence[Cue]
    ) -> Iterator[Role]:
        """Yield the roles that cues give to a span: in its sentence, in their scope.

        Args:
            text: The words.
            first: Index of the first word of the span.
            last: Index after its last word.
            kind: The type of its entity.
            cues: The cues of the text in reading order, from `find`.
        """
        begin, end = text.sentences[text.sentence_of[first]]
        here = bisect_left(cues, begin, key=_first), bisect_left(cues, end, key=_first)
        for cue in cues[slice(*here)]:
            rule = cue.rule
            if kind not in rule.allowed_types:
                continue
            if cue.last <= first and rule.direction != "backward":
                between = range(cue.last, first)
            elif last <= cue.first and rule.direction != "forward":
                between = range(last, cue.first)
            else:
                continue
            if rule.max_scope and len(between) > rule.max_scope:
                continue
            if not any(
                # not the "based" of "learning-based"
                text.lower[index] in rule.terminated_by and text.words[index - 1] != "-"
                for index in between
            ):
                yield rule.category


def _is_established(name: Name) -> bool:
    """Tell whether a name is a known technique's; "layer-tied self-attention" says more."""
    if name.row is None or name.level != "common":
        return False
    return name.row.is_called(name.name)


def _is_of_others(text: Text, span: Span) -> bool:
    """Tell whether a name is first said to be of others: "the existing approach, named FLONET"."""
    begin = text.sentences[text.sentence_of[span.first]][0]
    before = set(text.lower[begin : span.first])
    return bool(before & REVISITING or (before & OF_OTHERS and not before & OWN))


def _introduce_opening(text: Text, names: Sequence[Name], roles: list[Role]) -> None:
    """Let an unknown method be the paper's own if the abstract opens with what it is.

    "QuaxNet is a parser that …" in a text that introduces no other; but what is wanting is
    background, "However, it is slow", and so is what "we probe".
    """
    if "introduced" in roles or any(text.lower[first] in WANTING for first, _ in text.sentences):
        return
    behind_we = (text.lower[at + 1 : at + 2] for at in text.places_of({"we"}))
    if any(not PROBING.isdisjoint(word) for word in behind_we):
        return
    begin = text.title_end
    for index, name in enumerate(names):
        span = name.spans[0]
        opens = span.first == begin and not DEFINES.isdisjoint(
            text.lower[span.last : span.last + 1]
        )
        if opens and name.type == "Method" and name.level == "named" and name.row is None:
            roles[index] = "introduced"


def _first(cue: Cue) -> int:
    return cue.first


def _with_title(name: Name, role: Role) -> Role:
    """Return the role of what the title names: no background; an unknown proper name is new."""
    if name.type == "Method" and name.level == "named" and name.row is None and role != "evaluated":
        return "introduced"
    return DEFAULT[name.type] if role == "mentioned" else role


def _is_in(title: str, name: Name) -> bool:
    """Tell whether the key of a title holds a form of a name; short forms do not count."""
    keys = map(name_key, name.forms)
    return any(len(key) > 3 and key in title for key in keys)
