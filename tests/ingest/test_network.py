"""No source reaches inside: hostile addresses, names that resolve to them, and what is let through."""

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from issues.ingest.errors import FetchError, RefusedError, UnreachableError
from issues.ingest.fetch import PAGES, fetch
from issues.ingest.network import is_public, resolve_target
from tests.loopback import Answer, serve

HOSTILE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://0.0.0.0:8000/",
    "http://localhost/",
    "http://LOCALHOST:8000/",
    "http://localhost./",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/v2/credentials",
    "http://168.63.129.16/",
    "http://192.0.0.192/opc/v1/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[ff02::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a00:1::1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::1]/",
    "http://[2001:db8::1]/",
    "ftp://news.example/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "dict://127.0.0.1:11211/",
    "javascript:alert(1)",
    "//127.0.0.1/",
    "http://user:pass@news.example/",
    "http://news.example@127.0.0.1/",
    "http://127.0.0.1:25/",
    "http://",
    "",
]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """A resolver of the test's own: names to addresses; what it does not know goes to the real one."""
    known: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in known:
            return real(host, port, *args, **kwargs)
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port, 0, 0) if ":" in address else (address, port),
            )
            for address in known[host]
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return known


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(address, accept=PAGES, timeout=2)
    assert isinstance(caught.value, RefusedError)
    assert str(caught.value).endswith(".") or "DEMARCHE_FETCH_ALLOW" in str(caught.value)


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["::1"],
        ["93.184.216.34", "127.0.0.1"],
        ["169.254.169.254"],
        ["::ffff:10.0.0.1"],
    ],
)
def test_names_that_lead_inside_are_refused(names: dict[str, list[str]], addresses: list[str]) -> None:
    names["inner.example"] = addresses
    with pytest.raises(RefusedError, match=r"not on the public internet.*inner\.example:80"):
        fetch("http://inner.example/", accept=PAGES)


def test_a_name_that_changes_its_mind_gains_nothing(
    names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the connection is made to the address that was checked, without a second look."""
    asked: list[str] = []

    def changing(host: str, port: int) -> list[Any]:
        asked.append(host)
        return [ipaddress.ip_address("93.184.216.34" if len(asked) == 1 else "127.0.0.1")]

    reached: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("issues.ingest.network.resolve_host", changing)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    with pytest.raises(UnreachableError):
        fetch("http://rebinding.example/", accept=PAGES)
    assert asked == ["rebinding.example"]
    assert reached == [("93.184.216.34", 80)]


def test_every_redirect_is_checked(names: dict[str, list[str]], settings: Settings) -> None:
    with serve() as site, serve({"/": Answer(b"secret")}) as inner:
        settings.FETCH_ALLOW = [site.host]
        names["inner.example"] = ["127.0.0.1"]
        for place in (inner.address, f"http://inner.example:{inner.port}", f"http://localhost:{inner.port}"):
            site.routes["/a"] = Answer(status=307, headers={"Location": f"{place}/"})
            with pytest.raises(RefusedError):
                fetch(f"{site.address}/a", accept=PAGES)
        assert inner.asked == []


def test_only_the_named_host_and_port_are_allowed(settings: Settings) -> None:
    settings.FETCH_ALLOW = ["127.0.0.1:8099", "[::1]:8099"]
    assert resolve_target("http://127.0.0.1:8099/").allowed
    assert resolve_target("http://[::1]:8099/").allowed
    for other in ("http://127.0.0.1:8098/", "http://127.0.0.1/", "http://localhost:8099/"):
        with pytest.raises(RefusedError):
            resolve_target(other)


def test_a_refusal_names_what_to_allow_as_it_is_to_be_written(settings: Settings) -> None:
    for address, name in (("http://[::1]:8099/", "[::1]:8099"), ("http://127.0.0.1:8099/", "127.0.0.1:8099")):
        settings.FETCH_ALLOW = []
        with pytest.raises(RefusedError) as refused:
            resolve_target(address)
        assert str(refused.value).endswith(f"DEMARCHE_FETCH_ALLOW: {name}.")
        settings.FETCH_ALLOW = [name]
        assert resolve_target(address).allowed


def test_the_public_internet_is_reachable_by_rule(names: dict[str, list[str]]) -> None:
    names["news.example"] = ["93.184.216.34", "2606:2800:220:1::1"]
    target = resolve_target("https://news.example/a")
    assert (target.host, target.port, target.allowed) == ("news.example", 443, False)
    assert target.addresses == ("93.184.216.34", "2606:2800:220:1::1")
    assert is_public(ipaddress.ip_address("64:ff9b::5db8:d822"))  # how IPv6-only networks see IPv4


def test_ports_of_other_services_are_refused(names: dict[str, list[str]]) -> None:
    names["news.example"] = ["93.184.216.34"]
    for port in (22, 25, 111):
        with pytest.raises(RefusedError, match="another service"):
            resolve_target(f"http://news.example:{port}/")
    assert resolve_target("http://news.example:8080/").port == 8080


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_hides_in_ipv6(address: ipaddress.IPv4Address) -> None:
    inside = int(address)
    assert is_public(ipaddress.IPv6Address((0x64FF9B << 96) | inside)) == is_public(address)
    for disguise in (inside, (0xFFFF << 32) | inside, (0x2002 << 112) | (inside << 80) | 1):
        assert not is_public(ipaddress.IPv6Address(disguise))
