"""Which hosts may be asked: the public internet, and what the settings allow by name.

A source must never be a way into the network that we stand in, so names are resolved here and the
connection is made to the very address that was checked; a name that answers otherwise the second
time (DNS rebinding) gains nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from issues.ingest.errors import RefusedError, UnreachableError
from issues.reading.addresses import DEFAULT_PORTS

type IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Globally routable by the registry, yet doors into the provider's inside.
METADATA_SERVICES = frozenset(
    ipaddress.ip_address(address) for address in ("168.63.129.16", "169.254.169.254", "fd00:ec2::254")
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
TEREDO = ipaddress.ip_network("2001::/32")
IPV4_COMPATIBLE = ipaddress.ip_network("::/96")
MAX_ADDRESSES_TRIED = 4


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the host as named (for Host and TLS), the port, the addresses checked.

    allowed: named in FETCH_ALLOW, so exempt from the rules about inner addresses and from pacing.
    """

    host: str
    port: int
    addresses: tuple[str, ...]
    allowed: bool


def resolve_target(address: str) -> Target:
    """Resolve and check the host of a canonical http(s) address. Raises RefusedError, UnreachableError."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = parts.port or DEFAULT_PORTS[parts.scheme]
    allowed = is_allowed(host, port)
    if not allowed and port < 1024 and port not in DEFAULT_PORTS.values():
        raise RefusedError(f"Port {port} belongs to another service than the web; use 80, 443 or above 1023.")
    found = resolve_host(host, port)
    if not allowed:
        for candidate in found:
            if not is_public(candidate):
                raise RefusedError(
                    f"{host} is at {candidate}, which is not on the public internet; such addresses are "
                    "never fetched, so that no source can reach inside the network. If it is meant, "
                    f"name it in DEMARCHE_FETCH_ALLOW: {spelled(host, port)}."
                )
    return Target(host, port, tuple(str(one) for one in found[:MAX_ADDRESSES_TRIED]), allowed)


def is_allowed(host: str, port: int) -> bool:
    """Whether the settings name this host and port."""
    return spelled(host, port) in settings.FETCH_ALLOW


def spelled(host: str, port: int) -> str:
    """Return a host and port as FETCH_ALLOW names them: an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def resolve_host(host: str, port: int) -> list[IPAddress]:
    """Ask the system's resolver, once, for all addresses of a host; raises UnreachableError."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreachableError(f"There is no host named {host}; check the address.") from None
    found: list[IPAddress] = []
    for family, *_, place in answers:
        if family in (socket.AF_INET, socket.AF_INET6):
            one = ipaddress.ip_address(str(place[0]))
            if one not in found:
                found.append(one)
    if not found:
        raise UnreachableError(f"The host {host} has no address; check the spelling.")
    return found


def is_public(address: IPAddress) -> bool:
    """Whether an address is on the public internet, and leads nowhere else in disguise."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if (
            address.ipv4_mapped is not None
            or address.scope_id is not None
            or any(address in net for net in (SIX_TO_FOUR, TEREDO, NAT64_LOCAL, IPV4_COMPATIBLE))
            or address.is_site_local
        ):
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
        and address not in METADATA_SERVICES
    )
