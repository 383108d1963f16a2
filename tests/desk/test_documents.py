"""What editors decide about a document."""

import pytest

from issues.desk.documents import correct_document
from issues.models import User
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin
from tests.factories import make_document, make_user

pytestmark = pytest.mark.django_db


def test_title_language_and_date_are_corrected() -> None:
    editor: User = make_user()
    document = make_document(title="Untitled", published_on="")
    date = ImpreciseDate.from_edtf("2026-06", words="June", origin=DateOrigin.EDITOR)
    row = correct_document(
        document=document, editor=editor, title=" A talk ", language="ru", published_on=date
    )
    assert (row.title, row.language, row.published_on) == ("A talk", "ru", "2026-06")
    assert (row.published_on_words, row.published_on_origin) == ("June", "editor")
    unknown = correct_document(
        document=document, editor=editor, title="A talk", language="", published_on=None
    )
    assert (unknown.published_on, unknown.published_on_origin, unknown.published_on_lower) == ("", "", None)
