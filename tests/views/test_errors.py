"""What people see when a page could not be made."""

import pytest
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.test import Client

from issues.views import board

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("outage", [OperationalError, InterfaceError])
def test_a_database_that_does_not_answer_is_503_and_passes(
    patient: Client, monkeypatch: pytest.MonkeyPatch, outage: type[Exception]
) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise outage("couldn't get a connection after 10.00 sec")

    monkeypatch.setattr(board, "board_page", unreachable)
    answer = patient.get("/")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    body = answer.content.decode()
    assert "The database does not answer" in body
    assert "couldn't get" not in body
    monkeypatch.undo()
    assert patient.get("/").status_code == 200


def test_an_error_of_ours_is_500_and_tells_no_more(patient: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a secret")

    monkeypatch.setattr(board, "board_page", broken)
    answer = patient.get("/")
    assert answer.status_code == 500
    assert "Retry-After" not in answer
    assert "Something broke on our side" in answer.content.decode()
    assert "a secret" not in answer.content.decode()


def test_a_form_with_too_much_in_it_is_told_so(patient: Client) -> None:
    answer = patient.post("/login/", {"username": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    assert answer.status_code == 413
    assert "larger than 10 MB" in answer.content.decode()


def test_what_is_no_request_is_400(patient: Client) -> None:
    answer = patient.get("/", headers={"host": "nobody.example"})
    assert answer.status_code == 400
    assert "could not be understood" in answer.content.decode()
