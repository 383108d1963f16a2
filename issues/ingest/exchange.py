"""One request and its answer over one connection, made to an address that was checked before."""

import contextlib
import socket
import ssl
import threading
import time
from functools import cache

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from issues.ingest.errors import AnswerError, FetchError, TooLargeError, TooSlowError, UnreachableError
from issues.ingest.network import Target

CHUNK = 64 * 1024
CONNECT_WITHIN = 10.0


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


class Exchange:
    """One connection, made to a checked address, that ends by its deadline whatever the server does.

    Timeouts of sockets count from the last byte, so a server that drips could hold us for days; a
    timer therefore shuts the socket when time is up.
    """

    def __init__(self, target: Target, *, secure: bool, deadline: float) -> None:
        self._target = target
        self._secure = secure
        self._deadline = deadline
        self._late = False
        self._connection: HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(max(0.0, deadline - time.monotonic()), self._give_up)
        self._timer.daemon = True

    def __enter__(self) -> "Exchange":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._connection is not None:
            self._connection.close()

    def _give_up(self) -> None:
        self._late = True
        # Once the answer has begun, the connection may have let go of the socket it is read from.
        sock = self._socket or getattr(self._connection, "sock", None)
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def get(self, path: str, headers: dict[str, str]) -> BaseHTTPResponse:
        """Send the request to the first of the target's addresses that takes it."""
        return self._send("GET", path, headers, None)

    def post(self, path: str, headers: dict[str, str], body: bytes) -> BaseHTTPResponse:
        """As `get`, with a body."""
        return self._send("POST", path, headers, body)

    def _send(self, method: str, path: str, headers: dict[str, str], body: bytes | None) -> BaseHTTPResponse:
        failure: Exception | None = None
        for ip in self._target.addresses:
            try:
                self._connection = self._connect(ip)
                self._connection.connect()
                self._socket = self._connection.sock
            except (urllib3.exceptions.HTTPError, OSError) as error:
                failure = error
                continue
            try:
                self._connection.request(method, path, body=body, headers=headers, preload_content=False)
                return self._connection.getresponse()
            except Exception as error:
                raise self._explain(error) from error
        raise self._explain(failure) from failure

    def _connect(self, ip: str) -> HTTPConnection:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TooSlowError(self._too_slow())
        within = min(CONNECT_WITHIN, left)
        if not self._secure:
            return HTTPConnection(ip, self._target.port, timeout=within)
        host = self._target.host
        return HTTPSConnection(
            ip,
            self._target.port,
            timeout=within,
            ssl_context=_tls(),
            server_hostname=host,
            assert_hostname=host,
        )

    def read(self, response: BaseHTTPResponse, limit: int) -> bytes:
        """Read the body, unpacked, up to `limit` bytes."""
        declared = response.headers.get("Content-Length", "")
        if declared.isdecimal() and int(declared[:18]) > limit:
            raise TooLargeError(_too_large(limit))
        body = bytearray()
        try:
            for chunk in response.stream(CHUNK, decode_content=True):
                body += chunk
                if len(body) > limit:
                    raise TooLargeError(_too_large(limit))
                if self._late:
                    raise TooSlowError(self._too_slow())
        except FetchError:
            raise
        except Exception as error:
            raise self._explain(error) from error
        if self._late:
            raise TooSlowError(self._too_slow())
        return bytes(body)

    def _explain(self, error: Exception | None) -> FetchError:
        host = self._target.host
        if not self._late and isinstance(
            error, urllib3.exceptions.NewConnectionError | ConnectionRefusedError
        ):
            return UnreachableError(f"{host} does not take connections; it may be down.")
        if self._late or isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError):
            return TooSlowError(self._too_slow())
        if isinstance(error, ssl.SSLCertVerificationError) or "certificate" in str(error).lower():
            return UnreachableError(
                f"{host} could not prove that it is {host}: its certificate is not valid."
            )
        if isinstance(error, ssl.SSLError | urllib3.exceptions.SSLError):
            return UnreachableError(f"No secure connection to {host} could be made.")
        if isinstance(error, urllib3.exceptions.DecodeError):
            return AnswerError(f"{host} sent a page that could not be unpacked.")
        return UnreachableError(f"The connection to {host} broke off.")

    def _too_slow(self) -> str:
        return f"{self._target.host} did not answer in time."


def _too_large(limit: int) -> str:
    return f"The answer is larger than {limit / 1024 / 1024:.0f} MB, more than is read here."
