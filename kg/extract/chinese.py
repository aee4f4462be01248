"""Noun phrases in Chinese, which has no blanks: cut out between the words that end a phrase.

The longest word of the lists wins at each character (maximum matching, the oldest way of Chinese
word segmentation), so that 对话 is not cut at 对. What lies between function words, verbs, marks
and generic nouns is a phrase; its last word tells what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.extract.candidates import Candidate, Vote
from kg.records import EntityType
from kg.rules import HeadRule

# Letters of the classes of characters: end of a phrase, generic noun that ends it, noun that ends
# it only where nothing follows, any other Chinese character, what is not Chinese.
STOP, TAIL, NOUN, OTHER, FOREIGN = "s", "t", "n", "h", "."
CLAUSE = re.compile("[，。；,;:：]")
COUNTED = re.compile("[两三四五六2-6]个.{0,4}(?:数据集|语料库)")
TITLE = re.compile("《([^《》，。]{2,20})》")
EVENT = re.compile("(?:第[一二三四五六七八九十]{1,3}|A)届[^，。,“”()《》]{4,20}评测")  # a shared task
SHORTEST = 4  # characters of a phrase behind 基于 that may be a name: not 规则, not 相似度
LISTING = frozenset("、和与及或,")
CUE_REACH = 14  # characters before a phrase, in its clause, that may hold its cue
PHRASE = re.compile(r"h[hn]*")
HEAD_WEIGHT = 4
EVENT_WEIGHT = 8
LONGEST = 20  # characters of a phrase; a longer one is a clause whose words no list knows
LONGEST_OF_METHOD = 4  # characters before a known method that still belong to its name
LONGEST_OF_METRIC = 3
LONGEST_HEAD = 6


class Han(NamedTuple):
    """A text as one character a word, and one letter for the class of each."""

    line: str
    classes: str

    def phrases(self) -> Iterator[tuple[int, int]]:
        """Yield the phrases as word indexes, half-open, nouns at their end left out."""
        for match in PHRASE.finditer(self.classes):
            first, last = match.span()
            yield first, first + len(match[0].rstrip(NOUN))

    def start(self, first: int) -> int:
        """Return where the phrase begins that holds a word."""
        while first and self.classes[first - 1] in (OTHER, NOUN):
            first -= 1
        while self.classes[first] == NOUN:
            first += 1
        return first


class Segmenter:
    """Gives the characters of a text their classes, by maximum matching.

    Args:
        lists: The word lists of the rule set; those for Chinese begin with "zh_".
        names: Names that hold together, such as those of the lexicon.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], names: Iterable[str]) -> None:
        classes = dict.fromkeys((*names, *lists["zh_words"]), OTHER)
        classes |= dict.fromkeys(lists["zh_nouns"], NOUN)
        classes |= dict.fromkeys(lists["zh_tails"], TAIL)
        classes |= dict.fromkeys(lists["zh_function"], STOP)
        self._nominal = frozenset(lists["zh_nominal"])
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(classes, key=lambda word: (-len(word), word)):
            self._by_first.setdefault(word[0], []).append((word, classes[word] * len(word)))

    def read(self, words: Sequence[str]) -> Han | None:
        """Return the classes of the words of a text, or None if it holds no Chinese.

        Args:
            words: The words; a Chinese character is a word.
        """
        line = "".join([word if len(word) == 1 else "A" for word in words])
        if not is_chinese(line):
            return None
        letters: list[str] = []
        at = 0
        while at < len(line):
            if not "㐀" <= line[at] <= "鿿":
                letters.append(FOREIGN)
                at += 1
                continue
            for word, marks in self._by_first.get(line[at], ()):
                if line.startswith(word, at):
                    if len(word) > 1 and line[at + len(word) : at + len(word) + 1] in self._nominal:
                        marks = OTHER * len(word)  # 确定性
                    letters.append(marks)
                    at += len(word)
                    break
            else:
                letters.append(OTHER)
                at += 1
        return Han(line, "".join(letters))


class HanPhrases:
    """Finds the Chinese phrases that may be names.

    Args:
        rules: The head rules; those whose heads are Chinese count.
        lists: The word lists of the rule set.
    """

    def __init__(self, rules: Sequence[HeadRule], lists: Mapping[str, Sequence[str]]) -> None:
        self._by_head = {head: rule for rule in rules for head in rule.heads if is_chinese(head)}
        self._method_tails = tuple(lists["zh_method_tails"])
        self._empty = frozenset(lists["zh_empty"])
        self._languages = frozenset(lists["zh_languages"])
        self._verbs = tuple(lists["zh_verbs"])
        self._leaders = ("基于", "提出", "提出了", "在")
        proposing = "|".join(sorted(lists["zh_propose"], key=len, reverse=True))
        self._proposing = re.compile(f"(?:{proposing})(?!使用|利用|采用|的|将)")
        tails = "|".join(sorted((*lists["zh_tails"], *lists["zh_nouns"]), key=len, reverse=True))
        self._end_of_object = re.compile(f"(?:{tails}|\\([^()]*\\)|[\"“”》-])*(?:$|[，,。；;:：、])")
        self._no_task = tuple(lists["zh_no_task"])
        self._class_nouns = frozenset(lists["zh_class_nouns"])
        self._verbal = frozenset(lists["zh_verbal"])
        self._suffixes = frozenset(lists["zh_suffixes"])
        self._tails: dict[str, EntityType] = {
            **dict.fromkeys(lists["zh_method_tails"], "Method"),
            **dict.fromkeys(lists["dataset_heads_zh"], "Dataset"),
        }

    def type_of_tail(self, tail: str) -> EntityType | None:
        """Return the type of a name before a generic noun such as 模型, if it tells one."""
        return self._tails.get(tail)

    def is_no_name(self, han: Han, known: Candidate) -> bool:
        """Tell whether a known name is a verb, a class noun or a part of a word where it stands.

        A verb has an object or a particle behind it: 微调 in "微调模型", 模型融合 in "模型融合了…".
        """
        if not "㐀" <= han.line[known.last - 1] <= "鿿":
            return False
        name = han.line[known.first : known.last]
        if name in self._class_nouns and han.line[known.first - 1 : known.first] == "A":
            return True
        behind = han.line[known.last : known.last + 1]
        if behind in self._suffixes or behind == "了":
            return True
        if name not in self._verbal:
            return False
        return behind in tuple("的后得出到") or han.classes[known.last : known.last + 1] == OTHER

    def extend(self, han: Han, known: Sequence[Candidate]) -> None:
        """Let known names take in the modifiers before them: 古籍 before 命名实体识别.

        Args:
            han: The text.
            known: The known names; where they begin may be moved to the left.
        """
        most = {"Task": LONGEST, "Method": LONGEST_OF_METHOD, "Metric": LONGEST_OF_METRIC}
        floor = 0
        for found in sorted(known, key=lambda one: one.first):
            kind = found.votes[0].type
            if kind in most and "㐀" <= han.line[found.last - 1] <= "鿿":
                first = max(floor, han.start(found.first))
                if kind != "Metric":
                    first = self._without_verb(han, first, found.first)
                added = han.line[first : found.first]
                if kind == "Method" and self._is_foreign(added):
                    first = found.first
                if 0 < found.first - first <= most[kind]:
                    found.first, found.row = first, None
            floor = found.last

    def _is_foreign(self, added: str) -> bool:
        """Tell whether what stands before a known method is no part of its name."""
        if added in self._languages or added in self._empty:
            return True
        return added[-1:] not in self._suffixes and any(verb in added for verb in self._verbs)

    def _without_verb(self, han: Han, first: int, head: int) -> int:
        """Return where a phrase begins without the verb that governs it: 生成 before 文本摘要."""
        for verb in self._verbs:
            end = first + len(verb)
            if end <= head and han.line.startswith(verb, first):
                return first if han.line[end] in self._suffixes else end
        return first

    def find(
        self, han: Han, title: str, taken: Sequence[bool], tasks: list[bool]
    ) -> Iterator[tuple[int, int, HeadRule]]:
        """Find every phrase with the head of a rule.

        Args:
            han: The text.
            title: The title of the paper, perhaps empty; a phrase of it needs no other cue.
            taken: For each word whether it belongs to a name that no phrase may take in.
            tasks: For each word whether it belongs to a known task; those found are added.

        Yields:
            First and last word (half-open) of the phrase, and the rule whose head it has.
        """
        seen: Counter[str] = Counter()
        found = []
        for first, last in han.phrases():
            rule, length = self._head(han.line[max(first, last - LONGEST_HEAD) : last])
            if rule is None or last - first > LONGEST:
                continue
            while any(taken[first:last]) or (rule.type == "Metric" and any(tasks[first:last])):
                first += 1
            first = self._without_verb(han, first, last - length)
            modifiers = han.line[first : last - length]
            if len(modifiers) < rule.min_modifiers or modifiers in self._empty:
                continue
            if rule.type == "Task" and han.line.startswith(self._no_task, last):
                continue
            phrase = han.line[first:last]
            seen[phrase] += 1
            found.append((first, last, rule, phrase))
            if rule.type == "Task" and not rule.needs_cue:
                tasks[first:last] = [True] * (last - first)
        for first, last, rule, phrase in found:
            if (
                not rule.needs_cue
                or phrase in title
                or (seen[phrase] > 1 and rule.type == "Task")
                or self._has_cue(han, first, last, rule)
                or self._is_listed(han, first, last, tasks)
            ):
                yield first, last, rule

    def _has_cue(self, han: Han, first: int, last: int, rule: HeadRule) -> bool:
        if han.line.startswith(rule.followed_by, last):
            return True
        clause = CLAUSE.split(han.line[max(0, first - CUE_REACH) : first])[-1]
        return any(cue in clause for cue in rule.preceded_by)

    def _is_listed(self, han: Han, first: int, last: int, tasks: Sequence[bool]) -> bool:
        """Tell whether a phrase stands beside a known task in a list: "情感分析、观点挖掘"."""
        before = first > 1 and han.line[first - 1] in LISTING and tasks[first - 2]
        return before or (
            last + 1 < len(tasks) and han.line[last] in LISTING and tasks[last + 1]
        )

    def _head(self, ending: str) -> tuple[HeadRule | None, int]:
        for length in range(len(ending), 0, -1):
            rule = self._by_head.get(ending[-length:])
            if rule is not None:
                return rule, length
        return None, 0

    def announced(self, han: Han) -> Iterator[tuple[int, int]]:
        """Find the phrases before nouns such as 机制, which context rules may take for a method.

        Yields:
            First and last word, half-open, without the noun.
        """
        for title in TITLE.finditer(han.line):
            yield title.span(1)
        for event in EVENT.finditer(han.line):
            yield event.span()
        chained = False
        before = 0
        row: list[tuple[int, int]] = []  # the phrases of one list
        for first, last in han.phrases():
            leader = han.line[max(0, first - 6) : first]
            goes_on = first - before == 1 and leader[-1] in LISTING
            row = [*row, (first, last)] if goes_on else [(first, last)]
            before = last
            chained = leader.endswith(self._leaders) or (chained and goes_on)
            if han.line[first:last] in self._languages:
                continue
            if COUNTED.match(han.line, last):
                yield from row
            elif last - first > LONGEST:
                continue
            elif chained and last - first >= SHORTEST:
                yield first, last
            elif last - first > 2 and han.line.startswith(self._method_tails, last):
                yield first, last

    def introduced(self, han: Han, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates that head the object of a verb such as 提出.

        The head is the last noun of the clause: EIGC in "提出了一种联合抽取模型EIGC,".
        """
        clauses = []
        for verb in self._proposing.finditer(han.line):
            end = CLAUSE.search(han.line, verb.end())
            clauses.append((verb.end(), end.start() if end else len(han.line)))
        for candidate in candidates:
            if any(first <= candidate.first < last for first, last in clauses) and (
                self._end_of_object.match(han.line, candidate.last)
            ):
                yield candidate


def add_phrases(
    phrases: HanPhrases, han: Han, candidates: list[Candidate], title: str
) -> None:
    """Add the Chinese phrases of a text to its candidates.

    Args:
        phrases: What finds them.
        han: The text.
        candidates: The candidates so far; those within a longer phrase give way to it.
        title: The title of the paper, perhaps empty.
    """
    known = [one for one in candidates if one.strong]
    for one in known:
        if phrases.is_no_name(han, one):
            candidates.remove(one)
    phrases.extend(han, [one for one in candidates if one.strong])
    taken = [False] * len(han.line)
    tasks = [False] * len(han.line)
    for one in candidates:
        if one.strong:
            marks = tasks if one.votes[0].type == "Task" else taken
            marks[one.first : one.last] = [True] * (one.last - one.first)
    for first, last, rule in phrases.find(han, title, taken, tasks):
        phrase = Candidate(first, last, [Vote(rule.type, HEAD_WEIGHT, rule.id)])
        inside = [other for other in candidates if other.overlaps(phrase)]
        if any(other.first <= first and last <= other.last for other in inside):
            continue
        for other in inside:
            candidates.remove(other)
        candidates.append(phrase)
    for first, last in phrases.announced(han):
        phrase = Candidate(first, last)
        inside = [other for other in candidates if phrase.overlaps(other)]
        if EVENT.fullmatch(han.line, first, last):
            phrase.votes.append(Vote("Dataset", EVENT_WEIGHT, "dataset.event"))
            for other in inside:
                candidates.remove(other)
        elif inside:
            continue
        candidates.append(phrase)
    for candidate in phrases.introduced(han, candidates):
        kinds = {vote.type for vote in candidate.votes}
        if candidate.row is None and (candidate.is_name or candidate.votes):
            for kind in ("Method", "Dataset"):
                if not kinds or kind in kinds:
                    candidate.votes.append(Vote(kind, 0, f"{kind.lower()}.object", "introduced"))


def is_chinese(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return not text.isascii() and any("㐀" <= char <= "鿿" for char in text)
