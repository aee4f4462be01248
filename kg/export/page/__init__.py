"""What the page of a graph holds: plain data, packed so that no text of a paper can become markup.

`columns` has every node and edge, which the page needs at once; `texts` has the abstracts and the
evidence in blocks of papers, each of which the page unpacks when it is first read; `boards` has the
leaderboards. `packing` makes one string of each.
"""

from kg.export.page.boards import generate_boards
from kg.export.page.columns import Numbers, columns
from kg.export.page.packing import pack
from kg.export.page.texts import generate_texts

__all__ = ["Numbers", "columns", "generate_boards", "generate_texts", "pack"]
