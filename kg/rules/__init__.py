"""Rules as data: the files under patterns/, read, checked and laid over one another."""

from kg.rules.keys import name_key
from kg.rules.load import RuleSet, load_rules
from kg.rules.location import builtin_patterns
from kg.rules.schema import (
    Alias,
    ContextRule,
    CueRule,
    HeadRule,
    LexiconRow,
    Rule,
    ShapeRule,
)
from kg.rules.templates import Atom, Template, parse_template, words

__all__ = [
    "Alias",
    "Atom",
    "ContextRule",
    "CueRule",
    "HeadRule",
    "LexiconRow",
    "Rule",
    "RuleSet",
    "ShapeRule",
    "Template",
    "builtin_patterns",
    "load_rules",
    "name_key",
    "parse_template",
    "words",
]
