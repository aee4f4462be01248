"""What the tests of reading share: reading bytes, and texts of our own."""

from __future__ import annotations

import io

from kg.read import read
from kg.records import Paper, Rejection

OWLS = "We count the owls of three forests and find 42.1 of them, more than in any other year."
TREES = "Trees grow slowly. We propose TreeNet, which waits 3 times as long and is 12.5% better."
FOXES = "Foxes are seldom seen. This paper reports how often, and why the cameras miss them."
ZH = "本文提出一种用于森林声音识别的新方法,在公开数据集上准确率达到91.2%,优于已有的基线模型。"


def read_bytes(data: bytes | str) -> list[Paper | Rejection]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read(["-"], stdin=io.BytesIO(raw)))


def papers(data: bytes | str) -> list[Paper]:
    found = read_bytes(data)
    kept = [record for record in found if isinstance(record, Paper)]
    assert len(kept) == len(found), found
    return kept


def rejections(data: bytes | str) -> list[Rejection]:
    return [record for record in read_bytes(data) if isinstance(record, Rejection)]
