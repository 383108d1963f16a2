"""Why an address brought nothing, in words that an admin can act on."""


class FetchError(Exception):
    """Nothing was fetched. The text says why and what to do; it is shown as it is.

    transient: asking again later may help. http_status: what the server answered, if it did.
    retry_after: seconds the server asks us to wait.
    """

    transient = False

    def __init__(
        self, message: str, *, http_status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.http_status = http_status
        self.retry_after = retry_after


class RefusedError(FetchError):
    """Our own rules forbid it: an inner address, a scheme, robots.txt."""


class RobotsUnreachableError(RefusedError):
    """robots.txt could not be read, which for the time being forbids everything (RFC 9309, 2.3.1.4)."""

    transient = True


class UnreachableError(FetchError):
    """No answer came: no such host, no connection, a broken one, a bad certificate."""

    transient = True


class TooSlowError(FetchError):
    """The answer did not come, or not to its end, in the time allowed."""

    transient = True


class AnswerError(FetchError):
    """The server answered, and not with what was asked for."""


class ServerTroubleError(AnswerError):
    """The server answered that it cannot just now: 408, 425, 429, 5xx."""

    transient = True


class TooLargeError(FetchError):
    """The answer is larger than we take, as sent or unpacked."""


class WrongTypeError(FetchError):
    """The answer is of a kind that we do not read."""
