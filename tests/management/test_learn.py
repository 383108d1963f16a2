"""`manage.py learn`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from issues.models import SuggesterVersion
from tests.factories import make_suggester_version
from tests.ingest.desk import review_a_desk

pytestmark = pytest.mark.django_db


def test_it_trains_and_shows_what_it_is_worth() -> None:
    review_a_desk(range(20))
    out = StringIO()
    call_command("learn", stdout=out)
    assert "in use, 80 reviews" in out.getvalue()
    assert "Signal: rules 66.7 %, learned 100.0 % of 60 held back (20 mended, 0 spoiled)" in out.getvalue()


def test_it_only_shows() -> None:
    make_suggester_version(reviews=7)
    out = StringIO()
    call_command("learn", "--show", stdout=out)
    assert "in store, 7 reviews" in out.getvalue()
    assert SuggesterVersion.objects.count() == 1


def test_a_training_that_another_does_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issues.management.commands.learn.train_suggester", lambda **_: None)
    with pytest.raises(CommandError):
        call_command("learn", stdout=StringIO())
