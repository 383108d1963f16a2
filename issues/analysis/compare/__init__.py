"""Comparing: up to six issues, a category across relationships, or both sides of one issue, on one axis."""
