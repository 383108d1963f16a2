"""One spelling for one web address, so that the same publication is found once.

Follows the syntax-based normalisation of RFC 3986, section 6.2.2; and drops what only counts visitors.
"""

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2000
# Parameters that say where a reader came from, never what the page is.
_TRACKING = re.compile(
    r"utm_\w+|(fb|g|y|ys|ms|tw|dcl|wbra|gbra)cl(id|src)|ysclid|mc_[ce]id|igshid|_openstat|ref_src|cmpid|at_medium"
    r"|at_campaign|mkt_tok|_hsenc|_hsmi|oly_(anon|enc)_id|vero_id|wt_mc|xtor|rss_id",
    re.IGNORECASE,
)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_HOST_LABELS = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_HOST_IPV6 = re.compile(r"[0-9a-f:.]+")


class InvalidAddress(ValueError):  # noqa: N818 - says what is wrong, as a reader would
    """Not an address of the web; the message says what is wrong with it."""


def canonical_address(address: str) -> str:
    """Return the one spelling of an http(s) address; applying it again changes nothing.

    Scheme and host in lower case, the host in punycode, no default port, no fragment, no tracking
    parameters, no dot segments; escapes only where they are needed. Raises InvalidAddress.
    """
    address = re.sub(r"[\t\r\n]", "", address.strip())
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise InvalidAddress("This is not a web address: its host or port cannot be read.") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.netloc:
        raise InvalidAddress("A web address begins with http:// or https:// and a host name.")
    if parts.username is not None or parts.password is not None:
        raise InvalidAddress("An address must not carry a user name or a password.")
    host = canonical_host(parts.hostname or "")
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != DEFAULT_PORTS[scheme]:
        netloc = f"{netloc}:{port}"
    path = _without_dot_segments(_escaped(parts.path, "/:@!$&'()*+,;=")) or "/"
    found = urlunsplit(SplitResult(scheme, netloc, path, _without_tracking(parts.query), ""))
    if len(found) > MAX_LENGTH:
        raise InvalidAddress(f"The address is longer than {MAX_LENGTH} characters.")
    return found


def canonical_host(host: str) -> str:
    """Return a host name in lower case and punycode, without the closing dot; raises InvalidAddress."""
    host = host.lower()
    if ":" in host:
        if not _HOST_IPV6.fullmatch(host):
            raise InvalidAddress("The host of the address is no IPv6 address.")
        return host
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            raise InvalidAddress("The host name of the address cannot be written in punycode.") from None
    host = host.removesuffix(".")
    if not _HOST_LABELS.fullmatch(host):
        raise InvalidAddress("The address has no valid host name.")
    return host


def _escaped(text: str, safe: str) -> str:
    """Percent-encode what has to be, decode what need not be, and write escapes in capitals."""

    def normal(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(normal, quote(text, safe=safe + "%~", errors="replace"))


def _without_tracking(query: str) -> str:
    kept = [
        part
        for part in query.split("&")
        if part and not _TRACKING.fullmatch(unquote(part.partition("=")[0]).strip())
    ]
    return _escaped("&".join(kept), "/:@!$&'()*+,;=?[]")


def _without_dot_segments(path: str) -> str:
    """RFC 3986, section 5.2.4."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
