"""Values as RDF literals in N-Quads syntax, and back."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.errors import InputError
from kg.export.prefixes import term
from kg.export.terms import Datatype

# What canonical N-Quads escapes, and surrogates, which no encoding of Unicode can hold.
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]')
_SHORT = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_ILLEGAL_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f]")


def escape(text: str) -> str:
    r"""Escape text for a literal, as canonical N-Quads does; a lone surrogate becomes U+FFFD.

    Example:
        >>> print(escape('say "5\n"'))
        say \"5\n\"
    """
    return _SPECIAL.sub(_escape_one, text)


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which cannot be encoded, by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def legal_in_xml(text: str) -> str:
    """Replace what XML 1.0 cannot hold, even escaped, by U+FFFD."""
    return _ILLEGAL_IN_XML.sub("\ufffd", text)


def language_tag(text: str) -> str:
    """Return `zh` for text that holds Han characters, else `en`.

    Example:
        >>> language_tag("图像分类"), language_tag("TitaNet")
        ('zh', 'en')
    """
    return "zh" if _HAN.search(text) else "en"


def decimal_form(value: Decimal) -> str:
    """Write a decimal with a point, without exponent and needless zeros, so 100.0 and 0.7.

    That is the canonical form of XML Schema 1.0, chosen over the one of 1.1 (which writes 100)
    because Turtle takes it as a bare number and SPARQL engines read both.

    Raises:
        InputError: The value is not a finite decimal.

    Example:
        >>> decimal_form(Decimal("0.70")), decimal_form(Decimal("1E+2"))
        ('0.7', '100.0')
    """
    if not isinstance(value, Decimal) or not value.is_finite():
        raise InputError(f"{value!r} is no finite Decimal", remedy="give values as Decimal")
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{fraction.rstrip('0') or '0'}"


def literal(value: object, datatype: Datatype) -> str:
    """Write a value as a literal.

    Raises:
        InputError: The value does not fit the datatype.

    Example:
        >>> literal("图像分类", "tagged"), literal("TitaNet", "string")
        ('"图像分类"@zh', '"TitaNet"')
    """
    if datatype == "decimal":
        return f'"{decimal_form(value)}"^^{term("xsd:decimal")}'  # type: ignore[arg-type]
    if datatype == "boolean" and isinstance(value, bool):
        return f'"{str(value).lower()}"^^{term("xsd:boolean")}'
    if datatype == "integer" and isinstance(value, int) and not isinstance(value, bool):
        return f'"{value}"^^{term("xsd:integer")}'
    if datatype in {"integer", "boolean"} or not isinstance(value, str):
        raise InputError(f"{value!r} is no {datatype}", remedy="mend it in the graph")
    quoted = f'"{escape(value)}"'
    if datatype == "tagged":
        return f"{quoted}@{language_tag(value)}"
    return f"{quoted}^^{term('xsd:anyURI')}" if datatype == "anyURI" else quoted


def value_of(text: str, datatype: Datatype) -> str | int | bool | Decimal:
    """Return the value of a literal's text.

    Raises:
        ValueError, KeyError, ArithmeticError: The text does not fit the datatype.

    Example:
        >>> value_of("0.7", "decimal")
        Decimal('0.7')
    """
    if datatype == "decimal":
        return Decimal(text)
    if datatype == "integer":
        return int(text)
    if datatype == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}[text]
    return text


def _escape_one(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"
