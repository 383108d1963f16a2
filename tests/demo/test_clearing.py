"""Clearing takes the whole demonstration away, its history and its bytes, and nothing else."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import TestCase
from pghistory.models import Event

from issues.demo.clearing import clear_newsroom
from issues.demo.newsroom import open_newsroom
from issues.demo.review import review_newsroom
from issues.models import Capture, Category, Evidence, Issue, Party, User
from issues.vocabulary import SourceKind
from tests.demo.press import SITE, read_press
from tests.factories import (
    make_document,
    make_issue,
    make_relationship,
    make_source,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def rows_of_the_project() -> dict[str, int]:
    """How many rows each table of the project holds, histories included, save groups and contexts."""
    models = [model for model in apps.get_app_config("issues").get_models() if model is not Category]
    return {model.__name__: model._default_manager.count() for model in models}


def demonstrate() -> None:
    """Open and review; then fire what would fire at the commits that a test does not make."""
    open_newsroom(site_url=SITE, today=TODAY)
    read_press(TODAY)
    review_newsroom()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_after_clearing_the_database_is_as_before() -> None:
    before = rows_of_the_project()
    demonstrate()
    assert any(model._default_manager.exists() for model in apps.get_models() if issubclass(model, Event)), (
        "the history was kept"
    )
    cleared = clear_newsroom()
    assert cleared.documents > 20
    assert cleared.statements > 40
    assert rows_of_the_project() == before


class TestDemonstrated(TestCase):
    """Clearing an open and reviewed demonstration, which is made once for all of these."""

    @classmethod
    def setUpTestData(cls) -> None:
        demonstrate()

    def test_the_archived_bytes_go_unless_another_capture_has_them(self) -> None:
        gone, kept = Capture.objects.all()[:2]
        storage = gone.raw.storage
        assert storage.exists(str(gone.raw.name))
        other = make_document(source=make_source(kind=SourceKind.PASTE))
        Capture.objects.create(
            document=other,
            number=1,
            sha256=kept.sha256,
            size=kept.size,
            media_type=kept.media_type,
            raw=kept.raw.name,
            text=kept.text,
            text_sha256=kept.text_sha256,
        )
        with self.captureOnCommitCallbacks(execute=True):
            clear_newsroom()
        assert not storage.exists(str(gone.raw.name))
        assert storage.exists(str(kept.raw.name))

    def test_other_work_stays(self) -> None:
        editor = make_user()
        issue = make_issue("Fishing", relationship=make_relationship("NO", "IS"))
        statement = make_statement("We will fish.", party="NO", issue=issue, editor=editor)
        clear_newsroom()
        statement.refresh_from_db()
        assert Issue.objects.get() == issue
        assert set(Party.objects.values_list("code", flat=True)) == {"NO", "IS"}
        assert User.objects.filter(pk=editor.pk).exists()

    def test_a_demo_account_that_did_other_work_is_switched_off(self) -> None:
        editor = User.objects.get(username="demo-editor")
        make_statement("We will fish.", party="NO", editor=editor)
        clear_newsroom()
        off = User.objects.get(pk=editor.pk)
        assert not off.is_active
        assert not off.has_usable_password()
        assert not User.objects.filter(username="demo-analyst").exists()
        accounts = open_newsroom(site_url=SITE, today=TODAY).accounts
        on = User.objects.get(pk=editor.pk)
        assert on.is_active
        assert on.check_password(accounts["demo-editor"])

    def test_outside_of_clearing_the_guards_stand(self) -> None:
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            Evidence.objects.all()[:1].get().delete()


def test_clearing_nothing_is_harmless_and_a_new_one_opens_after(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "--clear")
    assert "0 documents, 0 statements" in capsys.readouterr().out
    open_newsroom(site_url=SITE, today=TODAY)
    clear_newsroom()
    assert open_newsroom(site_url=SITE, today=date(2027, 3, 1)).today == date(2027, 3, 1)
