"""A generated archive: as many invented statements as one likes, to see what an archive of that size costs.

Nothing in it was ever said. The same seed, sizes and day make the same archive.
"""
