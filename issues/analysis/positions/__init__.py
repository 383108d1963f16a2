"""Positions and formulas: how a voice's words on an issue change, and which never do."""
