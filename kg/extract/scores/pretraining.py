"""Datasets that a model was pre-trained on, or data come from: no score is measured on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.scores.parallel import Place
from kg.extract.text import Text

BEFORE = re.compile(
    r"(?i)\bpre-?trained (?:on|with|using|from) "
    r"(?:(?:the|a|large|larger|extra|additional|public|only|images?|data|samples|from|of|in|"
    r"[\d.,]+[kmb]?) )*$"
)
# "created from A", "using a subset of A", "unlike A"; not "evaluated on a subset of A"
SOURCE = re.compile(
    r"(?i)\b(?:(?:created|collected|constructed|derived|extracted|gathered|compiled|crawled) "
    r"(?:from|out of)|(?<!evaluated )(?<!tested )(?:using|from) (?:a|the) "
    r"(?:subset|intersection) of|unlike|contrary to|larger than) "
    r"(?:(?:the|a|an|existing|popular|English) )*$"
)
BEHIND = re.compile(r"(?i)(?: |-)pre-?train(?:ed|ing)\b")
LISTED = re.compile(r" ?(?:,|,? and|\+|/) ?(?:the )?")
REACH = 60  # characters before a name in which pre-training or the source is told


def measured_on(text: Text, places: Sequence[Place]) -> list[Place]:
    """Return mentions without the datasets that something is pre-trained on or made of.

    Args:
        text: The words.
        places: The mentions, in order.

    Returns:
        The others, in order: of "pre-trained on A it has 90% on B" only B.
    """
    kept: list[Place] = []
    last = -1  # where the last one that is left out ends
    for place in places:
        start, end = text.starts[place.first], text.ends[place.last - 1]
        if place.name.type == "Dataset" and (
            BEFORE.search(text.folded, max(0, start - REACH), start)
            or SOURCE.search(text.folded, max(0, start - REACH), start)
            or BEHIND.match(text.folded, end)
            or (last >= 0 and LISTED.fullmatch(text.folded, last, start))
        ):
            last = end
        else:
            kept.append(place)
    return kept
