"""The addresses of the product and one more: a page of the frame alone, to compare others with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

ADDRESS = "/empty/"


def empty(request: HttpRequest) -> HttpResponse:
    """What surrounds every page: header, navigation with its backlog, footer."""
    return render(request, "base.html")


urlpatterns = [path(ADDRESS.strip("/") + "/", empty), path("", include("tracker.urls"))]
