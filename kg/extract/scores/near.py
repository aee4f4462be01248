"""The mentions around one number of a sentence, and which dataset and task are its own.

English reports results in an order: METHOD achieves NUMBER METRIC on DATASET. What stands between
a number and its neighbours is the number's own; beyond that, lists share what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from kg.extract.campaigns import CAMPAIGN
from kg.extract.scores.holders import Holders
from kg.extract.scores.measures import Measures
from kg.extract.scores.parallel import Place
from kg.extract.scores.stretch import ACROSS, CLAUSES, COMMAS
from kg.records import EntityType

SPLITS = frozenset(
    (
        *("test", "dev", "devset", "testset", "val", "validation", "development", "leaderboard"),
        *("evaluation", "challenge"),
    )
)
TRACKS = frozenset(
    ("subtask", "subtasks", "sub", "task", "tasks", "track", "tracks", "phase", "codalab", "data")
)
# In "on our new corpus": data that no score of the paper's only dataset is on.
ELSEWHERE = frozenset({"our", "own", "new", "newly", "another", "unseen", "internal", "private"})
DATA = frozenset({"data", "dataset", "datasets", "corpus", "corpora", "benchmark", "collection"})
SEVERAL = frozenset({"datasets", "benchmarks", "languages", "tasks", "corpora", "domains"})
SEVERAL_REACH = 5  # words before these in which "across" stands
TRAINED = frozenset({"trained", "pretrained", "tuned", "finetuned", "training", "jointly"})
SPLIT_REACH = 4  # words behind "on" in which a split stands: "on the official test set"
METRICS = frozenset({"metric", "metrics"})
ON_REACH = 6  # words behind a number in which "on …" says what it was measured on
OPENING = 3  # words up to what a sentence begins with: "On the A"
BRACKET = 5  # words of a bracket behind a number: "(1-shot)"
ON = frozenset({"on", "the"})  # between the numbers of a list and what all are on


class Near(Holders, Measures):
    """The mentions around one number of a sentence, and which of them it belongs to.

    Whose it is and what it measures is found in the modules of its two parents.
    """

    def carried(self, dataset: Place | None, languages: Set[str]) -> str | None:
        """Return the paper's only dataset, unless the sentence names another place for the score.

        That is "on …", but not "on the test set"; or a task of its own: "it solves the word
        analogy task", which may well be one of a campaign's, as may a language.
        """
        if dataset is None:
            return None
        # "4.8% and 8.2% WER on the two test sets": said of the last
        last, right = self._behind_numbers()
        behind = self._text.lower[last : min(right, last + ON_REACH)]
        tasks = self._of("Task")
        heads = (self._text.lower[place.last : place.last + 1] for place in tasks)
        of_a_task = any(words in (["task"], ["tasks"]) for words in heads)
        has_tasks = CAMPAIGN.search(dataset.name.name) is not None
        if not has_tasks and (self._is_over_several() or self._opens_elsewhere(dataset)):
            return None
        if "on" in behind:
            place = last + behind.index("on") + 1
            in_part = has_tasks and not languages.isdisjoint(self._text.lower[place : place + 1])
            if not in_part and self._is_place(place, has_tasks=has_tasks):
                return None
        return None if of_a_task and not has_tasks else dataset.name.name

    def _opens_elsewhere(self, dataset: Place) -> bool:
        """Tell whether a sentence opens with other data: "On our new corpus, it has an F1 of".

        What the paper introduces is what it calls its own.
        """
        opening = self._text.lower[self._begin : self._first]
        if opening[:1] in (["evaluated"], ["tested"]):
            opening = opening[1:]
        if dataset.role == "introduced" or "," not in opening or opening[:1] != ["on"]:
            return False
        opening = opening[: opening.index(",")]
        of_data = not ELSEWHERE.isdisjoint(opening) and not DATA.isdisjoint(opening)
        return of_data and SPLITS.isdisjoint(opening)

    def _is_over_several(self) -> bool:
        """Tell whether the sentence tells of other places before the number: "across 13 tasks"."""
        words = self._text.lower
        for at in range(self._begin + 1, self._first):
            before = words[max(self._begin, at - SEVERAL_REACH) : at]
            if (
                words[at] in SEVERAL
                and not ACROSS.isdisjoint(before)
                and TRAINED.isdisjoint(before)
            ):
                return True
        return False

    def _is_place(self, on: int, *, has_tasks: bool) -> bool:
        """Return whether "on" before this word tells of a place of its own for a score.

        "on the official test set", "on BLEU" and "on our new metric" tell of none; neither does
        "on Subtask A" where the dataset is a campaign, which has tasks.
        """
        here = self._text.lower[on : on + SPLIT_REACH]
        no_place = SPLITS | METRICS | TRACKS if has_tasks else SPLITS | METRICS
        on_task = has_tasks and any(
            0 <= place.first - on < SPLIT_REACH for place in self._of("Task")
        )
        on_metric = any(0 <= place.first - on < 2 for place in self._of("Metric"))
        return not on_task and not on_metric and no_place.isdisjoint(here)

    def dataset_of(self, metric: Place | None) -> str | None:
        """Return the dataset in the name of a measure: "the ImageNet accuracy of 88.3%"."""
        if metric is None or not self._left <= metric.first < self._right:
            return None
        found = [p for p in self._of("Dataset") if p.last == metric.first]
        return found[0].name.name if found else None

    def after_or_before(self, kind: EntityType) -> str | None:
        """Return the dataset or task of the number: behind it up to the next number, or before."""
        partner = self.partner(kind)
        if partner is not None:
            return partner.name.name
        places = self._of(kind)
        behind = [p for p in places if self._last <= p.first < self._right]
        before = [p for p in places if p.last <= self._first]
        several = len({p.name.name for p in behind}) > 1 and not before
        alone = len(self._spans) == 1 or (
            self._joined(behind[:2])
            and self._list_begin() == self._first
            and self._list_end() == self._index
        )
        if several and alone:
            return None  # one number over several datasets together
        if behind and not self._separated(behind[0]):
            return behind[0].name.name
        opens = bool(before) and self._opens_sentence(before[-1])
        shared = None if opens else self._behind_list(places)
        if shared is not None:
            return shared.name.name
        if behind and not before:  # of the next number, if there is one
            return behind[0].name.name if self._index + 1 == len(self._spans) else None
        if before:
            return None if self._joined(before[-2:]) else before[-1].name.name
        return None

    def is_past_the_data(self) -> bool:
        """Tell whether what stands before a number is only that of the number before it.

        So it is with a cost of its own clause: "96.7% on A while running at 148 FPS".
        """
        places = self._of("Dataset")
        between = self._text.lower[places[-1].last : self._first] if places else []
        behind = any(self._last <= place.first < self._right for place in places)
        opens = any(place.first < self._spans[0][1] for place in places)
        return not behind and not opens and not CLAUSES.isdisjoint(between)

    def _opens_sentence(self, place: Place) -> bool:
        """Tell whether a sentence begins with what is measured on: "On A it has 2%, and …"."""
        opening = self._text.lower[self._begin : place.first]
        return opening[:1] == ["on"] and len(opening) <= OPENING

    def _behind_list(self, places: Sequence[Place]) -> Place | None:
        """Return what all numbers of a list are on: "5% and 14% on A"; measures may part them."""
        if not places or places[-1].first < self._right:
            return None
        metrics = self._of("Metric")
        passed = self._passed(metrics)
        last = self._list_end(passed)
        end = self._spans[last][1]
        while self._text.lower[end : end + 1] == ["("] and end in passed:
            end = self._text.lower.index(")", end) + 1
        end = next((place.last for place in metrics if place.first == end), end)
        found = next((place for place in places if place.first >= end), None)
        is_on = found is not None and set(self._text.lower[end : found.first]) <= ON
        return found if last != self._index and is_on else None

    def _passed(self, metrics: Sequence[Place]) -> set[int]:
        """Return the words that may part a list: measures, "an … of" them, what is in brackets."""
        words = self._text.lower
        passed: set[int] = set()
        for place in metrics:
            passed.update(range(place.first, place.last))
            if words[place.last : place.last + 1] == ["of"] == words[self._first - 1 : self._first]:
                article = words[place.first - 1] in {"a", "an", "the"}
                passed.update((place.last, place.first - article))
        for _, last in self._spans:
            if words[last : last + 1] == ["for"] and words[last + 2 : last + 3] == ["and"]:
                passed.update((last, last + 1))  # "30.4 for En-De and 38.6 for De-En on A"
            if words[last : last + 1] == ["("] and ")" in words[last : last + BRACKET]:
                passed.update(range(last, last + words[last : last + BRACKET].index(")") + 1))
        return passed

    def closing(self, kind: EntityType) -> str | None:
        """Return what a list of scores ends with and all belong to: "90 BLEU and 80 TER on A"."""
        places = self._of(kind)
        closes = places and places[0].first >= self._right
        return places[0].name.name if closes else None

    def _separated(self, place: Place) -> bool:
        """Tell whether a name behind the number begins something new ("58.7, and on B …")."""
        between = self._text.lower[self._last : place.first]
        return any(
            word in COMMAS or (word in {"and", "while", "but"} and not _parts_splits(between, at))
            for at, word in enumerate(between)
        )

    def _joined(self, places: Sequence[Place]) -> bool:
        """Tell whether two names stand in one list, so that a number is that of neither alone."""
        if len(places) < 2 or places[0].name.name == places[1].name.name:
            return False
        between = self._text.lower[places[0].last : places[1].first]
        return 0 < len(between) <= 2 and set(between) <= {",", "and", "&", "、", "和"}


def _parts_splits(words: Sequence[str], at: int) -> bool:
    """Tell whether a word stands between two splits: "on the val and test set of A"."""
    return 0 < at < len(words) - 1 and {words[at - 1], words[at + 1]} <= SPLITS
