"""Accounts and their roles."""

import pytest

from issues.desk.accounts import change_password, ensure_account
from issues.permissions import Capability, may
from issues.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_an_account_has_its_role() -> None:
    user = ensure_account(username="eva", role=Role.EDITOR, password="a long password", full_name="Eva Lind")
    assert user.display_name == "Eva Lind"
    assert user.check_password("a long password")
    assert may(user, Capability.REVIEW)
    assert not may(user, Capability.ADMINISTER)
    assert not user.is_staff


def test_again_it_brings_the_account_to_the_role_but_keeps_its_password() -> None:
    user = ensure_account(username="eva", role=Role.EDITOR, password="a long password")
    change_password(user=user, password="another password")
    user = ensure_account(username="eva", role=Role.ADMIN, password="a long password")
    assert user.check_password("another password")
    assert user.is_staff
    assert [group.name for group in user.groups.all()] == ["admin"]
