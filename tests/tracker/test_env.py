import pytest
from django.core.exceptions import ImproperlyConfigured

from tracker.env import Env, read_broker_url, read_database_url


def test_absent_and_empty_variables_give_the_default() -> None:
    env = Env({"EMPTY": " "})
    assert env.text("EMPTY", "x") == "x"
    assert env.flag("EMPTY", default=True) is True
    assert env.number("GONE", 7) == 7
    assert env.names("GONE") == []


@pytest.mark.parametrize(
    ("value", "meaning"), [("true", True), ("Yes", True), ("1", True), ("off", False), ("0", False)]
)
def test_flags_are_read_as_people_write_them(value: str, meaning: bool) -> None:
    assert Env({"FLAG": value}).flag("FLAG", default=not meaning) is meaning


def test_lists_are_written_with_commas() -> None:
    assert Env({"HOSTS": "a.example, b.example,"}).names("HOSTS") == ["a.example", "b.example"]


def test_a_value_that_cannot_be_read_names_its_variable() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"FLAG='maybe'.*true or false"):
        Env({"FLAG": "maybe"}).flag("FLAG", default=True)
    with pytest.raises(ImproperlyConfigured, match="N='many' is not a whole number"):
        Env({"N": "many"}).number("N", 1)
    with pytest.raises(ImproperlyConfigured, match="N=0 is too small: 1 is the least"):
        Env({"N": "0"}).number("N", 1, at_least=1)
    with pytest.raises(ImproperlyConfigured, match="MODE='staging' is unknown: write local or production"):
        Env({"MODE": "staging"}).choice("MODE", ("local", "production"), "local")


def test_all_missing_variables_are_named_at_once() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"(?s)ONE: the first.*THREE: the third") as caught:
        Env({"TWO": "set"}).require({"ONE": "the first", "TWO": "the second", "THREE": "the third"})
    assert "TWO" not in str(caught.value)


def test_a_database_address_is_taken_apart() -> None:
    read = read_database_url("postgresql://us%40er:p%3Aw@db.example:6432/name?sslmode=require")
    assert read["ENGINE"] == "tracker.database"
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        "us@er",
        "p:w",
        "db.example",
        "6432",
        "name",
    )
    assert read["OPTIONS"] == {"sslmode": "require"}


def test_a_database_on_a_socket_is_found() -> None:
    read = read_database_url("postgresql://postgres@/demarche?host=/var/run/folder%20x")
    assert (read["HOST"], read["NAME"], read["OPTIONS"]) == ("/var/run/folder x", "demarche", {})


@pytest.mark.parametrize("url", ["mysql://u@h/name", "postgresql://u@h/", "nonsense", "postgresql://u@h:x/n"])
def test_another_kind_of_address_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as caught:
        read_database_url(url)
    assert "u@h" not in str(caught.value)


def test_a_broker_is_addressed_as_each_side_writes_it() -> None:
    assert read_broker_url("redis://h:6379/2") == ("redis://h:6379/2", "redis://h:6379/2")
    assert read_broker_url("unix:///run/valkey.sock?db=3") == (
        "redis+socket:///run/valkey.sock?virtual_host=3",
        "unix:///run/valkey.sock?db=3",
    )
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL must read"):
        read_broker_url("amqp://h")
