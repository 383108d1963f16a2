"""A link carries whose statement it is, and whether others speak in it, whoever writes either."""

import pytest

from issues.models import Link, Statement
from tests.factories import make_issue, make_party, make_statement

pytestmark = pytest.mark.django_db


def held(statement: Statement) -> tuple[str | None, bool]:
    link = Link.objects.get(statement=statement)
    return link.party_id, link.is_joint


def test_a_link_takes_the_party_of_its_statement() -> None:
    assert held(make_statement("One.", issue=make_issue(), party="XV")) == ("XV", False)


def test_correcting_the_party_moves_the_link() -> None:
    statement = make_statement("One.", issue=make_issue(), party="XV")
    statement.party = make_party("XN")
    statement.save()
    assert held(statement) == ("XN", False)


def test_a_joint_text_is_joint_until_the_last_other_voice_is_taken_out() -> None:
    statement = make_statement("One.", issue=make_issue(), party="XV")
    statement.joint_parties.set([make_party("XN"), make_party("XO")])
    assert held(statement) == ("XV", True)
    statement.joint_parties.remove(make_party("XN"))
    assert held(statement) == ("XV", True)
    statement.joint_parties.clear()
    assert held(statement) == ("XV", False)


def test_a_bulk_write_cannot_set_another_party() -> None:
    statement = make_statement("One.", issue=make_issue(), party="XV")
    make_party("XN")
    Link.objects.filter(statement=statement).update(party="XN", is_joint=True)
    assert held(statement) == ("XV", False)
