"""Units of scores, and which metric can have a value in which."""

from __future__ import annotations

from kg.extract.scores.parallel import Place
from kg.records import ScoreKind

COST_UNITS = frozenset(
    (
        *("parameters", "FLOPs", "MACs", "FPS", "QPS", "tokens", "tokens/s", "kbps", "Hz"),
        *("GB", "MB", "ms", "s", "min", "h", "J", "kg CO2"),
    )
)
SIZES = frozenset({"parameters", "FLOPs", "MACs"})
# Last words of measures of what is spent, not of quality, if nobody knows the measure.
SPENT = frozenset(
    (
        *("time", "times", "cost", "costs", "size", "sizes", "length", "memory", "usage"),
        *("overhead", "consumption", "footprint", "latency", "delay", "speed", "frequency"),
    )
)
RESOURCES = frozenset({"parameters", "GB", "MB"})  # a model's own size, measured on no data


def is_of_size(metric: Place | None) -> bool:
    """Tell whether a metric is a model's own size or its operations, which no data tell."""
    return metric is not None and metric.unit in SIZES | RESOURCES


def is_unknown_cost(metric: Place) -> bool:
    """Tell whether nobody knows a metric but as something that is spent: "query cost"."""
    return metric.name.row is None and metric.name.name.split()[-1].lower() in SPENT


def may_have(metric: Place, unit: str | None, kind: ScoreKind) -> bool:
    """Tell whether a metric can have a value with a unit; one that nobody knows can."""
    own = metric.unit
    if unit in COST_UNITS and own in {"%", "points"}:
        return False
    if unit == "points" and own in COST_UNITS:
        return False
    if kind != "absolute" or own in {None, "%", "points", "x"}:
        return True
    # A PSNR may stand without its dB, but a bare 89.8 is no number of parameters.
    return unit not in {"%", "points"} and not (unit is None and own in COST_UNITS)
