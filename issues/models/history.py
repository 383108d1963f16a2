"""Audit history: every change of an editorial row, by a kept library (django-pghistory).

Triggers in the database write the history, so that bulk and raw writes are kept as well. Who made
the change is in the row's context, which the middleware and `acting_as` set.
"""

from collections.abc import Callable
from typing import Any

import pghistory
from django.db import models


def tracked[M: type[models.Model]](**options: Any) -> Callable[[M], M]:
    """Keep what each row was before every insert, update and delete; for use as a class decorator."""
    return pghistory.track(  # type: ignore[no-any-return]  # the library's decorator is untyped
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )
