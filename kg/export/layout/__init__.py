"""A place for every node of a graph: the same graph, the same whole-number positions.

Three steps, each in a module of its own:

1. `anchors` tells who stands around whom. The most supported concepts are the skeleton; a paper
   stands around the most particular concept that it is about, and its results, its people and the
   concepts that nobody else knows stand around the paper. `discs` packs them there, so that
   everything around a node takes the room of one disc.
2. `forces` places the discs of the skeleton: concepts that papers name together attract each other.
3. `rows` packs what hangs together with nothing else beside that, in rows.

Nothing is drawn at random, and the simulation keeps to operations that IEEE 754 rounds exactly, in
a fixed order. 20,000 nodes take some three seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.layout.anchors import Anchors, find_anchors
from kg.export.layout.discs import Disc, disc_around
from kg.export.layout.forces import simulate
from kg.export.layout.rows import in_rows

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[int, int]


def place(graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """Place every node.

    Args:
        graph: A graph as `kg.assemble` describes it.

    Returns:
        The position of each node, in the order of their keys; y grows downwards.

    Example:
        >>> import networkx as nx
        >>> graph = nx.MultiDiGraph()
        >>> graph.add_node("person/li-wei", type="Person", label="Li Wei")
        >>> place(graph)
        {'person/li-wei': (0, 0)}
    """
    anchors = find_anchors(graph)
    discs = {root: _disc(root, anchors) for root in anchors.roots}
    pictures = []
    for component in _components(anchors):
        index = {root: number for number, root in enumerate(component)}
        pairs = [
            (index[one], index[other]) for one in component for other in anchors.links[one]
            if index[one] < index[other]
        ]  # fmt: skip
        centres = simulate(pairs, [discs[root].radius for root in component])
        pictures.append(
            {
                node: (x + dx, y + dy)
                for root, (x, y) in zip(component, centres, strict=True)
                for node, dx, dy in discs[root].members
            }
        )
    placed = in_rows(pictures)
    return {node: (round(placed[node][0]), round(placed[node][1])) for node in sorted(graph)}


def _disc(root: str, anchors: Anchors) -> Disc:
    """Return the disc of a node and of everything that stands around it."""
    return disc_around(root, [_disc(node, anchors) for node in anchors.around.get(root, ())])


def _components(anchors: Anchors) -> list[list[str]]:
    """Return the connected parts of the skeleton, each in the order in which it is reached."""
    seen: set[str] = set()
    components = []
    for start in anchors.roots:
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for node in component:  # grows while it is read: a breadth-first walk
            fresh = [near for near in anchors.links[node] if near not in seen]
            seen.update(fresh)
            component.extend(fresh)
        components.append(component)
    return components
