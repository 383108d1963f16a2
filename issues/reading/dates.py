"""Dates in running text, resolved against the day they were said."""

from issues.reading.edtf import ImpreciseDate, InvalidDate

__all__ = ["ImpreciseDate", "InvalidDate"]
