"""Statements into one graph: a `networkx.MultiDiGraph` that every export and query works on.

Nodes are keyed by an identifier such as `method/titanet`: lower-case type, slash, a name that is
already safe in an IRI; the IRI of a node is the base IRI followed by its key. Attributes that are
not known are absent, never None. Lists are sorted and hold no value twice.

| node    | attributes (besides `type: str` and `label: str`, which every node has)               |
|---------|----------------------------------------------------------------------------------------|
| Paper   | `id`, `abstract`, `language`, `authors_complete: bool`, `sources: list[str]`           |
|         | (`file:start-end`), `urls: list[str]`, `duplicates: list[str]` (the ids of other       |
|         | records with the same abstract), and if known `title`, `status`, `year: int`,          |
|         | `pages: int`, `figures: int`, `comments`, `doi`                                        |
| Person  | `aliases: list[str]`                                                                   |
| Venue   | `aliases: list[str]`                                                                   |
| Method, Dataset, Metric, Task | `aliases: list[str]`, `level` (named, common), `support: int`    |
|         | (in how many papers); a metric also `direction` (higher, lower) if known               |
| Result  | `value: Decimal`, `text`, `kind`, and if known `unit`, `split` (of its dataset),       |
|         | `qualifier`, `baseline_text`, `direction` (that of its metric), `own_method: True`     |
|         | (the text says that the number is the paper's own method's, without a name for it)     |

The label of a paper is its title, or the first words of its abstract; that of a result is its
text with its metric.

Edges are keyed by their relation (`kg.records.Relation` lists them with what they join), so two
nodes have at most one edge of a relation. Every edge has `relation: str` (the same as its key).
`author` edges have `position: int`, from 1. The edges for roles (introduces … mentions), `reports`
and `variantOf` have `evidence`: a sorted list of dicts with the fields of `kg.records.Evidence`:
`paper` (a node key), `start`, `end`, `sentence_start`, `sentence_end` (offsets into that paper's
`abstract`) and `rule`. A paper has one role edge to an entity, for the strongest role it has there;
its evidence is every mention.

`graph.graph` holds `base` (the base IRI), `ruleset` (the digest of the rules that made it) and
`version` (of this program).
"""

from kg.assemble.assembly import Assembly, assemble
from kg.assemble.union import union

__all__ = ["Assembly", "assemble", "union"]
