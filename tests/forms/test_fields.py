"""Dates as editors type them, and what forms do with refusals."""

from datetime import date

import pytest
from django import forms

from issues.desk.errors import DeskError
from issues.forms.fields import DeskForm, ImpreciseDateField, issue_choices, party_choices, read_date
from issues.reading.edtf import ImpreciseDate
from issues.vocabulary import DateOrigin
from tests.factories import make_issue, make_party


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        ("2026-06-26", "2026-06-26", ""),
        ("2026~", "2026~", ""),
        ("2026-06-26/2026-08-31", "2026-06-26/2026-08-31", ""),
        ("../2026-08-31", "../2026-08-31", ""),
        ("26 June 2026", "2026-06-26", "26 June 2026"),
        ("26 июня 2026 года", "2026-06-26", "26 июня 2026 года"),
        ("June 2026", "2026-06", "June 2026"),
        ("June 2026 or July 2027", "2026-06/2027-07", "June 2026 or July 2027"),
    ],
)
def test_a_date_is_edtf_or_words(typed: str, edtf: str, words: str) -> None:
    read = read_date(typed, anchor=None)
    assert (read.edtf, read.words, read.origin) == (edtf, words, DateOrigin.EDITOR)


def test_words_that_count_from_a_day_need_that_day() -> None:
    assert read_date("yesterday", anchor=date(2026, 6, 26)).edtf == "2026-06-25"
    with pytest.raises(forms.ValidationError):
        read_date("yesterday", anchor=None)


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "2026/2025", "26.6", "June 2026, July 2027"])
def test_what_is_no_date_says_what_would_be(typed: str) -> None:
    with pytest.raises(forms.ValidationError, match="Or give it in words"):
        read_date(typed, anchor=None)


def test_a_date_typed_again_keeps_its_words_and_origin() -> None:
    held = ImpreciseDate.from_edtf("2026-06", words="in June", origin=DateOrigin.TEXT)
    field = ImpreciseDateField(required=False)
    field.held = held
    assert field.prepare_value(held) == "2026-06"
    assert field.clean(" 2026-06 ") is held
    assert field.clean("2026-07").origin == DateOrigin.EDITOR
    assert field.clean("") is None


class Small(DeskForm):
    name = forms.CharField()
    other = forms.CharField()


def test_a_refusal_stands_at_its_field_which_gets_the_focus() -> None:
    form = Small({"name": "a", "other": "b"})
    assert form.is_valid()
    form.refuse(DeskError("Not this one.", field="other"))
    form.refuse(DeskError("Not at all.", field="no such field"))
    form.focus_first_error()
    assert form.errors["other"] == ["Not this one."]
    assert form.non_field_errors() == ["Not at all."]
    assert "autofocus" in str(form["other"])
    assert "autofocus" not in str(form["name"])
    assert 'aria-describedby="id_other_error"' in str(form["other"])


@pytest.mark.django_db
def test_followed_parties_come_first_and_issues_by_relationship() -> None:
    issue = make_issue("Direct flights")
    make_party("XA", "Aland")
    _, followed, others = party_choices()
    assert followed == ("In a relationship", [("XN", "Party XN"), ("XV", "Party XV")])
    assert others == ("Others", [("XA", "Aland")])
    none, group = issue_choices()
    assert none == ("", "No issue")
    assert group == ("Party XN and Party XV", [(str(issue.pk), "Direct flights")])
