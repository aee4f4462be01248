"""Extraction: the only place that imports spaCy. A paper in, an extraction out."""

from kg.extract.candidates import Rejected
from kg.extract.examples import check_examples
from kg.extract.extractor import Extractor

__all__ = ["Extractor", "Rejected", "check_examples"]
