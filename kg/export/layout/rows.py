"""Pictures in rows, each row centred: a hundred small ones instead of adrift around a large one."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
Picture: TypeAlias = dict[str, Point]

ASPECT = 1.5
"""Width to height of the whole, as of the picture on a laptop's screen."""
MARGIN = 20.0
"""The room left free around each picture."""


def in_rows(pictures: Sequence[Picture]) -> Picture:
    """Set pictures in rows, the tallest first, and centre the whole.

    Of a few widths the one is taken with which everything is seen largest on a screen.

    Args:
        pictures: The places of some nodes each; no node is in two of them.

    Returns:
        The places of all nodes around the middle of everything.
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
    rows: list[list[_Box]] = []
    width = 0.0
    for box in boxes:
        # What is less than half as high as its row would leave most of the room beside it empty.
        if not rows or width + box.width > limit or box.height < rows[-1][0].height / 2:
            rows.append([])
            width = 0.0
        rows[-1].append(box)
        width += box.width
    widths = [sum(box.width for box in row) for row in rows]
    widest = max(widths, default=0.0)
    corners: list[Point] = []
    y = 0.0
    for row, width in zip(rows, widths, strict=True):
        x = (widest - width) / 2
        for box in row:
            corners.append((x, y))
            x += box.width
        y += row[0].height
    return corners, (widest, y)


def _box(picture: Picture) -> _Box:
    """Return a component with its bounds and a margin."""
    xs, ys = zip(*picture.values(), strict=True)
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return _Box(left, top, max(xs) - left + MARGIN, max(ys) - top + MARGIN, picture)


class _Box(NamedTuple):
    """A component that is placed around its own origin."""

    left: float
    top: float
    width: float
    height: float
    picture: Picture
