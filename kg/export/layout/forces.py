"""Discs that attract and repel each other: links and radii in, a place for each disc out.

After Fruchterman and Reingold ("Graph drawing by force-directed placement", 1991): every disc
repels every other, links attract. Beyond `EXACT` discs the repulsion comes from the cells of a grid
instead of from single ones. At the end no two discs overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SPACING = 14.0
"""The distance that two linked discs of no size would take, in the units of the positions."""
REPULSION = 0.12
"""How strongly discs repel; found by looking at graphs of 300 to 3,000 nodes."""
EXACT = 400
"""Up to so many discs the repulsion is computed for every pair."""
GRID = 24
"""The grid has at most so many cells a side: 576 cells keep a step on 3,000 discs near 10 ms."""
GRAVITY = (0.015, 0.032)
"""The pull to the middle by distance, sideways and upright: screens are wider than high."""
STEPS = 160
"""Steps of the simulation; the picture has settled before, twice as many change little."""


def simulate(pairs: Sequence[tuple[int, int]], radii: Sequence[float]) -> list[tuple[float, float]]:
    """Let discs repel one another and links attract, and cool down.

    Args:
        pairs: The linked discs, by their numbers from 0; each pair once.
        radii: The radius of every disc.

    Returns:
        The centre of every disc; the picture is wider than high.

    Example:
        >>> from math import dist
        >>> one, other = simulate([(0, 1)], [10.0, 10.0])
        >>> 19 < dist(one, other) < 60
        True
    """
    room = np.array(radii)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    points = _separate(_simulate(ends, room), room)
    wide, high = points.max(axis=0) - points.min(axis=0)
    if high > wide:  # screens are wider than high
        points = points[:, ::-1]
    return [(x, y) for x, y in points.tolist()]


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
        force -= points * GRAVITY
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
