"""Questions to a graph: leaderboards, evidence, neighbourhoods, and SPARQL over its exports.

`leaderboard`, `evidence`, `neighbours` and `names` read the `networkx.MultiDiGraph` that
`kg.assemble` describes; `sparql` reads files of RDF, after `guard` has looked at the query;
`library` has the queries that come with the program.
"""
