"""Publications and their archived versions."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models.functions import Coalesce, Now
from django.urls import reverse

from issues.models.accounts import User
from issues.models.fields import (
    edtf_constraints,
    edtf_field,
    lower_bound,
    origin_field,
    upper_bound,
    words_field,
)
from issues.models.sources import Source
from issues.models.sql import UNDATED_PERIOD


def capture_storage() -> Storage:
    """The storage of raw bytes, named "captures" in the settings."""
    return storages["captures"]


class Document(models.Model):
    """One publication at one address. Pasted text without an address gets one from its hash."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="documents")
    address = models.CharField(max_length=2000, unique=True, db_collation="C")
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=8, blank=True)
    # The source's claim of when it was published; never when we found it.
    published_on = edtf_field()
    published_on_lower = lower_bound("published_on")
    published_on_upper = upper_bound("published_on")
    published_on_words = words_field()
    published_on_origin = origin_field()
    found_at = models.DateTimeField(db_default=Now())
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # When to fetch it next; null where there is nothing to fetch. A lost task is found again by this.
    next_fetch_at = models.DateTimeField(null=True, blank=True)
    fetch_attempts = models.PositiveSmallIntegerField(default=0)
    fetch_error = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-found_at",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *edtf_constraints("document", "published_on"),
            models.CheckConstraint(
                name="document_has_address",
                condition=~models.Q(address=""),
                violation_error_message="A document stands at an address.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The sweep for documents that wait to be fetched.
            models.Index(
                fields=("next_fetch_at",),
                condition=models.Q(next_fetch_at__isnull=False),
                name="document_due",
            ),
            # The newest documents of a source, by keyset.
            models.Index(fields=("source", "-id"), name="document_of_source"),
            # Search for frequent words in documents: from the newest back.
            models.Index(
                Coalesce("published_on_lower", "published_on_upper").desc(nulls_last=True),
                models.F("id").desc(),
                name="document_by_day",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Trigger(
                name="title_goes_along",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "language", "title", "published_on_lower", "published_on_upper"
                ),
                func="""
                    UPDATE issues_capture SET search_language = NEW.language, search_title = NEW.title,
                        search_period = search_period(
                            coalesce(NEW.published_on_lower, NEW.published_on_upper)
                        )
                    WHERE document_id = NEW.id;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.address

    def get_absolute_url(self) -> str:
        return reverse("document", args=(self.pk,))

    @property
    def is_on_the_web(self) -> bool:
        return self.address.startswith(("http://", "https://"))


class Capture(models.Model):
    """One archived version of a document: raw bytes, their hash, the text read from them.

    A capture never changes, save for `last_seen_at` and the marks of being read (`read_at`,
    `read_summary`). An edited page gains another capture.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="captures")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="Bytes.")
    media_type = models.CharField(max_length=100)
    raw = models.FileField(storage=capture_storage, max_length=120)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    # The document's language, title and period, copied by triggers here and there for search.
    search_language = models.CharField(max_length=8, blank=True, db_default="", editable=False)
    search_title = models.CharField(max_length=500, blank=True, db_default="", editable=False)
    search_period = models.SmallIntegerField(db_default=UNDATED_PERIOD, editable=False)
    search = models.GeneratedField(
        expression=models.Func("search_language", "search_title", "text", function="search_vector"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    captured_at = models.DateTimeField(db_default=Now())
    # Who pasted or uploaded it; nobody where it was fetched. A part that somebody pasted is no sign that
    # the rest has left the page.
    brought_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    last_seen_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True, blank=True)
    # What the reader made of it: {"found": n, "recorded": n, "relevant": bool, "outside": [...]}; "no_pack":
    # the language it could not read; "set_aside": who was done with such a text, and when.
    read_summary = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("document", "number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("document", "number"), name="capture_number_unique"),
            models.CheckConstraint(
                name="capture_hashes_are_sha256",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$", text_sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The sweep for captures that no reader has read.
            models.Index(
                fields=("captured_at",), condition=models.Q(read_at__isnull=True), name="capture_unread"
            ),
            models.Index(fields=("sha256",), name="capture_by_hash"),
            # The inbox's texts in languages without a pack.
            models.Index(
                fields=("document",),
                condition=models.Q(read_summary__has_key="no_pack")
                & ~models.Q(read_summary__has_key="set_aside"),
                name="capture_for_people",
            ),
            # Search for words in documents, a period after another.
            GinIndex(fields=("search_period", "search"), name="capture_search"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Trigger(
                name="copy_title",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    SELECT d.language, d.title,
                        search_period(coalesce(d.published_on_lower, d.published_on_upper))
                    INTO NEW.search_language, NEW.search_title, NEW.search_period
                    FROM issues_document d WHERE d.id = NEW.document_id;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="never_overwritten",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "document",
                    "number",
                    "sha256",
                    "size",
                    "media_type",
                    "raw",
                    "text",
                    "text_sha256",
                    "captured_at",
                    "brought_by",
                ),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} #{self.number}"
