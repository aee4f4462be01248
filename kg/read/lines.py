"""The lines of a decoded text, each with its offset; every layout starts from these."""

from __future__ import annotations

from dataclasses import dataclass

# Characters without width that editors and web pages leave at the ends of a text: byte order
# mark, zero-width space and joiners, word joiner. `str.strip` does not know them.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end: `text` stands at `start` in the file."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind the line's last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """True where there is nothing to see on the line."""
        return not self.text or not visible(self.text)


def split_lines(text: str) -> list[Line]:
    r"""Cut a text at its line feeds; a carriage return before one belongs to the line end.

    `str.splitlines` would also cut at form feeds and at U+2028, which stand inside sentences.

    Example:
        >>> [(line.start, line.text) for line in split_lines("one\r\ntwo\n")]
        [(0, 'one'), (5, 'two'), (9, '')]
    """
    lines = []
    start = 0
    for piece in text.split("\n"):
        lines.append(Line(start, piece.removesuffix("\r")))
        start += len(piece) + 1
    return lines


def visible(text: str) -> str:
    r"""Give the text without white space and invisible characters at its ends.

    Example:
        >>> visible("\ufeff We study graphs.\u200b\n")
        'We study graphs.'
    """
    start, end = trim(text, 0, len(text))
    return text[start:end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow the span until it begins and ends with something to see.

    Returns:
        Start and end; equal where the span holds nothing to see.
    """
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end
