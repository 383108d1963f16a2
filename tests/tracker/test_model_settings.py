"""The second reader's settings: off by default, and clear about what is missing."""

from decimal import Decimal

import pytest
from django.core.exceptions import ImproperlyConfigured

from tracker.env import Env
from tracker.model_settings import read_model

GIVEN = {"DEMARCHE_MODEL_URL": "http://10.0.0.7:8080/v1/", "DEMARCHE_MODEL_NAME": "stub-1"}


def test_it_is_off_by_default() -> None:
    assert read_model(Env({})) is None


def test_an_address_and_a_name_are_enough() -> None:
    found = read_model(Env(GIVEN))
    assert found is not None
    assert (found.url, found.name, found.key, found.tokens_a_day) == (
        "http://10.0.0.7:8080/v1",
        "stub-1",
        "",
        500_000,
    )


def test_the_key_is_not_shown() -> None:
    found = read_model(Env({**GIVEN, "DEMARCHE_MODEL_KEY": "s3cret", "DEMARCHE_MODEL_PRICE_IN": "2.5"}))
    assert found is not None
    assert (found.key, found.price_in) == ("s3cret", Decimal("2.5"))
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DEMARCHE_MODEL_NAME": ""}, "DEMARCHE_MODEL_NAME"),
        ({"DEMARCHE_MODEL_URL": "ftp://host/v1"}, "https://host/v1"),
        ({"DEMARCHE_MODEL_URL": "https://user:key@host/v1"}, "DEMARCHE_MODEL_KEY"),
        ({"DEMARCHE_MODEL_PRICE_OUT": "cheap"}, "DEMARCHE_MODEL_PRICE_OUT"),
        ({"DEMARCHE_MODEL_PRICE_OUT": "-1"}, "DEMARCHE_MODEL_PRICE_OUT"),
        ({"DEMARCHE_MODEL_TOKENS_A_DAY": "many"}, "DEMARCHE_MODEL_TOKENS_A_DAY"),
    ],
)
def test_what_cannot_be_meant_is_refused(variables: dict[str, str], says: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=says):
        read_model(Env({**GIVEN, **variables}))
