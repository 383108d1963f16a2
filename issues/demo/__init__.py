"""The demonstration newsroom: two invented states, their press, and what fills a new installation.

`content/` holds the words, `site` serves them over HTTP, `newsroom` opens, reviews and clears the
demonstration through the same functions that people and the pipeline use.
"""
