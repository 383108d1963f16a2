"""Deadlines: what was promised by when, as a list, as a month, and as a file for a calendar."""
