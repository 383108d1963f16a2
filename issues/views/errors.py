"""What is answered when a page could not be made: by whose fault, and what to do."""

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what is no request; 413 for a form with more in it than is taken at once."""
    too_much = isinstance(exception, RequestDataTooBig)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024 // 1024
    context = {"too_much": too_much, "most": most}
    return render(request, "400.html", context, status=413 if too_much else 400)
