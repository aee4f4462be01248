"""Discs around a disc: what stands around a node is packed in rings, and takes one disc itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import asin, cos, pi, sin
from typing import NamedTuple

LEAF = 10.0
"""The radius of a node with nothing around it, in the units of the positions."""


class Disc(NamedTuple):
    """A node in the middle and everything around it: `members` are node, x and y from there."""

    radius: float
    members: list[tuple[str, float, float]]


def disc_around(node: str, discs: Sequence[Disc]) -> Disc:
    """Pack discs in rings around a node, the small ones inside.

    Args:
        node: What stands in the middle.
        discs: What stands around it.

    Returns:
        The disc that holds them all; no two of them overlap.

    Example:
        >>> one = disc_around("a", [])
        >>> disc_around("b", [one]).members
        [('b', 0.0, 0.0), ('a', 20.0, 0.0)]
    """
    members = [(node, 0.0, 0.0)]
    outside = LEAF
    for number, (radius, ring) in enumerate(_rings(discs)):
        middle = outside + radius
        step = 2 * pi / len(ring)
        for place, disc in enumerate(ring):
            # Each ring starts a little further round, lest the discs stand in rays.
            angle = step * (place + 0.5 * number)
            x, y = middle * cos(angle), middle * sin(angle)
            members.extend((name, x + dx, y + dy) for name, dx, dy in disc.members)
        outside = middle + radius
    return Disc(outside, members)


def _rings(discs: Sequence[Disc]) -> Iterator[tuple[float, list[Disc]]]:
    """Yield the rings from the inside: the radius of the largest disc of each, and its discs."""
    waiting = sorted(discs, key=lambda disc: disc.radius)
    outside = LEAF
    while waiting:
        ring: list[Disc] = []
        for disc in waiting:
            middle = outside + disc.radius
            if (len(ring) + 1) * 2 * asin(disc.radius / middle) > 2 * pi:
                break
            ring.append(disc)
        waiting = waiting[len(ring) :]
        radius = ring[-1].radius
        yield radius, ring
        outside += 2 * radius
