"""The records that the stages exchange: frozen, validated, the same in Python and in JSON.

All offsets are half-open, in Unicode code points. Unless a field says otherwise they point into
`Paper.abstract`, and `abstract[start:end]` is the text meant.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

EntityType = Literal["Method", "Dataset", "Metric", "Task"]
Level = Literal["named", "common"]
Role = Literal["introduced", "used", "compared", "evaluated", "mentioned"]
ScoreKind = Literal["absolute", "gain", "reduction"]
Status = Literal["accepted", "submitted", "preprint"]
Direction = Literal["higher", "lower"]

THIS_PAPER = "(this paper)"
"""The method of a score that belongs to the paper's own method, where the text gives it no name."""

Number = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
"""A decimal in the program and in RDF, a number in JSON."""


class Record(BaseModel):
    """A frozen record; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """Where a record stands: the file, its first line (from 1), its offsets in the whole file.

    Offsets count the code points of the decoded file, a byte order mark and carriage returns
    included; standard input is the file `-`.
    """

    file: str
    start: int
    end: int
    line: int


class Rejection(Record):
    """A record, or a whole file, that could not be read, and why."""

    file: str
    line: int | None = None
    reason: str
    remedy: str | None = None


class Paper(Record):
    """One abstract with what the feed says about it.

    `abstract` is the text verbatim, line breaks and markup included. `authors` is in the order of
    the feed and may be empty; `authors_complete` is false when the feed says "et al.". If another
    abstract of the run had the id of the feed, `id` is a new one and `given_id` that of the feed.
    """

    id: str
    language: str
    title: str | None = None
    abstract: str
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    venue: str | None = None
    status: Status | None = None
    year: int | None = None
    pages: int | None = None
    figures: int | None = None
    comments: str | None = None
    doi: str | None = None
    urls: tuple[str, ...] = ()
    source: Source
    duplicate_of: str | None = None
    given_id: str | None = None


class Mention(Record):
    """An occurrence of an entity: `text` as written, `name` as its entity is called."""

    type: EntityType
    start: int
    end: int
    text: str
    name: str
    rule: str


class Entity(Record):
    """A method, dataset, metric or task of one abstract; its mentions point to it by type and name.

    `variant_of` names the entity of the same abstract and type that this one is a variant of
    (TitaNet-S of TitaNet); `split_of` the dataset that this one is a split of (COCO of COCO
    test-dev), which need not be an entity of the abstract.
    """

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    level: Level
    role: Role
    variant_of: str | None = None
    split_of: str | None = None


class Score(Record):
    """A reported number and what it measures.

    `metric`, `method`, `dataset` and `task` are entity names of the same abstract, None where the
    text does not say; `method` may be `THIS_PAPER`. `baseline` is an entity name or the text's own
    words. `unit` is "%", "x", "points", a unit such as "ms", or None. `split` is a part of the
    dataset, such as "validation" or "test-clean", as `patterns/words.toml` calls it.
    """

    value: Number
    unit: str | None = None
    kind: ScoreKind
    qualifier: str | None = None
    metric: str | None = None
    method: str | None = None
    dataset: str | None = None
    split: str | None = None
    task: str | None = None
    baseline: str | None = None
    start: int
    end: int
    text: str
    rule: str


class DatasetStat(Record):
    """The size of a dataset, such as 5096 images; `dataset` is None where it has no name."""

    dataset: str | None
    value: Number
    unit: str
    start: int
    end: int
    text: str


class Extraction(Paper):
    """A paper with everything that was found in its abstract.

    `sentences` holds the offsets of each sentence, in order, without gaps in meaning: every
    mention and score lies in exactly one of them.
    """

    sentences: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    scores: tuple[Score, ...] = ()
    dataset_stats: tuple[DatasetStat, ...] = ()


class Evidence(Record):
    """Where a paper says something: the words, the sentence around them, the rule that read them.

    `paper` is the paper's node in the graph; the offsets point into that paper's abstract.
    """

    paper: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    rule: str


NodeType = Literal["Paper", "Person", "Venue", "Method", "Dataset", "Metric", "Task", "Result"]
Relation = Literal[
    "author",  # Paper → Person
    "venue",  # Paper → Venue
    "introduces",  # Paper → Method | Dataset | Metric | Task; so the next four
    "uses",
    "compares",
    "evaluates",
    "mentions",
    "reports",  # Paper → Result
    "method",  # Result → Method; so the next four with their types
    "dataset",
    "metric",
    "task",
    "baseline",  # Result → Method
    "variantOf",  # Method → Method, Dataset → Dataset
    "versionOf",  # Paper → Paper, the later one to the earlier one
]
Value = str | int | bool | Decimal


class Statement(Record):
    """One fact: a node's attribute (`value`) or its relation to another node (`object`).

    Exactly one of `object` and `value` is set. `paper` is the node of the paper that says so.
    Statements are hashable; merging the facts of two papers is the union of two sets.
    """

    subject: str
    predicate: str
    object: str | None = None
    value: Annotated[Value, Field(union_mode="smart")] | None = None
    position: int | None = None
    paper: str
    evidence: tuple[Evidence, ...] = ()
