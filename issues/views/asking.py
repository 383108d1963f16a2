"""What a request asks of every page alike."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone


def day_of(request: HttpRequest) -> date:  # noqa: ARG001  # it may ask for another
    """The day that the page takes for today: views ask here, and pass it down as `today`."""
    return timezone.now().date()  # of UTC: the reader's zone is for times
