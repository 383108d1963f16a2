import pytest
from django.core.cache import cache
from django.db import connection


@pytest.mark.django_db
def test_the_tests_run_on_a_real_postgresql_that_folds_cyrillic() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int >= 150000, lower('ПОСОЛ')")
        assert cursor.fetchone() == (True, "посол")


def test_the_cache_is_a_real_valkey() -> None:
    cache.set("key", "value")
    assert cache.get("key") == "value"
