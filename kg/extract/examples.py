"""Every rule against its own examples and counter-examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import RuleError
from kg.extract.chinese.segment import is_chinese
from kg.extract.find import Finder
from kg.extract.roles import Roles
from kg.extract.text import Text, Tokenizer
from kg.rules import ContextRule, CueRule, HeadRule, Rule, RuleSet, ShapeRule

MARK = re.compile(r"\[([^\[\]]+)\]")


def check_examples(rules: RuleSet) -> Iterator[RuleError]:
    """Check that every rule does what its examples say.

    A rule must hold for the span in brackets of each of its examples, and for no span of any of
    its counter-examples. Other rules may speak there too; only the rule itself is asked.

    Args:
        rules: The rule set.

    Yields:
        One error for each example that fails, with the id of the rule.
    """
    checker = _Checker(rules)
    for rule in rules.rules:
        for example in rule.examples:
            if not checker.holds(rule, example):
                yield RuleError(f"the example {example!r} is not matched", field=rule.id)
        for example in rule.counter_examples:
            if checker.holds_anywhere(rule, example):
                yield RuleError(f"the counter-example {example!r} is matched", field=rule.id)


class _Checker:
    def __init__(self, rules: RuleSet) -> None:
        self._tokenizer = Tokenizer()
        self._finder = Finder(self._tokenizer, rules)
        self._roles = Roles(rules.cues())

    def holds(self, rule: Rule, example: str) -> bool:
        """Tell whether a rule holds for the marked span of an example."""
        mark = MARK.search(example)
        if mark is None:
            return False
        plain = example[: mark.start()] + mark[1] + example[mark.end() :]
        expected = (mark.start(), mark.start() + len(mark[1]))
        text, spans = self._spans(rule, plain, expected)
        return expected in {(text.starts[first], text.ends[last - 1]) for first, last in spans}

    def holds_anywhere(self, rule: Rule, example: str) -> bool:
        """Tell whether a rule holds for any span of a text."""
        return bool(self._spans(rule, example, None)[1])

    def _spans(
        self, rule: Rule, plain: str, expected: tuple[int, int] | None
    ) -> tuple[Text, list[tuple[int, int]]]:
        text, doc = self._tokenizer.read(plain)
        if isinstance(rule, HeadRule) and not is_chinese(rule.heads[0]):
            found = self._finder.heads.find(text, frozenset())
            return text, [(first, last) for first, last, other in found if other.id == rule.id]
        candidates, _ = self._finder.find(text, doc)
        if isinstance(rule, ContextRule | ShapeRule | HeadRule):
            voted = [c for c in candidates if any(vote.rule == rule.id for vote in c.votes)]
            return text, [(c.first, c.last) for c in voted]
        if isinstance(rule, CueRule):
            spans = [(c.first, c.last) for c in candidates]
            if expected is not None:
                spans = [text.span(*expected)]
            cues = [cue for cue in self._roles.find(text) if cue.rule.id == rule.id]
            return text, [
                (first, last)
                for first, last in spans
                if any(
                    role == rule.category
                    for kind in rule.allowed_types
                    for role in self._roles.acting(text, first, last, kind, cues)
                )
            ]
        return text, []
