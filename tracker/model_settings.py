"""Where the optional second reader is asked, and what it may cost. Off unless an address is given."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from tracker.env import Env


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """An endpoint that speaks OpenAI's chat completions.

    url: without "/chat/completions". timeout: seconds for one answer, whole. tokens_a_day: of questions
    and answers, of one day in UTC. price_in, price_out: for a million tokens, in any currency.
    """

    url: str
    name: str
    key: str = field(default="", repr=False)
    timeout: int = 60
    tokens_a_day: int = 500_000
    answer_tokens: int = 4000
    price_in: Decimal = Decimal(0)
    price_out: Decimal = Decimal(0)
    backoff: float = 2.0  # seconds before the second attempt, twice as many before the third


def read_model(env: Env) -> ModelSettings | None:
    """Return the settings of the second reader; None where DEMARCHE_MODEL_URL is not set."""
    url = env.text("DEMARCHE_MODEL_URL").rstrip("/")
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query:
        raise ImproperlyConfigured(
            "DEMARCHE_MODEL_URL must read https://host/v1: no user, no question mark; the key goes into "
            "DEMARCHE_MODEL_KEY."
        )
    name = env.text("DEMARCHE_MODEL_NAME")
    if not name:
        raise ImproperlyConfigured("DEMARCHE_MODEL_URL is set, and DEMARCHE_MODEL_NAME is not: which model?")
    return ModelSettings(
        url=url,
        name=name[:200],
        key=env.text("DEMARCHE_MODEL_KEY"),
        timeout=env.number("DEMARCHE_MODEL_TIMEOUT", 60, at_least=1),
        tokens_a_day=env.number("DEMARCHE_MODEL_TOKENS_A_DAY", 500_000),
        answer_tokens=env.number("DEMARCHE_MODEL_ANSWER_TOKENS", 4000, at_least=100),
        price_in=_price(env, "DEMARCHE_MODEL_PRICE_IN"),
        price_out=_price(env, "DEMARCHE_MODEL_PRICE_OUT"),
    )


def _price(env: Env, name: str) -> Decimal:
    try:
        price = Decimal(env.text(name, "0"))
    except InvalidOperation:
        raise ImproperlyConfigured(f"{name} is not a number: the price of a million tokens.") from None
    if not 0 <= price < 100_000:
        raise ImproperlyConfigured(f"{name} is not a price of a million tokens.")
    return price
