"""Names that an abstract shortens once it has named them in full."""

from __future__ import annotations

import re

from kg.extract.candidates import Name

WORDS = re.compile(r"[\s-]+")


def fold_short_forms(names: list[Name]) -> None:
    """Make the shorter forms of tasks, in Chinese of techniques too, aliases of the longer ones.

    Args:
        names: The names of an abstract; what is folded into another is taken out.
    """
    _fold_inner(names)
    _fold_endings(names)


def _fold_inner(names: list[Name]) -> None:
    """Make a task that leaves inner words out an alias of the task that has them.

    "long-tailed recognition" is "long-tailed image recognition": same first word, same last word,
    the words between left out.
    """
    tasks = [name for name in names if name.type == "Task"]
    for short in tasks:
        inner = WORDS.split(short.name.lower())
        for long in tasks:
            whole = WORDS.split(long.name.lower())
            if (
                1 < len(inner) < len(whole)
                and (inner[0], inner[-1]) == (whole[0], whole[-1])
                and set(inner) <= set(whole)
                and short in names
            ):
                _fold(short, long, names)
                break


def _fold_endings(names: list[Name]) -> None:
    """Make a task an alias of the only longer task that ends so: 实体识别 of 中文实体识别.

    In English only where no lexicon knows the shorter one: "vessel segmentation" is no task of its
    own beside "retinal vessel segmentation"; "object detection" is, beside "3D object detection".
    """
    tasks = [name for name in names if name.type == "Task" or _is_class_in_chinese(name)]
    for short in sorted(tasks, key=lambda name: len(name.name)):
        if short.name.isascii() and short.row is not None:
            continue
        ending = short.name.lower() if short.name[-1] >= "㐀" else f" {short.name.lower()}"
        longer = [
            one
            for one in tasks
            if one.type == short.type and one is not short and one.name.lower().endswith(ending)
        ]
        if len(longer) == 1 and short in names:
            _fold(short, longer[0], names)


def _is_class_in_chinese(name: Name) -> bool:
    """Tell whether a name is that of a class of methods: 大模型, said of 生成式大模型."""
    return name.type == "Method" and name.level == "common" and name.name[-1] >= "㐀"


def _fold(short: Name, long: Name, names: list[Name]) -> None:
    long.aliases += [short.name, *short.aliases]
    long.spans += short.spans
    long.roles |= short.roles
    names.remove(short)
