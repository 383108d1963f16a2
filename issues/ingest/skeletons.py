"""Same words, same skeleton: the letters and digits of a quote, computed as the database does."""

import hashlib
import zlib
from collections.abc import Iterable

from django.db import connection

from issues.models.sql import TYPESETTING

_TYPESETTING = str.maketrans("", "", TYPESETTING)
LOCK_CLASS = 0x736B656C
LOCKS = 1024


def bare_words(quote: str) -> str:
    """Return a quote without white space, quotation marks, dashes and stops."""
    return quote.translate(_TYPESETTING)


def skeleton(quote: str) -> str:
    """Return what the SQL function quote_skeleton returns, and the column Statement.skeleton holds."""
    return hashlib.md5(bare_words(quote).encode(), usedforsecurity=False).hexdigest()


def lock_skeletons(skeletons: Iterable[str]) -> None:
    """Let nobody else record these words until the transaction ends.

    Two agencies that reprint one interview are read by two workers at the same moment, and neither
    sees what the other has not committed. Locks are shared among words (their number is bounded)
    and taken in order (so that nobody waits in a circle).
    """
    keys = sorted({zlib.crc32(one.encode()) % LOCKS for one in skeletons})
    with connection.cursor() as cursor:
        for key in keys:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_CLASS, key])
