"""A document pasted or uploaded by hand, and what is known of it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator

from issues.desk.details import date_of
from issues.forms.fields import DeskForm, ImpreciseDateField
from issues.models import Document
from issues.reading.addresses import InvalidAddress, canonical_address

UPLOAD_LIMIT = 8 * 1024 * 1024
LANGUAGES = [
    ("", "Let the reader tell"),
    ("en", "English"),
    ("ru", "Russian"),
    ("ar", "Arabic"),
    ("zh", "Chinese"),
    ("fr", "French"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("es", "Spanish"),
]


class DocumentForm(DeskForm):
    """What a document says of itself; all optional, the reader proposes what is left empty."""

    title = forms.CharField(required=False, max_length=500)
    published_on = ImpreciseDateField(required=False, label="Published on")
    language = forms.CharField(
        required=False, max_length=8, help_text="Two letters: en, ru. Empty: the reader tells."
    )

    def __init__(self, data: Any = None, *, document: Document, **options: Any) -> None:
        held = date_of(document.published_on, document.published_on_words, document.published_on_origin)
        initial = {"title": document.title, "published_on": held, "language": document.language}
        super().__init__(data, initial=initial, **options)
        self.date_field("published_on").held = held


class NewDocumentForm(DeskForm):
    """A text pasted or a file uploaded, one of the two."""

    text = forms.CharField(
        required=False,
        strip=False,
        label="Paste the text",
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="The whole interview or article, as it stands: the reader finds the statements.",
    )
    upload = forms.FileField(
        required=False,
        label="Or choose a file",
        help_text="Plain text, HTML or PDF, up to 8 MB.",
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.pdf,text/plain,text/html,application/pdf"}),
    )
    title = forms.CharField(
        required=False, max_length=500, help_text="Empty: the reader takes the text's own."
    )
    address = forms.CharField(
        required=False,
        max_length=2000,
        label="Where it was published",
        help_text="The address of the page, where there is one.",
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput,
    )
    published_on = ImpreciseDateField(required=False, label="Published on")

    def clean_address(self) -> str:
        """The spelling that a feed's entry would get, so that both are one document."""
        address: str = self.cleaned_data["address"]
        try:
            return canonical_address(address) if address else ""
        except InvalidAddress as error:
            raise forms.ValidationError(str(error)) from error

    def clean_upload(self) -> "UploadedFile[Any] | None":
        upload: UploadedFile[Any] | None = self.cleaned_data["upload"]
        if upload is not None and (upload.size or 0) > UPLOAD_LIMIT:
            raise forms.ValidationError(
                f"This file is {(upload.size or 0) / 1024 / 1024:.0f} MB; up to 8 MB can be read. "
                "Paste the part that matters instead."
            )
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_text = bool((cleaned.get("text") or "").strip())
        if "upload" in self.errors or "text" in self.errors:
            return cleaned
        if has_text and cleaned.get("upload"):
            self.add_error("upload", "Paste a text or choose a file, not both.")
        elif not has_text and not cleaned.get("upload"):
            self.add_error("text", "Paste a text or choose a file.")
        return cleaned

    def raw(self) -> bytes:
        """The bytes given, whichever way; browsers send pasted lines with CR LF. Only after `is_valid`."""
        upload = self.cleaned_data["upload"]
        if upload:
            content: bytes = upload.read()
            return content
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").encode()
