"""A small generated archive, made once: what it holds, and that the checks would see what is wrong in it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Count, Q
from django.test import Client

from issues.analysis.as_of import as_recorded_before
from issues.generator.archive import ArchiveNotEmptyError, Made, generate_archive
from issues.generator.cast import PREFIX
from issues.generator.check import broken_rules, rules
from issues.generator.plan import Plan
from issues.models import (
    Appearance,
    Capture,
    Document,
    Issue,
    Link,
    Pledge,
    Statement,
    StatusChange,
    Tenure,
)
from issues.models.documents import capture_storage
from issues.vocabulary import PledgeOutcome, ReviewState
from tests.factories import make_statement, make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
PLAN = Plan.of(statements=3_000, largest=400, seed=3, today=TODAY)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Made]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield generate_archive(PLAN)
        transaction.set_rollback(True)


def test_there_is_as_much_as_was_asked_for(made: Made) -> None:
    states = dict(Statement.objects.order_by().values_list("state").annotate(n=Count("*")))
    assert sum(states.values()) == 3_000 == made.rows["statements"]
    assert states[ReviewState.SUGGESTED] == PLAN.suggested
    assert states[ReviewState.REJECTED] == PLAN.rejected
    assert made.rows_a_second > 0


def test_the_largest_issue_is_exactly_so_large(made: Made) -> None:
    counting = Q(links__state=ReviewState.ACCEPTED, links__withdrawn_at__isnull=True)
    counts = dict(Issue.objects.annotate(n=Count("links", filter=counting)).values_list("slug", "n"))
    assert len(counts) == PLAN.issues
    assert counts.pop(f"{PREFIX}issue-1") == 400
    assert max(counts.values()) < 400


def test_every_quote_stands_where_it_says(made: Made) -> None:
    for appearance in Appearance.objects.select_related("capture", "statement").order_by("?")[:200]:
        text = appearance.capture.text
        assert text[appearance.start : appearance.end] == appearance.quote == appearance.statement.quote


def test_the_bytes_are_archived(made: Made) -> None:
    capture = Capture.objects.order_by("?")[0]
    with capture_storage().open(str(capture.raw)) as file:
        assert file.read().decode() == capture.text


def test_words_are_said_in_two_languages_by_officials_and_institutions(made: Made) -> None:
    languages = dict(Statement.objects.order_by().values_list("language").annotate(n=Count("*")))
    assert languages["en"] > languages["ru"] > 500
    assert 300 < Statement.objects.filter(official__isnull=True).count() < 1_500
    with_tenure = Tenure.objects.filter(
        Q(started_on__isnull=True) | Q(started_on__lte="2020-01-01"),
        Q(ended_on__isnull=True) | Q(ended_on__gte="2020-01-01"),
    )
    assert with_tenure.values("office").distinct().count() == with_tenure.count() == 26 * 7


def test_some_documents_were_edited_and_some_reprinted(made: Made) -> None:
    assert Capture.objects.filter(number=2).exists()
    assert (
        Statement.objects.annotate(n=Count("appearances__capture__document", distinct=True))
        .filter(n=2)
        .exists()
    )
    assert Document.objects.filter(published_on="").count() == 0


def test_pledges_end_in_every_way(made: Made) -> None:
    outcomes = set(Pledge.objects.values_list("outcome", flat=True))
    assert outcomes >= {PledgeOutcome.OPEN, PledgeOutcome.MET, PledgeOutcome.MISSED}
    assert Pledge.objects.filter(outcome_statement__isnull=False).exists()


def test_statuses_rest_on_what_was_said_by_then(made: Made) -> None:
    assert StatusChange.objects.filter(perspective__isnull=False).exists()
    for change in StatusChange.objects.prefetch_related("evidence__statement"):
        for evidence in change.evidence.all():
            assert evidence.statement.recorded_at <= change.recorded_at


def test_nothing_is_of_the_future(made: Made) -> None:
    assert not Statement.objects.filter(stated_on_lower__gte=TODAY).exists()
    assert not Statement.objects.filter(accepted_at__date__gt=TODAY).exists()


def test_a_year_ago_is_the_archive_of_then(made: Made) -> None:
    """Everybody and every matter, what had been said and decided by then, what still waited for review."""
    moment = datetime(2025, 11, 24, tzinfo=UTC)
    pages = ("/board/", f"/issues/{PREFIX}issue-1/", "/officials/", "/search/?q=talks")
    later = Statement.objects.filter(recorded_at__gte=moment).values_list("pk", flat=True)
    assert len(later) > 100
    with as_recorded_before(moment):
        assert Issue.objects.select_related("category", "relationship__first").count() == PLAN.issues
        assert Tenure.objects.filter(official__party__kind="demo").count() == 26 * 7 * 2
        assert not Statement.objects.filter(pk__in=list(later)).exists()
        then = Statement.objects.filter(state=ReviewState.ACCEPTED)
        assert then.filter(accepted_at__lt=moment).count() == then.count() > 2_000
        assert Appearance.objects.filter(statement__in=then).values("statement").distinct().count() == (
            then.count()
        )
        assert Statement.objects.filter(state=ReviewState.SUGGESTED).exists()
        assert Pledge.objects.filter(outcome=PledgeOutcome.OPEN, due_on_upper__lt=moment).exists()
    client = Client()
    client.force_login(make_user("reader"))
    for page in pages:
        joint = "&" if "?" in page else "?"
        assert client.get(f"{page}{joint}as_of=2025-11-23").status_code == 200, page


def test_indexes_keys_and_triggers_are_in_force_again(made: Made) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'issues_statement'::regclass AND tgenabled = 'D'"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename IN ('issues_statement', 'issues_link')"
        )
        names = {name for (name,) in cursor.fetchall()}
    assert {"statement_search", "statement_by_day", "link_of_issue_by_day", "link_live_unique"} <= names
    row = Appearance.objects.all()[0]
    with transaction.atomic(), pytest.raises(IntegrityError, match="does not stand"):
        Appearance.objects.filter(pk=row.pk).update(start=row.start + 1)


def test_new_rows_get_new_numbers(made: Made) -> None:
    last = Statement.objects.order_by("-pk").values_list("pk", flat=True)[0]
    with transaction.atomic():
        assert make_statement().pk > last
        transaction.set_rollback(True)


SPOILED = {
    "a quote stands in its capture": "UPDATE issues_appearance SET start = start + 1 WHERE id = {appearance}",
    "an appearance has its statement's words": "UPDATE issues_appearance SET quote = 'No' "
    "WHERE id = {appearance}",
    "a statement stands somewhere": "DELETE FROM issues_appearance WHERE statement_id = {statement}",
    "a link has its statement's day and voices": "UPDATE issues_link SET is_joint = NOT is_joint "
    "WHERE id = {link}",
    "a statement has its speaker's names": "UPDATE issues_statement SET speaker_names = 'No' "
    "WHERE id = {statement}",
    "a capture has its document's title, language and period": "UPDATE issues_capture "
    "SET search_title = 'No' WHERE id = (SELECT min(id) FROM issues_capture)",
    "evidence is accepted, on the issue of its status": "UPDATE issues_evidence SET statement_id = "
    "(SELECT min(id) FROM issues_statement WHERE state = 'suggested') "
    "WHERE id = (SELECT min(id) FROM issues_evidence)",
    "a status rests on evidence": "DELETE FROM issues_evidence "
    "WHERE status_change_id = (SELECT min(id) FROM issues_statuschange)",
    "a claim is of one of the pair": "UPDATE issues_statuschange SET perspective_id = 'XZ' "
    "WHERE id = (SELECT min(id) FROM issues_statuschange)",
    "the history ends with the statement as it is": "UPDATE issues_statement SET state = 'rejected' "
    "WHERE id = {statement}",
    "the history ends with the link as it is": "UPDATE issues_link SET signal = 'lapsed' WHERE id = {link}",
    "the history ends with the appearance as it is": "UPDATE issues_appearance SET start = start + 1 "
    "WHERE id = {appearance}",
    "the history ends with the pledge as it is": "DELETE FROM issues_pledgeevent",
    "the history ends with the statuschange as it is": "UPDATE issues_statuschange SET phase = 'lapsed' "
    "WHERE id = (SELECT min(id) FROM issues_statuschange)",
    "the history ends with the evidence as it is": "DELETE FROM issues_evidenceevent",
    "a statement was otherwise until it was decided": "UPDATE issues_statement SET known_from = NULL "
    "WHERE id = {statement}",
    "a link was otherwise until it was decided": "UPDATE issues_link SET known_from = now() "
    "WHERE id = {link}",
    "a pledge was otherwise until it was decided": "DELETE FROM past.issues_pledge",
    "a statuschange was otherwise until it was decided": "DELETE FROM past.issues_statuschange",
}  # fmt: skip


@pytest.mark.parametrize("rule", rules())
def test_each_check_sees_what_breaks_its_rule(made: Made, rule: str) -> None:
    assert broken_rules() == {}
    link = Link.objects.filter(state=ReviewState.ACCEPTED).order_by("pk")[0]
    row = Appearance.objects.filter(statement=link.statement).order_by("pk")[0]
    numbers = {"appearance": row.pk, "statement": link.statement_id, "link": link.pk}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("appearance", "statement", "link", "capture", "evidence", "statuschange"):
            cursor.execute(f"ALTER TABLE issues_{table} DISABLE TRIGGER USER")
        cursor.execute(SPOILED[rule].format(**numbers))
        assert broken_rules()[rule] >= 1
        transaction.set_rollback(True)


def test_an_archive_that_is_there_is_left_alone(made: Made) -> None:
    with pytest.raises(ArchiveNotEmptyError, match="generated archive here"):
        generate_archive(PLAN, beside=True)
