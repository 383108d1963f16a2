"""What a worker ran into at a source or a document, in the reader's language."""

from django.utils.translation import gettext_noop as _

from issues.analysis.noted import Phrases

_TROUBLES = Phrases(
    (
        _("The worker that polled was lost; the source was polled again."),
        _("An error of this program, not of the source: %(name)s. The log has the details."),
        _("An error of this program, not of the page: %(name)s. The log has the details."),
        _("%(host)s does not take connections; it may be down."),
        _("%(host)s could not prove that it is %(same)s: its certificate is not valid."),
        _("No secure connection to %(host)s could be made."),
        _("%(host)s sent a page that could not be unpacked."),
        _("The connection to %(host)s broke off."),
        _("%(host)s did not answer in time."),
        _("There is no host named %(host)s; check the address."),
        _("The host %(host)s has no address; check the spelling."),
        _("The answer is larger than %(size)s MB, more than is read here."),
        _("The address was redirected more than %(count)s times."),
        _("The server sent %(kind)s, which is not read here."),
        _("The server answered %(status)s; it will be asked again later."),
        _("The server answered %(status)s; the page is behind a login."),
        _("The server answered %(status)s; the page is behind payment."),
        _("The server answered %(status)s; it does not want to be read by programs, or not from here."),
        _("The server answered %(status)s; check the address."),
        _("The server answered %(status)s; the page was removed for good; check the address."),
        _("The server answered %(status)s; it is withheld for legal reasons."),
        _("The server answered %(status)s; this is no page that can be read."),
        _("%(page)s/robots.txt cannot be read now, so nothing there is fetched until it can."),
        _("%(page)s/robots.txt asks programs not to read this page."),
        _("The feed cannot be parsed: %(why)s"),
        _("The feed cannot be read: %(why)s."),
        _("The feed is empty: the server sent nothing."),
        _("The feed is still compressed (gzip): unpack it first."),
        _("This is a web page, not a feed. %(hint)s."),
        _("This is JSON, not a feed: give the address of the RSS or Atom feed."),
        _("This is not a feed: it has no <rss>, <feed> or <rdf:RDF> element."),
        _("This is a feed, not a page: read it as a feed."),
        _("The document is empty."),
        _("This is %(kind)s, which cannot be read. Save it as text, HTML or PDF."),
        _("The page holds no text. It may need a program (JavaScript) to show it."),
        _(
            "The page holds no readable text; its words are probably put in by a script."
            " Open it in a browser and paste the text."
        ),
        _("The page is empty: it holds no HTML elements."),
        _(
            "The PDF holds pictures of pages and no text."
            " Run it through text recognition (OCR) and upload the result."
        ),
        _("The PDF is protected by a password. Save it without one and upload that."),
        _("The PDF is damaged and cannot be opened. Get it anew, or paste its text."),
        _("This is no text: most of it is not made of letters. Save the document as text, HTML or PDF."),
    )
)
_KEPT = Phrases((_("The %(count)s bytes are kept as %(name)s."),))


def trouble_said(noted: str) -> str:
    """A worker's sentence, and where it says so what became of the bytes."""
    trouble, kept, rest = noted.rpartition(" The ")
    if kept and rest.endswith(".") and " bytes are kept as " in rest:
        return f"{_TROUBLES.said(trouble)} {_KEPT.said('The ' + rest)}"
    return _TROUBLES.said(noted)
