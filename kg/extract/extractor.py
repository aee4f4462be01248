"""One paper in, everything that the rules find in its abstract out."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.candidates import Name, Rejected
from kg.extract.find import Finder
from kg.extract.names import resolve_names
from kg.extract.roles import Roles
from kg.extract.scores.binding import Scores
from kg.extract.split_names import SplitWords
from kg.extract.text import Text, Tokenizer
from kg.records import Entity, EntityType, Extraction, Mention, Paper, Role
from kg.rules import RuleSet, name_key


class Extractor:
    """The compiled rules. Stateless between papers: the same paper gives the same extraction.

    Args:
        rules: The rule set, from `kg.rules.load_rules`.
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._tokenizer = Tokenizer()
        self._finder = Finder(self._tokenizer, rules)
        self._excluded = frozenset(map(name_key, rules.words["not_entities"]))
        self._named_splits = SplitWords(
            {name: rules.splits[name] for name in rules.words["named_splits"]}
        )
        self._roles = Roles(rules.cues())
        self._scores = Scores(rules)

    def extract(self, paper: Paper) -> Extraction:
        """Extract one paper.

        Args:
            paper: The paper; its abstract may be in English or Chinese, or a mix.

        Returns:
            The paper with its mentions, entities, scores and dataset sizes; each of these may be
            empty.
        """
        return self.explain(paper)[0]

    def explain(self, paper: Paper) -> tuple[Extraction, list[Rejected]]:
        """Extract one paper, and tell which candidates and numbers were rejected and why.

        Args:
            paper: The paper.

        Returns:
            The extraction, and the rejected candidates in reading order.
        """
        text, doc = self._tokenizer.read(paper.abstract)
        title = paper.title or text.title()
        candidates, definitions = self._finder.find(text, doc, title)
        names, rejected = resolve_names(
            text,
            candidates,
            definitions,
            self._excluded,
            self._named_splits,
            self._finder.lexicon.named,
        )
        roles = self._roles.assign(text, names, title)
        scores, stats, numbers = self._scores.read(text, names, roles, title)
        extraction = Extraction.model_construct(
            **vars(paper),
            sentences=tuple(text.sentence_span(index) for index in range(len(text.sentences))),
            mentions=_mentions(text, names),
            entities=_entities(names, roles),
            scores=tuple(scores),
            dataset_stats=tuple(stats),
        )
        return extraction, sorted([*rejected, *numbers])


def _mentions(text: Text, names: Sequence[Name]) -> tuple[Mention, ...]:
    mentions = []
    for name in names:
        for span in name.spans:
            start, end = text.starts[span.first], text.ends[span.last - 1]
            written = text.raw[start:end]
            mentions.append(
                Mention(
                    type=name.type,
                    start=start,
                    end=end,
                    text=written,
                    name=name.name,
                    rule=span.rule,
                )
            )
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _entities(names: Sequence[Name], roles: Sequence[Role]) -> tuple[Entity, ...]:
    known = {(name.type, name.name) for name in names}
    return tuple(
        Entity(
            type=name.type,
            name=name.name,
            aliases=tuple(name.aliases),
            level=name.level,
            role=role,
            variant_of=None if name.split_of else _variant_of(name, known),
            split_of=name.split_of,
        )
        for name, role in zip(names, roles, strict=True)
    )


def _variant_of(name: Name, names: Container[tuple[EntityType, str]]) -> str | None:
    """Return the name that this one adds a size or version to: TitaNet for TitaNet-S."""
    for at in range(len(name.name) - 1, 0, -1):
        if name.name[at] in "- v" and (name.type, name.name[:at]) in names:
            return name.name[:at]
    return None
