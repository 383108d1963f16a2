"""The database and the reader compute the bounds of a date apart; they must agree."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.reading.edtf import InvalidDate, bounds

_POINT = st.from_regex(
    r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]|2[1-4])|-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))?[~?%]?", fullmatch=True
)
_END = _POINT | st.just("..")


@pytest.mark.django_db
@settings(max_examples=150, deadline=None)
@given(_POINT | st.tuples(_END, _END).map("/".join))
def test_the_database_gives_a_date_the_bounds_that_the_reader_gives_it(edtf: str) -> None:
    try:
        expected = bounds(edtf)
    except InvalidDate:  # open at both ends, or in the wrong order
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT edtf_lower(%s), edtf_upper(%s)", [edtf, edtf])
        assert cursor.fetchone() == expected
