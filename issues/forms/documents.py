"""A document pasted or uploaded by hand, and what is known of it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from issues.desk.details import date_of
from issues.forms.fields import DeskForm, ImpreciseDateField
from issues.models import Document
from issues.reading.addresses import InvalidAddress, canonical_address

UPLOAD_LIMIT = 8 * 1024 * 1024
LANGUAGES = [
    ("", _("Let the reader tell")),
    ("en", _("English")),
    ("ru", _("Russian")),
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
    ("fr", _("French")),
    ("pl", _("Polish")),
    ("pt", _("Portuguese")),
    ("es", _("Spanish")),
]


class DocumentForm(DeskForm):
    """What a document says of itself; all optional, the reader proposes what is left empty."""

    title = forms.CharField(required=False, max_length=500, label=_("Title"))
    published_on = ImpreciseDateField(required=False, label=_("Published on"))
    language = forms.CharField(
        required=False,
        max_length=8,
        label=_("Language"),
        help_text=_("Two letters: en, ru. Empty: the reader tells."),
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
        label=_("Paste the text"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("The whole interview or article, as it stands: the reader finds the statements."),
    )
    upload = forms.FileField(
        required=False,
        label=_("Or choose a file"),
        help_text=_("Plain text, HTML or PDF, up to 8 MB."),
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.pdf,text/plain,text/html,application/pdf"}),
    )
    title = forms.CharField(
        required=False,
        max_length=500,
        label=_("Title"),
        help_text=_("Empty: the reader takes the text's own."),
    )
    address = forms.CharField(
        required=False,
        max_length=2000,
        label=_("Where it was published"),
        help_text=_("The address of the page, where there is one."),
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput,
    )
    published_on = ImpreciseDateField(required=False, label=_("Published on"))

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
                _("This file is %(size)s MB; up to 8 MB can be read. Paste the part that matters instead.")
                % {"size": f"{(upload.size or 0) / 1024 / 1024:.0f}"}
            )
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_text = bool((cleaned.get("text") or "").strip())
        if "upload" in self.errors or "text" in self.errors:
            return cleaned
        if has_text and cleaned.get("upload"):
            self.add_error("upload", _("Paste a text or choose a file, not both."))
        elif not has_text and not cleaned.get("upload"):
            self.add_error("text", _("Paste a text or choose a file."))
        return cleaned

    def raw(self) -> bytes:
        """The bytes given, whichever way; browsers send pasted lines with CR LF. Only after `is_valid`."""
        upload = self.cleaned_data["upload"]
        if upload:
            content: bytes = upload.read()
            return content
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").encode()
