"""The names of shared tasks: with their year, the title of the task, the languages."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from kg.extract.candidates import Candidate, Candidates, Name, Vote
from kg.extract.text import Text

YEAR = re.compile(r"(?:19|20)\d\d")
# "WMT14 En-De", "WMT 2014 English to German"
LANGUAGES = re.compile(
    r"\s?(?P<one>[A-Za-z]+)(?: ?(?:[\-–→>/]+|\\(?:to|rightarrow)) ?| to |-to-)"
    r"(?P<other>[A-Za-z]+)(?![\w-])"
)
DATED = re.compile(r"[A-Z][A-Za-z]*[A-Z]'?(?:20)?[012]\d")  # WMT'23, WMT2023
CAMPAIGNS = frozenset(
    {"shared", "task", "tasks", "challenge", "workshop", "evaluation", "campaign"}
)
CAMPAIGN = re.compile(r"(?:19|20)\d\d|(?i:shared|challenge|campaign)")  # SemEval-2020 Task 8
ORDINAL = re.compile(r"(?:[A-Z][a-z]+(?:st|nd|rd|th))|\d+(?:st|nd|rd|th)")
ABOUT = frozenset({"on", "in"})  # between "Shared Task" and what it is on
PARTICIPATING = frozenset(
    (
        *("participate", "participated", "participating", "participation", "submission"),
        *("submissions", "submitted", "submit", "team", "ranked", "ranking", "placed"),
    )
)
ENTRANTS = frozenset({"teams", "participants"})
ENTERED = frozenset(
    (
        *("participated", "participating", "registered", "received", "submitted", "submitting"),
        *("submissions", "overview", "organized", "organised"),
    )
)
OWN_ENTRY = frozenset(
    (
        *("system", "systems", "team", "submission", "submissions", "approach", "model", "models"),
        *("method", "participation", "run", "runs", "solution", "entry", "results", "best"),
    )
)
JOINS_TITLE = frozenset({"-", "of", "and", "for", "in", "on", "the", "to", "with", "from"})
LONGEST_TITLE = 30  # words of such a title
FEWEST_IN_TITLE = 4  # words of a title in front of "shared task"
CHALLENGE = frozenset({"Challenge", "Challenges"})
Words = tuple[int, int]  # indexes of the first word and of the word behind the last


def titles_of_tasks(text: Text, candidates: Sequence[Candidate]) -> list[tuple[Words, Words]]:
    """Return what shared tasks are called: HaHackathon in "SemEval-2021 Task 7: HaHackathon".

    So is OffensEval in "the Offensive Language Identification (OffensEval) shared task".

    Args:
        text: The words.
        candidates: The candidates in reading order.

    Returns:
        The task and its title, which are one name; a title is one word.
    """
    pairs = []
    for task, title in pairwise(candidates):
        gap = text.lower[task.last : title.first]
        if not title.is_name or gap not in ([":"], ['"'], ["("]):
            continue
        head = text.lower[task.last - 2 : task.last - 1]
        numbered = head in (["task"], ["track"]) and task.last - task.first > 2
        titled = numbered and title.last - title.first == 1
        behind = text.lower[title.last : title.last + 3]
        if titled or (gap == ["("] and behind == [")", "shared", "task"]):
            pairs.append(((task.first, task.last), (title.first, title.last)))
    return pairs


def add_shared_tasks(text: Text, found: Candidates) -> None:
    """Add shared tasks that are called by what they are on: "First Shared Task on Owl Parsing".

    Args:
        text: The words.
        found: The candidates of the text; those inside such a name are taken out.
    """
    for index in text.places_of({"shared"}):
        if text.lower[index : index + 2] == ["shared", "task"]:
            _add_titled(text, index, found)
        if text.words[index : index + 2] != ["Shared", "Task"]:
            continue
        title = index + 3
        end = text.sentences[text.sentence_of[index]][1]
        if title >= end or text.words[title - 1] not in ABOUT:
            continue
        last = after = title
        while after < end and _goes_on(text, after):
            after += 1
            if text.words[after - 1] not in JOINS_TITLE:
                last = after
        first = index
        if index and ORDINAL.fullmatch(text.words[index - 1]):
            first -= 1
        elif index:
            before = [
                one for one in found.overlapping(index - 1, index) if one.is_name or one.strong
            ]
            first = min((one.first for one in before), default=first)
        dated = first == index > 0 and is_year(text, index - 1)  # "(BEA) 2019 Shared Task on …"
        opening, *short = text.words[last : last + 2] or [""]
        shortened = opening == "(" and all(word.isalpha() for word in short)
        if last > title and not dated and not shortened:
            for inside in found.overlapping(first, last):
                found.remove(inside)
            vote = Vote("Dataset", 6, "dataset.shared-task")
            found.add(Candidate(first, last, [vote], is_name=True))


def _add_titled(text: Text, last: int, found: Candidates) -> None:
    """Add a shared task by the title in front of it: "the Owl Parsing in Moor Languages shared".

    A title in which a dataset is known stays as it was found.
    """
    begin = text.sentences[text.sentence_of[last]][0]
    first = last
    while first > max(begin, last - LONGEST_TITLE) and _goes_on(text, first - 1):
        first -= 1
    while first < last and not text.words[first][0].isupper():
        first += 1
    inside = found.overlapping(first, last)
    known = any(one.strong and one.votes[0].type == "Dataset" for one in inside)
    crossing = any(one.first < first or one.last > last for one in inside)
    if last - first < FEWEST_IN_TITLE or first == begin or known or crossing:
        return
    for one in inside:
        found.remove(one)
    found.add(Candidate(first, last, [Vote("Dataset", 6, "dataset.shared-task")], is_name=True))


def _goes_on(text: Text, index: int) -> bool:
    """Tell whether a title goes on: with a capital, the end of a compound, a short word."""
    word = text.words[index]
    return word[0].isupper() or word in JOINS_TITLE or text.words[index - 1] == "-"


def with_languages(text: Text, found: Sequence[Candidate], languages: Container[str]) -> None:
    """Let datasets go on with the two languages behind them: "WMT14 English-to-German".

    Args:
        text: The words.
        found: The known names of the text.
        languages: What languages are called, in lower case.
    """
    for known in found:
        if not known.strong or known.votes[0].type != "Dataset":
            continue
        pair = LANGUAGES.match(text.folded, text.ends[known.last - 1])
        if pair is not None and _are_languages(pair["one"], pair["other"], languages):
            known.last = text.span(*pair.span("other"))[1]
            known.row = None  # another dataset than the campaign's others


def _are_languages(one: str, other: str, languages: Container[str]) -> bool:
    if len(one) == len(other) == 2:
        return one[0].isupper() == other[0].isupper() and one.lower() != other.lower()
    return one[0].isupper() and one.lower() in languages and other.lower() in languages


def name_with_years(text: Text, names: Sequence[Name]) -> None:
    """Name campaigns with their years: "Social Media Mining for Health (SMM4H) 2021".

    Args:
        text: The words.
        names: The names of the text, whose spans are in reading order.
    """
    for name in names:
        if name.type != "Dataset":
            continue
        for long, short in pairwise(sorted(name.spans, key=lambda span: span.first)):
            year = text.words[short.last + 1 : short.last + 2]
            in_brackets = text.words[long.last : short.first] == ["("]
            if in_brackets and year and YEAR.fullmatch(year[0]) and text.words[short.last] == ")":
                written = text.slice(long.first, short.last + 2)
                name.aliases += [name.name, f"{text.slice(short.first, short.last)} {year[0]}"]
                name.name = " ".join(written.split())
                if not CAMPAIGNS.isdisjoint(text.lower[short.last + 2 : short.last + 3]):
                    name.spans.remove(short)  # one mention: "… (SMM4H) 2021 Shared Task"
                    long.last = short.last + 2
                break


def fold_undated(text: Text, names: list[Name]) -> None:
    """Make a campaign's name without its year an alias of the only one with a year.

    Elsewhere than in its participants' abstracts "COCO" may well be more than "COCO 2016".

    Args:
        text: The words.
        names: The names of the text; what is folded into another is taken out.
    """
    if not is_entry(text):
        return
    dated: dict[str, list[Name]] = {}
    for name in names:
        bare, _, year = name.name.replace("-", " ").rpartition(" ")
        if name.type == "Dataset" and YEAR.fullmatch(year):
            dated.setdefault(bare, []).append(name)
    for short in [name for name in names if name.type == "Dataset" and name.name in dated]:
        if len(dated[short.name]) == 1:
            long = dated[short.name][0]
            long.aliases += [short.name, *short.aliases]
            long.spans += short.spans
            long.roles |= short.roles
            names.remove(short)


def begins_campaign(text: Text, name: Candidate, inside: Sequence[Candidate]) -> bool:
    """Tell whether a name of a task begins with the campaign and year that it was held in.

    Args:
        text: The words.
        name: A name-shaped span.
        inside: The known names in it, at least one, in reading order.
    """
    first = inside[0]
    if first.first != name.first or first.votes[0].type != "Dataset" or len(inside) < 2:
        return False
    dated = is_year(text, first.last) or is_year(text, first.last - 1)
    titled = inside[-1].last - inside[-1].first > 1
    return titled and (dated or DATED.fullmatch(text.words[first.first]) is not None)


def is_campaign(text: Text, letters: str, known: Candidate, end: int) -> bool:
    """Tell whether a known campaign has its year behind it, and what it is behind the year.

    Args:
        text: The words.
        letters: Their classes, from `WordClasses.letters`.
        known: The known name.
        end: Index of the word behind the name-shaped span that the known name is in.
    """
    if end <= known.last + 1 or not known.strong or letters[known.last] != "N":
        return False
    head = text.lower[known.last + 1]
    behind = text.words[known.last + 2 : known.last + 3]
    numbered = head == "task" and bool(behind) and behind[0][0].isdigit()
    return is_year(text, known.last) and head in CAMPAIGNS and not numbered


def is_challenge(text: Text, first: int, last: int) -> bool:
    """Tell whether a dataset's name goes on as that of a challenge: "COCO Challenge 2020".

    Args:
        text: The words.
        first: Index of the word behind the dataset's name.
        last: Index of the word behind the whole name.
    """
    dated = is_year(text, last - 1)
    end = last - dated
    if first >= end:
        return False
    return text.words[end - 1] in CHALLENGE or (dated and text.lower[end - 1] in CAMPAIGNS)


def is_task_number(text: Text, first: int, last: int) -> bool:
    """Tell whether a campaign's name goes on with the number of a task: SemEval 2021 Task 8.

    Args:
        text: The words.
        first: Index of the word behind the campaign's name.
        last: Index of the word behind the whole name.
    """
    first += is_year(text, first)
    return last - first == 2 and text.lower[first] in {"task", "subtask", "track"}


def is_entry(text: Text) -> bool:
    """Tell whether an abstract is that of a participant of a shared task, or of its organizers."""
    return not text.vocabulary.isdisjoint(PARTICIPATING)


def is_overview(text: Text) -> bool:
    """Tell whether an abstract reports on a shared task as its organizers do."""
    said = text.vocabulary
    if ENTRANTS.isdisjoint(said) or ENTERED.isdisjoint(said):
        return False
    return all(
        OWN_ENTRY.isdisjoint(text.lower[index + 1 : index + 4]) for index in text.places_of({"our"})
    )


def is_year(text: Text, index: int) -> bool:
    """Tell whether a word is a year; no word is where the index is negative."""
    return index >= 0 and YEAR.fullmatch(text.words[index]) is not None
