"""Typed readers of environment variables.

Every reader takes the variable's name and what it is when absent. A value that cannot be read, or a
missing one that must be there, raises ImproperlyConfigured with the variable's name and what to do;
an empty value counts as absent, because that is what compose files make of an unset variable.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


class Env:
    """Reads one mapping, os.environ unless told otherwise."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables

    def text(self, name: str, default: str = "") -> str:
        return self._variables.get(name, "").strip() or default

    def flag(self, name: str, default: bool) -> bool:
        value = self.text(name).lower()
        if not value:
            return default
        if value in TRUE:
            return True
        if value in FALSE:
            return False
        raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no: write true or false.")

    def number(self, name: str, default: int, *, at_least: int = 0) -> int:
        value = self.text(name)
        if not value:
            return default
        try:
            number = int(value)
        except ValueError:
            raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.") from None
        if number < at_least:
            raise ImproperlyConfigured(f"{name}={number} is too small: {at_least} is the least.")
        return number

    def names(self, name: str) -> list[str]:
        """A list written with commas: "a.example, b.example"."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.text(name, default)
        if value not in choices:
            raise ImproperlyConfigured(f"{name}={value!r} is unknown: write {' or '.join(choices)}.")
        return value

    def folder(self, name: str, default: Path) -> Path:
        value = self.text(name)
        return Path(value).expanduser().resolve() if value else default

    def require(self, what_for: Mapping[str, str]) -> None:
        """Raises once for all of the absent variables: nobody likes to learn of them one at a time."""
        absent = [f"  {name}: {meaning}" for name, meaning in what_for.items() if not self.text(name)]
        if absent:
            raise ImproperlyConfigured(
                "Production needs these environment variables, and they are not set:\n"
                + "\n".join(absent)
                + "\nSet them (docs/operations.md has an example), or set DEMARCHE_ENV=local to run on "
                "this machine only."
            )


DEPLOYMENT_HINTS = {
    "SECRET_KEY": "50 random characters or more, for example from `openssl rand -base64 48`",
    "ALLOWED_HOSTS": "the host names that this site answers to, with commas between them",
    "DATABASE_URL": "postgresql://user:password@host:5432/name",
    "REDIS_URL": "redis://host:6379/0, a Redis or Valkey for the task queue and the cache",
}


def read_mode(env: Env) -> str:
    """Whether this is "local" or "production"; for production everything in DEPLOYMENT_HINTS has to be set.

    Unless DEMARCHE_ENV says which, it is local only if nothing hints at a deployment.
    """
    hinted = any(env.text(name) for name in DEPLOYMENT_HINTS)
    mode = env.choice("DEMARCHE_ENV", ("local", "production"), "production" if hinted else "local")
    if mode == "production":
        env.require(DEPLOYMENT_HINTS)
    return mode


def read_database_url(url: str) -> dict[str, Any]:
    """Django's connection settings for postgresql://user:password@host:port/name?host=/socket/folder.

    Query parameters go to libpq as they are (sslmode, connect_timeout, …), except `host`, a folder
    with a Unix socket. Raises ImproperlyConfigured for another scheme or a missing database name.
    """
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not name:
        raise ImproperlyConfigured(
            "DATABASE_URL must read postgresql://user:password@host:5432/name "
            f"(it begins with {parts.scheme or 'no scheme'!r}); no other database is supported."
        )
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("DATABASE_URL has a port that is not a number.") from None
    return {
        "ENGINE": "tracker.database",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(port or options.pop("port", "")),
        "OPTIONS": options,
    }


def read_broker_url(url: str) -> tuple[str, str]:
    """The address of Redis or Valkey twice: as Celery writes it and as Django's cache writes it.

    The two differ for Unix sockets: redis+socket:///path?virtual_host=0 and unix:///path?db=0.
    """
    parts = urlsplit(url)
    if parts.scheme in {"redis", "rediss"}:
        return url, url
    if parts.scheme == "unix":
        number = dict(parse_qsl(parts.query)).get("db", "0")
        return f"redis+socket://{parts.path}?virtual_host={number}", f"unix://{parts.path}?db={number}"
    raise ImproperlyConfigured(
        "REDIS_URL must read redis://host:6379/0, rediss://… or unix:///path/to/socket "
        f"(it begins with {parts.scheme or 'no scheme'!r})."
    )
