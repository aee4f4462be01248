"""The type of a name: what the votes of all its places in the abstract decide."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.candidates import Candidate
from kg.extract.text import Text
from kg.records import EntityType

THRESHOLD = 3  # votes that a name written like one needs; one clear context gives as many
THRESHOLD_PLAIN = 4  # the same for a single capitalised word, which may be any proper noun
MOST_OF_ONE_RULE = 2  # a rule that holds ten times is not ten times as sure
SURELY_OWN = 8  # votes of rules that introduce a name which make it the paper's own
# Where votes are equal, the type that fewer rules guess at.
PREFERENCE: tuple[EntityType, ...] = ("Dataset", "Metric", "Task", "Method")


def type_of(text: Text, group: Sequence[Candidate]) -> tuple[EntityType | None, str]:
    """Return the type that the votes for a name decide on.

    Args:
        text: The words.
        group: The places where the name stands, in any of its forms.

    Returns:
        The type and an empty reason, or None and why there is none.
    """
    weights: dict[EntityType, int] = {}
    introduced: dict[EntityType, int] = {}
    times: dict[tuple[str, EntityType], int] = {}
    for candidate in group:
        for vote in candidate.votes:
            told = vote.rule, vote.type
            times[told] = times.get(told, 0) + 1
            if times[told] <= MOST_OF_ONE_RULE:
                weights[vote.type] = weights.get(vote.type, 0) + vote.weight
                if vote.role == "introduced":
                    introduced[vote.type] = introduced.get(vote.type, 0) + vote.weight
    if not weights:
        return None, "no rule speaks for a type"
    own = [kind for kind, weight in introduced.items() if weight >= SURELY_OWN]
    if len(own) == 1:
        # "our framework MARS": whatever else has that name, here it is the paper's own
        known = {candidate.votes[0].type for candidate in group if candidate.strong}
        for kind in known - {own[0]}:
            del weights[kind]
    best = min(weights, key=lambda kind: (-weights[kind], PREFERENCE.index(kind)))
    needed = THRESHOLD_PLAIN if all(_is_plain(text, one) for one in group) else THRESHOLD
    if weights[best] < needed:
        ranked = sorted(weights, key=lambda kind: -weights[kind])
        found = ", ".join(f"{kind} {weights[kind]}" for kind in ranked)
        return None, f"too little evidence ({found}; {needed} needed)"
    return best, ""


def _is_plain(text: Text, candidate: Candidate) -> bool:
    """Tell whether a candidate is one word without a capital or digit inside."""
    word = text.words[candidate.first]
    return candidate.last - candidate.first == 1 and not any(
        char.isupper() or char.isdigit() for char in word[1:]
    )
