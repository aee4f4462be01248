"""The words by which a feed marks its parts, at the beginning of a line or alone on it.

Every pattern is anchored, and no two repetitions in a row can match the same character, so that
each is linear on any line.
"""

from __future__ import annotations

import re

# "Abstract:", "ABSTRACT.", "**Abstract**:", "Abstract—", "[Abstract]", "摘要:", "【摘要】", or the
# word alone on its line. A hyphen needs a space behind it: "abstract-level reasoning" is text.
ABSTRACT = re.compile(
    r"[\s*_#>\[【\ufeff\u200b]*(?:abstract|摘 ?要)[*_ \]】]*"
    r"(?:[:\uff1a.。—–]|- |$|(?<=[\]】]))[*_]*",
    re.IGNORECASE,
)
# "Authors' comments:" as feeds write it, with a straight, curly or missing apostrophe.
AUTHORS_COMMENTS = re.compile(r"\s*authors?['’`]?s?['’`]? comments? ?[:\uff1a]", re.IGNORECASE)
# The short form is told from the text of an abstract only where the layout expects comments.
COMMENTS = re.compile(r"\s*(?:authors?['’`]?s?['’`]? )?comments? ?[:\uff1a]", re.IGNORECASE)

# A name of a translator is short, begins with a capital or an ideograph, and ends the line without
# a full stop; "translated by experts into French." is the wrapped line of an abstract.
TRANSLATED_BY = re.compile(
    r"\s*[Tt]ranslated by:? ([^\sa-z][^\n.,;:!?。\uff0c\uff1b]{0,38}[^\s.,;:!?。\uff0c\uff1b])\s*"
)
