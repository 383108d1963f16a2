"""The database and the reader compute the bounds of a date apart; they must agree."""

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from issues.models import Document
from issues.reading.edtf import InvalidDate, bounds
from tests.factories import make_document

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


# Digits, hyphens and qualifiers in the order of dates, but any numbers: many are none.
_NEARLY = st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?", fullmatch=True)
_ANY_END = _NEARLY | st.sampled_from(
    ["..", "", "2026", "2026-02-29", "2024-02-29", "0000", "9999-24", "2026-00"]
)


def _reads(edtf: str) -> bool:
    try:
        bounds(edtf)
    except InvalidDate:
        return False
    return True


@pytest.mark.django_db
@settings(max_examples=200, deadline=None)
@given(_ANY_END | st.tuples(_ANY_END, _ANY_END).map("/".join) | st.text("0129-/.~?\n ", max_size=12))
def test_the_database_takes_just_the_dates_that_the_reader_takes(edtf: str) -> None:
    """And refuses the others by a check, which has a sentence for people, not by an error in computing."""
    document = Document.objects.first() or make_document()
    try:
        with transaction.atomic():
            Document.objects.filter(pk=document.pk).update(published_on=edtf, published_on_origin="editor")
        taken = True
    except IntegrityError as error:
        assert "document_published_on" in str(error)  # noqa: PT017 - which of the checks spoke
        taken = False
    assert taken == _reads(edtf)


@pytest.mark.django_db
@pytest.mark.parametrize("edtf", ["yesterday", "2026-02-31", "2026-13", "0000", "a/b/c", "", "..", "9999-24"])
def test_what_is_no_date_has_no_bounds(edtf: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT edtf_lower(%s), edtf_upper(%s)", [edtf, edtf])
        assert cursor.fetchone() == (None, None)
