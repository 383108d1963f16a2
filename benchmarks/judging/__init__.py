"""Fits the reader's judge to labelled documents: `python -m benchmarks.judging FOLDER … [--write]`.

folders (labels, or an editor's word on proposals) → examples → fitting, held back by document → weights
"""
