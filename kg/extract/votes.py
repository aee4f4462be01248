"""The votes of the rules for the types of candidates: by context, by shape, by list, by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.candidates import Candidate, Vote, acronym_at
from kg.extract.contexts import Contexts
from kg.extract.lexicon import Lexicon
from kg.extract.text import Text
from kg.records import EntityType
from kg.rules import ContextRule, RuleSet, name_key

BETWEEN = frozenset(
    {",", "and", "or", "&", "/", "the", "(", ")", "as", "well", "、", "和", "与", "及"}
)
OPENING = frozenset({"on", "in", "for", "with", "by", "using", "unlike", "under", "at", "like"})
PARTING = re.compile(r":| [-–—] ")
WEAK = 3  # weight below which a context counts once for a long form and its short form
LONGEST_OPENING = 16  # words before a name that opens a sentence: "For NER on VLSP, …"
PERCENT = frozenset({"%", "\\%"})
# Behind data that a measure is told on: no other noun that they only describe.
CLOSING = frozenset(
    (
        *(",", ".", ";", ")", "(", "and", "or", "with", "by", "is", "was", "while", "using"),
        *("from", "to", "than", "for", "at", "compared", "over", "respectively"),
        *("dataset", "benchmark"),
    )
)
TRAINED = frozenset({"trained", "training", "tuned", "tuning"})  # on data
VALUE_REACH = 4  # words before a name in which a bracket with a value begins
LONGEST_JOIN = 3  # words between two names of a list: ", and the"
LONGEST_IN_TITLE = 40  # characters before the colon of a title that can be a name


class Votes:
    """Adds votes to candidates.

    Args:
        rules: The rule set.
        lexicon: The compiled lexicon, for names that add a version to a known one.
    """

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._contexts = Contexts(rules.contexts(), rules.words)
        self._dataset_heads = frozenset(rules.words["dataset_heads"])
        self._shapes = [(re.compile(rule.regex), rule) for rule in rules.shapes()]
        self._languages = frozenset(rules.words["languages"])
        self._by_shape: dict[str, tuple[Vote, ...]] = {}

    def cast(self, text: Text, candidates: list[Candidate], title: str) -> None:
        """Let every rule vote; members of a list share what stands around the list.

        Args:
            text: The words.
            candidates: The candidates in reading order; the votes are added to them.
            title: The title of the paper, perhaps empty; in "NAME: …" NAME is the paper's own.
        """
        groups = _groups(text, candidates)
        for group in groups:
            first, last = group[0].first, group[-1].last
            if len(group) > 1 and last < len(text.lower) and text.lower[last] == ")":
                last += 1
            shared = self._contexts.match(text, *text.around(first, last))
            for member in group:
                matched = shared
                if len(group) > 1:
                    own = self._contexts.match(text, *text.around(member.first, member.last))
                    matched = list({rule.id: rule for rule in (*shared, *own)}.values())
                repeats = _is_short_form(text, group, member)
                for rule in matched:
                    # "on sustainable development goals (SDGs)" is one weak word for one name
                    if _may_vote(rule, member) and not (repeats and rule.weight < WEAK):
                        member.votes.append(Vote(rule.type, rule.weight, rule.id, rule.role))
                self._shape_votes(text, member)
            _share_known_type(group)
            if _opens_with_data(text, group):
                for member in group:
                    if member.row is None or not member.strong:
                        member.votes.append(Vote("Dataset", 3, "dataset.opening"))
        _vote_before_tasks(candidates)
        self._vote_for_data(text, groups)
        self._vote_by_title(text, candidates, title)

    def _vote_for_data(self, text: Text, groups: Sequence[Sequence[Candidate]]) -> None:
        """Let a known measure or task, or training, vote for the data in "the mIoU on QXP"."""
        for before, group in pairwise([(), *groups]):
            on = group[0].first - (text.lower[group[0].first - 1] == "the") - 1
            if on < 1 or text.lower[on] != "on":
                continue
            known = before[-1] if before and before[-1].last == on and before[-1].strong else None
            kind = known.first_type if known else None
            if kind not in {"Metric", "Task"} and text.lower[on - 1] not in TRAINED:
                continue
            # "the accuracy on Pixel phones" is on no Pixel
            closed = text.lower[group[-1].last : group[-1].last + 1]
            weight = 2 if kind == "Metric" and CLOSING.issuperset(closed) else 1
            for member in group:
                one_word = member.last - member.first == 1
                foreign = one_word and text.lower[member.first] in self._languages
                told = member.is_name and not member.strong and not foreign
                if told and (one_word or kind == "Metric"):
                    member.votes.append(Vote("Dataset", weight, "dataset.on-it"))

    def _vote_by_title(self, text: Text, candidates: Iterable[Candidate], title: str) -> None:
        name, parted, rest = _parted(title)
        if not parted or len(name) > LONGEST_IN_TITLE:
            return
        of_data = not self._dataset_heads.isdisjoint(rest.lower().replace(",", " ").split())
        kind: EntityType = "Dataset" if of_data else "Method"
        if " " in name and not any(char.isupper() for word in name.split() for char in word[1:]):
            return  # "Hear Me Out: …"
        for candidate in candidates:
            written = text.slice(candidate.first, candidate.last)
            if candidate.is_name and name_key(written) == name_key(name):
                vote = Vote(kind, 4, f"{kind.lower()}.title", "introduced")
                candidate.votes.append(vote)
                return  # however often the name stands, the title is said once

    def _shape_votes(self, text: Text, member: Candidate) -> None:
        written = text.slice(member.first, member.last)
        if len(written) > 100 or not member.is_name:
            return
        if written not in self._by_shape:
            if len(self._by_shape) > 100_000:  # a bound for corpora of any size
                self._by_shape.clear()
            self._by_shape[written] = self._shapes_of(written)
        member.votes.extend(self._by_shape[written])
        family = None if member.row else self._lexicon.family(written)
        if family is not None:
            member.votes.append(Vote(family, 5, f"{family.lower()}.known-variant"))

    def _shapes_of(self, written: str) -> tuple[Vote, ...]:
        if written.isupper() and " " in written and "@" not in written:
            written = written.title()  # "INTERNET ARGUMENT CORPUS", but "LT-EDI@LDK 2025"
        titled = " ".join(word[:1].upper() + word[1:] for word in written.split())
        return tuple(
            Vote(rule.type, rule.weight, rule.id)
            for regex, rule in self._shapes
            if regex.fullmatch(titled)
        )


def _parted(title: str) -> tuple[str, str, str]:
    """Part a title at its colon or dash: "DeepSat – A Learning Framework"."""
    mark = PARTING.search(title)
    return (title[: mark.start()], mark[0], title[mark.end() :]) if mark else (title, "", "")


def _groups(text: Text, candidates: list[Candidate]) -> list[list[Candidate]]:
    """Group the candidates that a list or a bracketed short form joins."""
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        if groups:
            before = groups[-1][-1]
            gap = text.lower[before.last : candidate.first]
            if (
                before.last <= candidate.first
                and gap
                and not (gap[:1] == [")"] and _is_in_value(text, before))
                and _joins(gap)
                and text.sentence_of[before.first] == text.sentence_of[candidate.first]
            ):
                groups[-1].append(candidate)
                continue
        groups.append([candidate])
    return [part for group in groups for part in _without_opening(text, group)]


def _joins(gap: list[str]) -> bool:
    """Tell whether words between two names make a list of them: ", and", "(81%) and"."""
    if gap[0] == "(" and ")" in gap[:VALUE_REACH] and gap[1][0].isdigit():
        gap = gap[gap.index(")") + 1 :] or gap  # the value of the first
    return len(gap) <= LONGEST_JOIN and BETWEEN.issuperset(gap)


def _is_short_form(text: Text, group: Sequence[Candidate], member: Candidate) -> bool:
    """Tell whether a member is the acronym in brackets of the one before: they are one name."""
    position = group.index(member)
    return bool(
        position
        and acronym_at(text, member)
        and text.lower[group[position - 1].last : member.first] == ["("]
    )


def _without_opening(text: Text, group: list[Candidate]) -> list[list[Candidate]]:
    """Part what opens a sentence from its subject: "On VCTK, QuaxNet has …" is no list.

    Neither are all of "On VCTK and TIMIT, QuaxNet has …" one.
    """
    if len(group) < 2 or text.lower[group[-2].last : group[-1].first] not in ([","], [",", "the"]):
        return [group]
    begin = text.sentences[text.sentence_of[group[0].first]][0]
    before = text.lower[begin : group[0].first]
    opens = 0 < len(before) <= LONGEST_OPENING and before[0] in OPENING and "," not in before
    goes_on = text.lower[group[-1].last : group[-1].last + 1] in ([","], ["and"], ["or"])
    return [group[:-1], group[-1:]] if opens and not goes_on else [group]


def _opens_with_data(text: Text, group: Sequence[Candidate]) -> bool:
    """Tell whether a sentence that tells a value opens with names: "On VCTK, it has 2%"."""
    begin, end = text.sentences[text.sentence_of[group[0].first]]
    last = group[-1].last
    opening = text.lower[begin : group[0].first]
    if opening not in (["on"], ["on", "the"]) or text.lower[last : last + 1] != [","]:
        return False
    told = pairwise(text.lower[last : end + 1])
    return any(word[0].isdigit() and ("." in word or unit in PERCENT) for word, unit in told)


def _is_in_value(text: Text, member: Candidate) -> bool:
    """Tell whether a name stands in the brackets of a value: F1 in "VCTK (+1.6 F1), TIMIT"."""
    before = text.lower[max(0, member.first - VALUE_REACH) : member.first]
    if "(" not in before:
        return False
    return any(word[-1].isdigit() for word in before[before.index("(") :])


def _may_vote(rule: ContextRule, member: Candidate) -> bool:
    """Tell whether a context rule speaks of a candidate at all.

    What is not written like a name but stands in the lexicon, such as "parameters", can only be
    what the lexicon says.
    """
    if rule.slot == "name" and member.is_name:
        return True
    if rule.slot == "phrase" and (member.is_name or member.row is None):
        return True
    return member.row is not None and any(vote.type == rule.type for vote in member.votes)


def _vote_before_tasks(candidates: Sequence[Candidate]) -> None:
    """Let a task vote for the doubted dataset in front of it: "PASCAL segmentation"."""
    for before, behind in pairwise(candidates):
        doubted = before.row is not None and not before.strong and before.first_type == "Dataset"
        if doubted and behind.first_type == "Task" and before.last == behind.first:
            before.votes.append(Vote("Dataset", 4, "dataset.before-task"))


def _share_known_type(group: Sequence[Candidate]) -> None:
    """Let a known member of a list vote for its type in the members that no lexicon knows."""
    kinds = {vote.type for member in group for vote in member.votes if _is_known(member, vote)}
    if len(kinds) == 1:
        kind = kinds.pop()
        for member in group:
            # "CIFAR, ImageNet, Places": what the lexicon doubts is sure in such company
            doubted = member.row is not None and member.first_type == kind
            if not member.strong and (member.is_name or (doubted and kind == "Metric")):
                member.votes.append(Vote(kind, 4 if doubted else 3, f"{kind.lower()}.list-mate"))


def _is_known(member: Candidate, vote: Vote) -> bool:
    """Tell whether a vote rests on the lexicon: a known name, or a version of one."""
    return member.votes[0] is vote if member.strong else vote.rule.endswith(".known-variant")
