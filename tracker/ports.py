"""Ports of loopback that several copies of the stack share without taking each other's."""

import contextlib
import socket
import sys
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
PORTS_TO_TRY = 200


class PortTakenError(Exception):
    """The port asked for is taken; the message says what to do."""


class Ports:
    """A context that keeps ports for this process from the moment they are chosen.

    Choosing and binding are seconds apart, and granian binds a port that another granian has without
    complaint (SO_REUSEPORT). So a port is also claimed by a name: on Linux an abstract Unix socket,
    which is gone with its process, however that ends. Elsewhere only the look at the port is left.
    """

    def __init__(self) -> None:
        self._claims: list[socket.socket] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for claim in self._claims:
            claim.close()

    def take(self, port: int) -> int:
        """Exactly this port. Raises PortTakenError."""
        if not self._claim(port):
            raise PortTakenError(
                f"Port {port} of {HOST} is taken. Give another with --port, or none: "
                "then the next free one is used."
            )
        return port

    def take_free(self, first: int) -> int:
        """The first free port from `first` on. Raises PortTakenError when there is none nearby."""
        for port in range(first, min(first + PORTS_TO_TRY, 65536)):
            if self._claim(port):
                return port
        raise PortTakenError(f"No port of {HOST} from {first} on is free. Give one with --port.")

    def _claim(self, port: int) -> bool:
        claim = socket.socket(socket.AF_UNIX)
        if sys.platform == "linux":
            try:
                claim.bind(f"\0demarche-port-{port}")
            except OSError:
                claim.close()
                return False
        if not _is_free(port):
            claim.close()
            return False
        self._claims.append(claim)
        return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe, contextlib.suppress(OSError):
        # Connections of a server that has just stopped linger; they keep nobody from the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
        return True
    return False
