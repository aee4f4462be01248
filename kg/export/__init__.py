"""The graph of `kg.assemble` in the formats that other programs read, one module a format.

Every module has `generate_x`, which yields text, and `write_x`, which makes the file. The same
graph gives the same bytes, whatever the order its nodes and edges were added in.

| file              | module            | streams                     | read back by            |
|-------------------|-------------------|-----------------------------|-------------------------|
| `graph.nq`        | `nquads`          | paper by paper              | `read_rdf`, all of it   |
| `graph.ttl`       | `turtle`          | paper by paper              | `read_rdf`, no evidence |
| `graph.jsonld`    | `jsonld`          | paper by paper              | `read_rdf`, all of it   |
| `graph.json`      | `nodelink`        | node by node, edge by edge  | `nodelink`, all of it   |
| `graph.graphml`   | `graphml`         | node by node, edge by edge  | `networkx.read_graphml` |
| `graph.html`      | `html`, `page`    | its texts, block by block   |                         |
| `links.tsv`       | `linkstable`      | row by row                  |                         |
| `void.ttl`        | `void`            | the counts do               |                         |
| `leaderboard.csv` | `leaderboard_csv` | row by row                  |                         |

`rdf` gives any syntax of RDF on demand (`syntax`), from the graph (`dataset`) or from a build
(`stored`), with the terms of other knowledge graphs if wanted (`profiles`).

What a node type, an attribute or a relation is called in RDF stands in `terms`, and only there.
"""
