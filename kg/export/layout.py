"""A place for every node: a graph's nodes and edges in, whole-number positions out.

Three steps, each for its own reason:

1. A node with a single neighbour is a leaf and is set in a ring around that neighbour. In a graph
   of papers most nodes are leaves (an author of one paper), so what is left is small.
2. What is left of each connected component is placed by forces (Fruchterman and Reingold, "Graph
   drawing by force-directed placement", 1991): every node repels every other, edges attract.
   Beyond `EXACT` nodes the repulsion comes from the cells of a grid instead of from single nodes.
3. The components are packed side by side, the largest first, so that a hundred small ones stand in
   rows instead of drifting around the large one.

The same input gives the same positions: nothing is drawn at random, and the simulation keeps to
operations that IEEE 754 rounds exactly, in a fixed order. 3,000 nodes take some two seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Point = tuple[float, float]

SPACING = 60.0
"""The distance that two connected nodes of no size would take, in the units of the positions."""
LEAF_SPACING = 34.0
"""The room of one leaf on its ring, and the distance from one ring to the next."""
REPULSION = 0.25
"""How strongly nodes repel; found by looking at graphs of 300 to 3,000 nodes."""
EXACT = 400
"""Up to so many nodes the repulsion is computed for every pair."""
GRID = 24
"""The grid has at most so many cells a side: 576 cells keep a step on 3,000 nodes near 10 ms."""
STEPS = 160
"""Steps of the simulation; the picture has settled before, twice as many change little."""
ASPECT = 1.6
"""Width to height of the whole picture, as of a laptop's screen."""


def place(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Place every node.

    Args:
        nodes: The keys, each once; their order decides ties.
        edges: Pairs of keys; loops, repetitions and direction do not matter.

    Returns:
        The position of each node, in the order of `nodes`.

    Example:
        >>> place(["a"], [])
        {'a': (0, 0)}
    """
    neighbours = _neighbours(nodes, edges)
    pictures = [_place_component(part, neighbours) for part in _components(neighbours)]
    packed = _pack(pictures)
    return {node: (round(packed[node][0]), round(packed[node][1])) for node in nodes}


def _neighbours(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]]
) -> dict[str, dict[str, None]]:
    """Return the neighbours of each node, as dicts: sets that keep their order."""
    neighbours: dict[str, dict[str, None]] = {node: {} for node in nodes}
    for one, other in edges:
        if one != other:
            neighbours[one][other] = None
            neighbours[other][one] = None
    return neighbours


def _components(neighbours: Mapping[str, Mapping[str, None]]) -> list[list[str]]:
    """Return the connected components, each in the order in which its nodes are reached."""
    seen: set[str] = set()
    components = []
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for node in component:  # grows while it is read: a breadth-first walk
            fresh = [near for near in neighbours[node] if near not in seen]
            seen.update(fresh)
            component.extend(fresh)
        components.append(component)
    return components


def _place_component(
    component: list[str], neighbours: Mapping[str, Mapping[str, None]]
) -> dict[str, Point]:
    """Place one component around its own origin."""
    core = [node for node in component if len(neighbours[node]) > 1] or component[:1]
    index = {node: number for number, node in enumerate(core)}
    leaves = {node: [near for near in neighbours[node] if near not in index] for node in core}
    room = np.array([_ring_radius(len(leaves[node])) for node in core])
    pairs = [
        (index[node], index[near])
        for node in core
        for near in neighbours[node]
        if near in index and index[node] < index[near]
    ]
    points = _separate(_simulate(np.array(pairs, dtype=np.int64).reshape(-1, 2), room), room)
    wide, high = points.max(axis=0) - points.min(axis=0)
    if high > wide:  # screens are wider than high
        points = points[:, ::-1]
    placed: dict[str, Point] = {}
    for node, (x, y) in zip(core, points.tolist(), strict=True):
        placed[node] = (x, y)
        for leaf, (dx, dy) in zip(leaves[node], _ring(len(leaves[node])), strict=True):
            placed[leaf] = (x + dx, y + dy)
    return placed


def _rings(leaves: int) -> list[int]:
    """Return how many leaves stand on each ring, from the inside: 6, 12, 18 …, then the rest."""
    rings: list[int] = []
    while leaves > 0:
        here = min(leaves, 6 * (len(rings) + 1))
        rings.append(here)
        leaves -= here
    return rings


def _ring(leaves: int) -> list[Point]:
    """Return where the leaves of a node stand, as seen from it."""
    points = []
    for number, here in enumerate(_rings(leaves), start=1):
        radius = LEAF_SPACING * (number + 0.5)
        for place_on_ring in range(here):
            # Each ring starts a little further round, lest the leaves stand in rays.
            angle = 2 * pi * (place_on_ring + 0.5 * number) / here
            points.append((radius * cos(angle), radius * sin(angle)))
    return points


def _ring_radius(leaves: int) -> float:
    """Return the radius of the disc that a node and its leaves fill."""
    return LEAF_SPACING * (0.5 + len(_rings(leaves)) + (0.5 if leaves else 0))


def _simulate(pairs: Ints, room: Floats) -> Floats:
    """Let nodes of the given radius repel one another and edges attract, and cool down."""
    count = len(room)
    points = _start(count, room)
    if count < 2:
        return points
    reach = SPACING + room
    mass = reach * reach * REPULSION
    degree = np.bincount(pairs.ravel(), minlength=count).astype(np.float64)
    # An edge to a hub pulls less: a metric that every paper names says little about where one is.
    pull = 1.0 / np.sqrt(np.maximum(degree[pairs[:, 0]], degree[pairs[:, 1]]))
    heat = sqrt(float(np.bincount(np.zeros(count, dtype=np.int64), mass)[0])) / 8
    for step in range(STEPS):
        force = _repulsion(points, mass) + _attraction(points, pairs, pull, reach)
        force -= points * 0.02
        length = np.sqrt(force[:, 0] * force[:, 0] + force[:, 1] * force[:, 1]) + 1e-9
        limit = heat * (1 - step / STEPS) ** 2 + 0.5
        points = points + force * (np.minimum(length, limit) / length)[:, None]
    return points


def _start(count: int, room: Floats) -> Floats:
    """Spread the nodes evenly over a square (Roberts' R2 sequence: no sine, no random number)."""
    side = sqrt(count) * (SPACING + float(room.max()))
    steps = np.arange(1, count + 1, dtype=np.float64)
    x = steps * 0.7548776662466927 % 1.0 - 0.5
    y = steps * 0.5698402909980532 % 1.0 - 0.5
    return np.stack([x, y], axis=1) * side


def _repulsion(points: Floats, mass: Floats) -> Floats:
    """Return the force on each node from all others, as the inverse of the distance."""
    centres, weights = _sources(points, mass)
    total = np.zeros_like(points)
    # One source after the other would be slow and one matrix product would depend on the machine:
    # rows are added up along the first axis, which numpy does in order.
    for low in range(0, len(centres), 128):
        dx = points[None, :, 0] - centres[low : low + 128, 0, None]
        dy = points[None, :, 1] - centres[low : low + 128, 1, None]
        scale = weights[low : low + 128, None] / (dx * dx + dy * dy + 1.0)
        total[:, 0] += (dx * scale).sum(axis=0)
        total[:, 1] += (dy * scale).sum(axis=0)
    return total


def _sources(points: Floats, mass: Floats) -> tuple[Floats, Floats]:
    """Return what repels: the nodes themselves, or the centres of the cells that hold any."""
    if len(points) <= EXACT:
        return points, mass
    low = points.min(axis=0)
    size = float((points.max(axis=0) - low).max()) / GRID + 1e-9
    cells = ((points - low) / size).astype(np.int64)
    cell = cells[:, 0] * (GRID + 1) + cells[:, 1]
    weight = np.bincount(cell, mass).astype(np.float64)
    used = weight > 0
    x = np.bincount(cell, mass * points[:, 0])[used] / weight[used]
    y = np.bincount(cell, mass * points[:, 1])[used] / weight[used]
    return np.stack([x, y], axis=1), weight[used]


def _attraction(points: Floats, pairs: Ints, pull: Floats, reach: Floats) -> Floats:
    """Return the force on each node from its edges, as the square of the distance."""
    ends, starts = pairs[:, 1], pairs[:, 0]
    delta = points[ends] - points[starts]
    length = np.sqrt(delta[:, 0] * delta[:, 0] + delta[:, 1] * delta[:, 1])
    delta = delta * (pull * length / (reach[starts] + reach[ends]))[:, None]
    total = np.zeros_like(points)
    for axis in (0, 1):
        total[:, axis] += np.bincount(starts, delta[:, axis], minlength=len(points))
        total[:, axis] -= np.bincount(ends, delta[:, axis], minlength=len(points))
    return total


def _separate(points: Floats, room: Floats) -> Floats:
    """Push overlapping discs apart, in a few sweeps over the pairs that touch."""
    for _ in range(40):
        ones, others = _touching(points, room)
        if not len(ones):
            break
        delta = points[others] - points[ones]
        length = np.sqrt(delta[:, 0] * delta[:, 0] + delta[:, 1] * delta[:, 1]) + 1e-9
        overlap = room[ones] + room[others] - length
        # Nodes in exactly one place have no direction: the earlier one goes left.
        delta[length < 1e-6] = (1e-9, 0.0)
        move = delta * (0.5 * overlap / length)[:, None]
        points = points.copy()
        for axis in (0, 1):
            points[:, axis] -= np.bincount(ones, move[:, axis], minlength=len(points))
            points[:, axis] += np.bincount(others, move[:, axis], minlength=len(points))
    return points


def _touching(points: Floats, room: Floats) -> tuple[Ints, Ints]:
    """Return the pairs of discs that overlap, found along the order of their left edges."""
    order = np.argsort(points[:, 0] - room, kind="stable")
    left, right = (points[:, 0] - room)[order], (points[:, 0] + room)[order]
    last = np.searchsorted(left, right)
    counts = np.maximum(last - np.arange(1, len(order) + 1), 0)
    ones = np.repeat(np.arange(len(order)), counts)
    skipped = np.repeat(np.cumsum(counts) - counts, counts)
    others = ones + 1 + np.arange(len(ones)) - skipped
    one, other = order[ones], order[others]
    delta = points[other] - points[one]
    reach = room[one] + room[other]
    near = delta[:, 0] * delta[:, 0] + delta[:, 1] * delta[:, 1] < reach * reach * 0.998
    return one[near], other[near]


def _pack(pictures: list[dict[str, Point]]) -> dict[str, Point]:
    """Set the components in rows, the tallest first, and centre the whole.

    Of a few widths the one is taken with which everything is seen largest on a screen.
    """
    boxes = sorted((_box(picture) for picture in pictures), key=lambda box: -box.height)
    widest = max((box.width for box in boxes), default=0.0)
    ideal = sqrt(sum(box.width * box.height for box in boxes) * ASPECT)
    arranged = [_rows(boxes, max(widest, ideal * factor)) for factor in (0.8, 1.0, 1.2, 1.5)]
    corners, (width, height) = min(arranged, key=lambda one: max(one[1][0] / ASPECT, one[1][1]))
    return {
        node: (px - box.left + x - width / 2, py - box.top + y - height / 2)
        for box, (x, y) in zip(boxes, corners, strict=True)
        for node, (px, py) in box.picture.items()
    }


def _rows(boxes: list[_Box], limit: float) -> tuple[list[Point], Point]:
    """Return where boxes stand in rows of a greatest width, and how much room that takes."""
    corners: list[Point] = []
    x = y = row = width = 0.0
    for box in boxes:
        if x and x + box.width > limit:
            x, y, row = 0.0, y + row, 0.0
        corners.append((x, y))
        x, row = x + box.width, max(row, box.height)
        width = max(width, x)
    return corners, (width, y + row)


def _box(picture: dict[str, Point]) -> _Box:
    """Return a component with its bounds and a margin."""
    xs, ys = zip(*picture.values(), strict=True)
    left, top = min(xs) - SPACING, min(ys) - SPACING
    return _Box(left, top, max(xs) - left + SPACING, max(ys) - top + SPACING, picture)


class _Box(NamedTuple):
    """A component that is placed around its own origin."""

    left: float
    top: float
    width: float
    height: float
    picture: dict[str, Point]
