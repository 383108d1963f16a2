"""Every address of the product: nouns, plural, with a trailing slash, and they last."""

from django.urls import URLPattern, path

urlpatterns: list[URLPattern] = []

__all__ = ["path", "urlpatterns"]
