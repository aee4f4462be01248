"""Which node a name of a paper belongs to, decided by the name and the lexicon alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.link.aliases import Aliases, Named
from kg.link.identifiers import digest, node_id
from kg.link.people import person_id, venue_id
from kg.records import Direction, Entity, EntityType
from kg.rules import LexiconRow, name_key

NO_ALIASES = Aliases()


class Identity(NamedTuple):
    """A node for an entity: its identifier, its label, and why it is this one."""

    node: str
    label: str
    reason: str
    direction: Direction | None = None


class Identities:
    """Finds the node of an entity.

    A name that the lexicon knows, by its name, an alias or its Chinese name, has the node of the
    row; any other name has its own. An acronym leads to a row only if the paper does not expand it
    to something else.

    Args:
        lexicon: The rows of each type.
        aliases: A user's own table, which may forbid what the lexicon says.
    """

    def __init__(
        self,
        lexicon: Mapping[EntityType, Sequence[LexiconRow]],
        aliases: Aliases = NO_ALIASES,
    ) -> None:
        self.aliases = aliases
        self._rows: dict[tuple[EntityType, str], LexiconRow] = {}
        for kind, rows in lexicon.items():
            for row in rows:
                for name in (*row.forms(), *row.zh):
                    self._rows.setdefault((kind, name_key(name)), row)
            for row in rows:  # a row's own name beats another row's alias
                self._rows[kind, name_key(row.name)] = row

    def of(self, entity: Entity) -> Identity:
        """Return the node of an entity.

        Args:
            entity: An entity of an extraction.

        Returns:
            Its identity; the label of an unknown name is the name itself. A split is no node of its
            own: it has the identity of its dataset, and results tell what they are on.
        """
        if entity.split_of is not None:
            return self._named(entity.type, entity.split_of)
        kind, name, english = entity.type, entity.name, _english(entity)
        if english is None or self._row(kind, name) or self.aliases.apart(kind, name, english):
            return self._named(kind, name)
        return self._named(kind, english)._replace(reason="own translation")

    def node(self, kind: Named, name: str) -> str:
        """Return the identifier of the node that a name of a type stands for."""
        if kind == "Person":
            return person_id(name)
        if kind == "Venue":
            return venue_id(name)
        return self._named(kind, name).node

    def _named(self, kind: EntityType, name: str) -> Identity:
        row = self._row(kind, name)
        if row is None:
            node = node_id(kind, name)
            if self.aliases.own_spelling(kind, name):
                node = f"{node}~{digest(name)[:8]}"
            return Identity(node, name, "own name")
        reason = "same name" if name_key(row.name) == name_key(name) else "lexicon alias"
        return Identity(node_id(kind, row.name), row.name, reason, row.direction)

    def known_names(self, entity: Entity) -> tuple[str, ...]:
        """Return the Chinese names that the lexicon gives for an entity, perhaps none."""
        row = self._row(entity.type, entity.name)
        return row.zh if row else ()

    def _row(self, kind: EntityType, name: str) -> LexiconRow | None:
        row = self._rows.get((kind, name_key(name)))
        return None if row and self.aliases.apart(kind, name, row.name) else row


def _english(entity: Entity) -> str | None:
    """Return the English name that a paper gives for its Chinese one; an acronym is none."""
    if entity.name.isascii() or entity.name[0] < "㐀":
        return None
    return next((form for form in entity.aliases if " " in form and form.isascii()), None)
