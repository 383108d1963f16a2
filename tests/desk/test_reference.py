import time
from dataclasses import replace
from datetime import date
from io import StringIO

import pghistory
import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from issues import reference
from issues.desk.reference import load_reference_data
from issues.models import Category, Issue, Office, Official, Party, Relationship, Tenure
from issues.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_everything_is_there_once_and_soon() -> None:
    began = time.perf_counter()
    first = load_reference_data()
    took = time.perf_counter() - began
    assert took < 5  # a bound against row-by-row saving; about half a second as a rule
    assert not first.is_unchanged
    assert Party.objects.count() == len(reference.parties())
    assert Category.objects.count() == len(reference.categories())
    assert Official.objects.count() == len(reference.officials())
    assert Office.objects.count() == len(reference.offices())
    assert Tenure.objects.count() == len(reference.tenures())
    assert Relationship.objects.get(slug="ru-us").codes == ("RU", "US")
    assert Issue.objects.filter(relationship__slug="ru-us").count() == len(reference.issues())
    assert set(Group.objects.values_list("name", flat=True)) >= {role.value for role in Role}
    second = load_reference_data()
    assert second.is_unchanged
    assert all(not table.kept for table in second.counts.values())


def test_a_second_load_asks_little(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    load_reference_data()
    with django_assert_max_num_queries(24):
        load_reference_data()


def test_data_that_changed_is_updated(monkeypatch: pytest.MonkeyPatch) -> None:
    load_reference_data()
    parties = list(reference.parties())
    parties[0] = replace(parties[0], name_ru="Иначе")
    officials = list(reference.officials())
    officials[0] = replace(officials[0], aliases=("Another Spelling",))
    monkeypatch.setattr(reference, "parties", lambda: tuple(parties))
    monkeypatch.setattr(reference, "officials", lambda: tuple(officials))
    counts = load_reference_data().counts
    assert (counts["parties"].updated, counts["officials"].updated) == (1, 1)
    assert Party.objects.get(code=parties[0].code).name_ru == "Иначе"
    assert Official.objects.get(slug=officials[0].slug).aliases == ["Another Spelling"]
    assert load_reference_data().is_unchanged


def test_what_people_edited_is_kept() -> None:
    load_reference_data()
    Party.objects.filter(code="US").update(name="Die Vereinigten Staaten")
    renamed = Issue.objects.get(slug="ru-us-visas")
    moved = Office.objects.order_by("pk").first()
    assert moved is not None
    # Outside tests each would be a transaction of its own, and so not the loader's.
    with pghistory.context(user=1):
        Issue.objects.filter(pk=renamed.pk).update(title="Visas and entry", slug="ru-us-entry")
        Office.objects.filter(pk=moved.pk).update(title="Another title")
    counts = load_reference_data().counts
    assert counts["issues"].kept == counts["offices"].kept == counts["parties"].kept == 1
    assert Party.objects.get(code="US").name == "Die Vereinigten Staaten"
    renamed.refresh_from_db()
    assert (renamed.title, renamed.slug) == ("Visas and entry", "ru-us-entry")
    assert not Issue.objects.filter(slug="ru-us-visas").exists()
    assert Office.objects.count() == len(reference.offices())
    assert Tenure.objects.count() == len(reference.tenures())


def test_what_people_removed_stays_away() -> None:
    load_reference_data()
    Issue.objects.filter(slug="ru-us-visas").delete()
    load_reference_data()
    assert not Issue.objects.filter(slug="ru-us-visas").exists()


def test_rows_that_people_made_are_theirs() -> None:
    party = Party.objects.create(code="RU", name="Россия", forms={})
    mine = Official.objects.create(slug=reference.officials()[0].slug, name="Mine", party=party)
    load_reference_data()
    mine.refresh_from_db()
    party.refresh_from_db()
    assert (mine.name, party.name) == ("Mine", "Россия")
    Party.objects.create(code="XV", kind="demo", name="Vesperia")
    load_reference_data()
    assert Party.objects.filter(code="XV", name="Vesperia").exists()


def test_a_corrected_tenure_replaces_the_wrong_one(monkeypatch: pytest.MonkeyPatch) -> None:
    load_reference_data()
    tenures = list(reference.tenures())
    wrong = next(one for one in tenures if one.started_on)
    assert wrong.started_on
    earlier = date(wrong.started_on.year, wrong.started_on.month, 1)
    if earlier == wrong.started_on:
        earlier = date(wrong.started_on.year, wrong.started_on.month, 2)
    tenures[tenures.index(wrong)] = replace(wrong, started_on=earlier)
    monkeypatch.setattr(reference, "tenures", lambda: tuple(tenures))
    counts = load_reference_data().counts["tenures"]
    assert (counts.added, counts.removed) == (1, 1)
    assert Tenure.objects.count() == len(tenures)


def test_the_command_says_what_it_did() -> None:
    said = StringIO()
    call_command("load_reference", stdout=said)
    assert "officials: " in said.getvalue()
    assert "added" in said.getvalue()
    said = StringIO()
    call_command("load_reference", stdout=said)
    assert said.getvalue().strip() == "Reference data is up to date."
