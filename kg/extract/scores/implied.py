"""What the scores of a paper are the scores of where their sentences do not say."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from kg.extract.campaigns import CAMPAIGN, is_entry, is_overview
from kg.extract.candidates import Name, Span
from kg.extract.scores.others import OURS
from kg.extract.scores.parallel import LISTING, Place
from kg.extract.text import Text
from kg.records import THIS_PAPER, EntityType, Role
from kg.rules import name_key

# Roles of what a paper is about, not only mentioned in passing.
MEANT: frozenset[Role] = frozenset({"introduced", "used", "compared", "evaluated"})
PARTS = frozenset(
    (
        *("module", "modules", "layer", "layers", "block", "blocks", "unit", "units"),
        *("head", "heads", "loss", "losses", "attention", "mechanism", "mechanisms"),
        *("operator", "operation", "encoder", "decoder", "backbone", "pooling"),
        *("embedding", "embeddings", "regularization", "strategy", "function"),
    )
)
Named = tuple[Name, Role]
LISTED = 3  # words between two members of a list
# SemEval-2020, LT-EDI@RANLP-2023
SERIES = re.compile(r"[A-Z][A-Za-z]+(?:-[A-Z]+)?(?:@[A-Z]+)?(?:[ \-']*(?:19|20)?\d\d)?")
BESIDES = frozenset({"additionally", "furthermore", "moreover", "besides"})
OURSELVES = OURS | {"us", "proposed", "this", "the"}
PAPER = frozenset({"paper", "work", "study", "article", "report"})  # behind "this"
SAID = 2  # times that an abstract names the task that it is about


class Implied(NamedTuple):
    """What the scores of a paper belong to where a sentence does not say.

    `dataset` is its first mention. In the overview of a shared task they are its participants'.
    Before the word `background` the paper does not speak of itself.
    """

    method: str
    dataset: Place | None
    task: str | None
    overview: bool
    background: int

    @classmethod
    def of(cls, text: Text, places: Sequence[Place], title: str) -> Implied:
        """Return what the names of a paper imply.

        Args:
            text: The words of its abstract.
            places: The mentions of it.
            title: Its title, perhaps empty; the method and the task that it names are the paper's.
        """
        roles = {(place.name.type, place.name.name): (place.name, place.role) for place in places}
        named = list(roles.values())
        dataset = (
            _only(named, "Dataset")
            or _only(named, "Dataset", among=frozenset({"introduced"}))
            or _entered(text, named)
        )
        return cls(
            method=_own_method(text, named, title),
            dataset=next((place for place in places if _is_dataset(place, dataset)), None),
            task=_of_title(named, title) or _only(named, "Task", least=SAID),
            overview=is_overview(text),
            background=_background(text, places),
        )

    def dataset_by(self, end: int) -> Place | None:
        """Return the dataset if it is named before a word: a score is of none that comes later."""
        return self.dataset if self.dataset is not None and self.dataset.first < end else None

    def or_else(self, subject: str) -> Implied:
        """Return the same with another method if it is one of the paper's own, or has no name."""
        variant = subject.startswith(f"{self.method}-")
        return self._replace(method=subject) if variant or self.method == THIS_PAPER else self


def _is_dataset(place: Place, name: str | None) -> bool:
    return place.name.type == "Dataset" and place.name.name == name


def _background(text: Text, places: Sequence[Place]) -> int:
    """Return the first word of the first sentence in which a paper speaks of itself, or 0.

    So does one that names what it introduces. The last sentence, "We release it", tells nothing of
    those before it.
    """
    said = (
        index
        for index in text.places_of(OURSELVES)
        if text.lower[index] not in {"this", "the"}
        or not PAPER.isdisjoint(text.lower[index + 1 : index + 2])
    )
    first = next(said, None)
    if first is None:
        return 0
    introduced = next((place.first for place in places if place.role == "introduced"), first)
    begin, end = text.sentences[text.sentence_of[min(first, introduced)]]
    return begin if end < len(text.words) else 0


def _own_method(text: Text, named: Sequence[Named], title: str) -> str:
    """Return the name of the paper's own method, or `THIS_PAPER` if it has no proper name."""
    own = [
        name
        for name, role in named
        if role == "introduced" and name.type == "Method" and name.level == "named"
        if not _is_besides(text, name)
    ]
    said = name_key(title)
    own.sort(key=lambda name: (_is_part(text, name), _place_in(said, name), -len(name.spans)))
    if not own or (_place_in(said, own[0]) == len(said) and _is_listed(text, own[0], own[1:])):
        return THIS_PAPER  # "we introduce two methods, A and B": what follows is of either or both
    return own[0].name


def _is_besides(text: Text, name: Name) -> bool:
    """Tell whether a name comes only with what else a paper has: "Additionally, we present …"."""
    begin = text.sentences[text.sentence_of[name.spans[0].first]][0]
    return text.lower[begin] in BESIDES and len(name.spans) == 1


def _is_listed(text: Text, name: Name, others: Sequence[Name]) -> bool:
    """Tell whether a name stands in a list with one of others where it first stands."""
    sentence = text.sentence_of[name.spans[0].first]
    mine = [span for span in name.spans if text.sentence_of[span.first] == sentence]
    theirs = [
        span for other in others for span in other.spans if text.sentence_of[span.first] == sentence
    ]
    return any(_are_joined(text, one, other) for one in mine for other in theirs)


def _are_joined(text: Text, one: Span, other: Span) -> bool:
    """Tell whether two spans are neighbours in a list: "A (OA) and B"."""
    end, begin = min(one.last, other.last), max(one.first, other.first)
    if not 0 < begin - end <= LISTED:
        return False
    between = set(text.lower[end:begin])
    return between <= LISTING | {")"} and between != {")"}


def _is_part(text: Text, name: Name) -> bool:
    """Tell whether a name is first said of a part of a model: "a sparse MLP (sMLP) module"."""
    title = text.title_end
    spans = [span for span in name.spans if span.first >= title]
    for span in spans:
        if text.sentence_of[span.first] != text.sentence_of[spans[0].first]:
            break
        behind = span.last + (text.lower[span.last : span.last + 1] == [")"])
        if not PARTS.isdisjoint((text.lower[span.last - 1], *text.lower[behind : behind + 1])):
            return True
    return False


def _place_in(title: str, name: Name) -> int:
    """Return where the key of a title has one of a name's forms; its length if it has none."""
    places = [title.find(name_key(form)) for form in name.forms]
    return min((place for place in places if place >= 0), default=len(title))


def _only(
    named: Sequence[Named],
    kind: EntityType,
    *,
    least: int = 1,
    among: Container[Role] = MEANT,
) -> str | None:
    """Return the dataset or task that a paper is about, if its abstract names exactly one.

    It counts if it is named `least` times and has one of the roles in `among`; beside a dataset its
    splits do not.
    """
    found = [
        name
        for name, role in named
        if name.type == kind and role in among and len(name.spans) >= least
    ]
    whole = {name.name for name in found}
    found = [name for name in found if name.split_of not in whole]
    return found[0].name if len(found) == 1 else None


def _entered(text: Text, named: Sequence[Named]) -> str | None:
    """Return the only shared task that an abstract names, if it calls it so or took part in it.

    Of a task and the series that it is held in, "OffensEval at SemEval-2020", it is the task.
    """
    held = [
        name
        for name, _ in named
        if name.type == "Dataset" and any(map(CAMPAIGN.search, name.forms))
    ]
    if not is_entry(text) and not any("shared task" in name.name.lower() for name in held):
        return None
    tasks = [name for name in held if not any(map(SERIES.fullmatch, name.forms))] or held
    return tasks[0].name if len(tasks) == 1 else None


def _of_title(named: Sequence[Named], title: str) -> str | None:
    """Return the task that the title names: the longest, where one is inside another."""
    key = name_key(title)
    tasks = [name.name for name, _ in named if name.type == "Task" and name_key(name.name) in key]
    return max(tasks, key=len, default=None)
