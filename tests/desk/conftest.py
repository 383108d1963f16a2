"""A document with one suggestion on one issue, and two editors who may decide on it."""

import pytest

from issues.models import Capture, Issue, Link, Statement, User
from issues.vocabulary import ReviewState, Signal
from tests.factories import make_capture, make_issue, make_link, make_statement, make_user

QUOTE = "We will resume the talks before the end of the summer."
TEXT = f"Norport, 26 June. “{QUOTE}” Aldren said. “Nothing   new,” he added. Talks? Talks."


@pytest.fixture
def editor() -> User:
    return make_user("anna", first_name="Anna", last_name="Berg")


@pytest.fixture
def colleague() -> User:
    return make_user("boris", first_name="Boris", last_name="Klem")


@pytest.fixture
def issue() -> Issue:
    return make_issue("Direct flights")


@pytest.fixture
def other_issue() -> Issue:
    return make_issue("Visas", category="visas")


@pytest.fixture
def capture() -> Capture:
    return make_capture(TEXT)


@pytest.fixture
def suggested(capture: Capture, issue: Issue) -> Statement:
    return make_statement(
        QUOTE, capture=capture, state=ReviewState.SUGGESTED, issue=issue, signal=Signal.CONSULTATION
    )


@pytest.fixture
def suggested_link(suggested: Statement) -> Link:
    return suggested.links.get()


@pytest.fixture
def second_link(suggested: Statement, other_issue: Issue) -> Link:
    return make_link(suggested, other_issue, state=ReviewState.SUGGESTED)
