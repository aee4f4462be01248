"""Extractions made by hand, so that what comes behind extraction is tested without it.

The texts are our own words about real papers: TitaNet (Koluguri, Park, Ginsburg, 2021) and
ECAPA-TDNN (Desplanques, Thienpondt, Demuynck, 2020).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from kg.records import Entity, EntityType, Extraction, Level, Mention, Role, Score, Source

TITANET = (
    "TitaNet turns speech of any length into one vector. On VoxCeleb1 its equal error rate (EER) "
    "is 0.68%. For speaker diarization the DER of TitaNet is 1.73% on AMI-MixHeadset and 1.11% on "
    "CH109."
)
ECAPA = "ECAPA-TDNN weighs the channels of a time delay network. Its EER on VoxCeleb1 is 0.87%."
SENTENCE = re.compile(r"\S.*?[.。](?=\s|$|[㐀-鿿])|\S.*$", re.DOTALL)


def entity(
    kind: EntityType,
    name: str,
    *aliases: str,
    role: Role = "used",
    level: Level = "named",
    variant_of: str | None = None,
    split_of: str | None = None,
) -> Entity:
    return Entity(
        type=kind,
        name=name,
        aliases=aliases,
        level=level,
        role=role,
        variant_of=variant_of,
        split_of=split_of,
    )


def score(abstract: str, text: str, **fields: Any) -> Score:
    start = abstract.index(text)
    number = re.match(r"[\d.]+", text)
    assert number
    fields.setdefault("unit", "%" if text.endswith("%") else None)
    return Score(
        value=Decimal(number[0]),
        kind=fields.pop("kind", "absolute"),
        start=start,
        end=start + len(text),
        text=text,
        rule="score.absolute",
        **fields,
    )


def extraction(
    abstract: str,
    *entities: Entity,
    scores: tuple[Score, ...] = (),
    id: str = "p1",  # noqa: A002 the field's name
    **fields: Any,
) -> Extraction:
    """Make an extraction; every place where an entity's name or alias stands is a mention."""
    mentions = [
        Mention(
            type=one.type,
            start=found.start(),
            end=found.end(),
            text=found[0],
            name=one.name,
            rule=f"{one.type.lower()}.lexicon",
        )
        for one in entities
        for name in (one.name, *one.aliases)
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w-])", abstract)
    ]
    fields.setdefault("source", Source(file="feed.txt", start=0, end=len(abstract), line=1))
    return Extraction(
        id=id,
        language="en",
        abstract=abstract,
        sentences=tuple(found.span() for found in SENTENCE.finditer(abstract)),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
        entities=entities,
        scores=scores,
        **fields,
    )


def titanet(**fields: Any) -> Extraction:
    return extraction(
        TITANET,
        entity("Method", "TitaNet", role="introduced"),
        entity("Dataset", "VoxCeleb1", role="evaluated"),
        entity("Dataset", "AMI-MixHeadset", role="evaluated"),
        entity("Dataset", "CH109", role="evaluated"),
        entity("Metric", "equal error rate", "EER", role="evaluated"),
        entity("Metric", "DER", role="evaluated"),
        entity("Task", "speaker diarization", role="evaluated"),
        scores=(
            score(
                TITANET, "0.68%", metric="equal error rate", method="TitaNet", dataset="VoxCeleb1"
            ),
            score(
                TITANET,
                "1.73%",
                metric="DER",
                method="TitaNet",
                dataset="AMI-MixHeadset",
                task="speaker diarization",
            ),
            score(TITANET, "1.11%", metric="DER", method="(this paper)", dataset="CH109"),
        ),
        **{
            "id": "2110.04410",
            "authors": ("Nithin Rao Koluguri", "Taejin Park", "Boris Ginsburg"),
            "venue": "ICASSP 2022",
            "status": "accepted",
            "year": 2022,
            "urls": ("https://arxiv.org/abs/2110.04410",),
            **fields,
        },
    )


def ecapa(**fields: Any) -> Extraction:
    return extraction(
        ECAPA,
        entity("Method", "ECAPA-TDNN", role="introduced"),
        entity("Dataset", "VoxCeleb1", role="evaluated"),
        entity("Metric", "EER", role="evaluated"),
        scores=(score(ECAPA, "0.87%", metric="EER", method="ECAPA-TDNN", dataset="VoxCeleb1"),),
        **{"id": "2005.07143", "authors": ("Brecht Desplanques",), "year": 2020, **fields},
    )
