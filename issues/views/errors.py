"""What is answered when a page could not be made: by whose fault, and what to do."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

# Servers that cannot be reached, or not now: it passes, and no page of ours is wrong.
OUTAGES = (OperationalError, InterfaceError)
TRY_AGAIN_AFTER = 30  # seconds


def server_error(_request: HttpRequest) -> HttpResponse:
    """500 for an error of ours; 503 with Retry-After where the database does not answer.

    Django calls it while it handles the exception. The templates use no context and no database.
    """
    if isinstance(sys.exception(), OUTAGES):
        page = loader.render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": str(TRY_AGAIN_AFTER)})
    return HttpResponse(loader.render_to_string("500.html"), status=500)
