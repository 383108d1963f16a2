"""Reading what pages answer."""

from typing import Any

from django.contrib.messages import get_messages

HTMX = {"HX-Request": "true"}


def page_of(response: Any) -> str:
    """The page's HTML."""
    content: bytes = response.content
    return content.decode()


def said(response: Any) -> list[str]:
    """The messages that a response leaves for the next page."""
    return [str(message) for message in get_messages(response.wsgi_request)]
