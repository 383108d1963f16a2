"""People who ask for pages."""

import pytest
from django.test import Client

from issues.models import User
from issues.vocabulary import Role
from tests.factories import make_user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="issues.permissions.AccountBackend")
    return client


@pytest.fixture
def editor(db: None) -> User:
    return make_user("anna", first_name="Anna", last_name="Berg")


@pytest.fixture
def editor_client(editor: User) -> Client:
    return signed_in(editor)


@pytest.fixture
def analyst_client(db: None) -> Client:
    return signed_in(make_user("otto", role=Role.ANALYST))
