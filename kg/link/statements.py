"""The statements of one paper: what it says, node by node, each with its evidence.

Stateless: a paper's statements depend on its extraction and the rules alone, so partial results
merge as sets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from kg.link.identifiers import digest, local_id
from kg.link.identity import Identities, Identity
from kg.link.people import person_id, venue_id, venue_name
from kg.records import (
    THIS_PAPER,
    Entity,
    Evidence,
    Extraction,
    Relation,
    Role,
    Score,
    Statement,
    Value,
)

RELATION_OF: dict[Role, Relation] = {
    "introduced": "introduces",
    "used": "uses",
    "compared": "compares",
    "evaluated": "evaluates",
    "mentioned": "mentions",
}
LABEL_LENGTH = 80  # characters of an abstract that stand for a missing title


def paper_id(record: str) -> str:
    """Return the node of a paper by the id of its record."""
    return local_id("Paper", record)


def statements(extraction: Extraction, identities: Identities) -> Iterator[Statement]:
    """Yield everything that a paper states.

    Args:
        extraction: The paper with what was found in it.
        identities: Decides which node a name belongs to.

    Yields:
        The statements, in a fixed order; an attribute that is not known yields none.
    """
    paper = paper_id(extraction.duplicate_of or extraction.id)
    yield from _metadata(extraction, paper)
    if extraction.duplicate_of is None:
        yield from _Facts(extraction, identities, paper).statements()


def _metadata(extraction: Extraction, paper: str) -> Iterator[Statement]:
    source = extraction.source
    attributes: dict[str, Value | None] = {
        "title": extraction.title,
        "status": extraction.status,
        "year": extraction.year,
        "pages": extraction.pages,
        "figures": extraction.figures,
        "comments": extraction.comments,
        "doi": extraction.doi,
        "source": f"{source.file}:{source.start}-{source.end}",
    }
    if extraction.duplicate_of is None:
        label = extraction.title or _beginning(extraction.abstract)
        attributes |= {
            "type": "Paper",
            "label": label,
            "id": extraction.id,
            "abstract": extraction.abstract,
            "language": extraction.language,
        }
    elif extraction.id != extraction.duplicate_of:
        attributes["duplicate"] = extraction.id
    if extraction.authors:
        attributes["authors_complete"] = extraction.authors_complete
    for name, value in attributes.items():
        if value is not None:
            yield Statement(subject=paper, predicate=name, value=value, paper=paper)
    for url in extraction.urls:
        yield Statement(subject=paper, predicate="url", value=url, paper=paper)
    for position, author in enumerate(extraction.authors, 1):
        person = person_id(author)
        yield from _node(person, "Person", author, paper)
        yield Statement(
            subject=paper, predicate="author", object=person, position=position, paper=paper
        )
    if extraction.venue:
        venue = venue_id(extraction.venue)
        yield from _node(venue, "Venue", venue_name(extraction.venue), paper)
        yield Statement(subject=paper, predicate="venue", object=venue, paper=paper)


def _beginning(abstract: str) -> str:
    words = " ".join(abstract.split())
    if len(words) <= LABEL_LENGTH:
        return words
    # Chinese has few blanks: one near the beginning is no place to cut.
    blank = words.rfind(" ", LABEL_LENGTH // 2, LABEL_LENGTH + 1)
    return f"{words[: blank if blank > 0 else LABEL_LENGTH]} …"


def _node(node: str, kind: str, label: str, paper: str) -> Iterator[Statement]:
    yield Statement(subject=node, predicate="type", value=kind, paper=paper)
    yield Statement(subject=node, predicate="label", value=label, paper=paper)


class _Facts:
    """The statements about what stands in the abstract."""

    def __init__(self, extraction: Extraction, identities: Identities, paper: str) -> None:
        self._extraction, self._paper = extraction, paper
        self._identities = identities
        self._nodes: dict[tuple[str, str], Identity] = {
            (entity.type, entity.name): identities.of(entity) for entity in extraction.entities
        }
        self._sentence_starts = [start for start, _ in extraction.sentences]

    def statements(self) -> Iterator[Statement]:
        """Yield entities with roles, variants, then results."""
        evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for mention in self._extraction.mentions:
            found = self._evidence(mention.start, mention.end, mention.rule)
            evidence[mention.type, mention.name].append(found)
        for entity in self._extraction.entities:
            yield from self._entity(entity, evidence[entity.type, entity.name])
        for score in self._extraction.scores:
            yield from self._result(score)

    def _evidence(self, start: int, end: int, rule: str) -> Evidence:
        sentence = self._extraction.sentences[bisect_right(self._sentence_starts, start) - 1]
        return Evidence(
            paper=self._paper,
            start=start,
            end=end,
            sentence_start=sentence[0],
            sentence_end=sentence[1],
            rule=rule,
        )

    def _entity(self, entity: Entity, evidence: list[Evidence]) -> Iterator[Statement]:
        identity = self._nodes[entity.type, entity.name]
        node = identity.node
        yield from _node(node, entity.type, identity.label, self._paper)
        forms = (entity.name, *entity.aliases) if entity.split_of is None else ()
        names = {
            name
            for name in (*forms, *self._identities.known_names(entity))
            if not self._identities.aliases.apart(entity.type, name, identity.label)
        }
        attributes: list[tuple[str, Value]] = [
            *(("alias", name) for name in sorted(names - {identity.label})),
            ("level", entity.level),
        ]
        if identity.direction:
            attributes.append(("direction", identity.direction))
        for name, value in attributes:
            yield Statement(subject=node, predicate=name, value=value, paper=self._paper)
        yield self._relation(self._paper, RELATION_OF[entity.role], node, *evidence)
        if entity.variant_of is not None:
            of = self._nodes[entity.type, entity.variant_of].node
            if of != node:
                yield self._relation(node, "variantOf", of, *evidence[:1])

    def _relation(
        self, subject: str, relation: Relation, node: str, *evidence: Evidence
    ) -> Statement:
        return Statement(
            subject=subject,
            predicate=relation,
            object=node,
            paper=self._paper,
            evidence=evidence,
        )

    def _result(self, score: Score) -> Iterator[Statement]:
        joined = {
            "method": self._nodes.get(("Method", score.method or "")),
            "dataset": self._nodes.get(("Dataset", score.dataset or "")),
            "metric": self._nodes.get(("Metric", score.metric or "")),
            "task": self._nodes.get(("Task", score.task or "")),
            "baseline": self._nodes.get(("Method", score.baseline or "")),
        }
        ids = {relation: identity.node for relation, identity in joined.items() if identity}
        node = local_id("Result", digest(self._paper, sorted(ids.items()), *_told_by(score)))
        metric = joined["metric"]
        attributes: dict[str, Value | None] = {
            "type": "Result",
            "label": f"{score.text} {metric.label}" if metric else score.text,
            "value": score.value,
            "text": score.text,
            "unit": score.unit,
            "kind": score.kind,
            "split": score.split,
            "qualifier": score.qualifier,
            "direction": metric.direction if metric else None,
            "own_method": True if score.method == THIS_PAPER else None,
            "baseline_text": score.baseline if "baseline" not in ids else None,
        }
        for name, value in attributes.items():
            if value is not None:
                yield Statement(subject=node, predicate=name, value=value, paper=self._paper)
        found = self._evidence(score.start, score.end, score.rule)
        yield self._relation(self._paper, "reports", node, found)
        for relation, target in ids.items():
            yield self._relation(node, relation, target)  # type: ignore[arg-type]


def _told_by(score: Score) -> tuple[object, ...]:
    """Return what tells two results with the same metric, method, dataset and task apart."""
    number = score.value.normalize(), score.unit, score.qualifier
    return score.kind, *number, score.method, score.split
