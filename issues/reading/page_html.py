"""HTML: title, publication date and body text, one block a line.

trafilatura finds the body among navigation and advertising (F1 .962 in its fast mode on 181 real pages);
its text output marks headings and lists with signs of its own, so the tree it returns is written out here.
"""

import copy
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from issues.reading.edtf import ImpreciseDate
from issues.reading.page import UnreadablePage
from issues.reading.page_metadata import guessed_date, published_date, title_of

# Beyond this many characters of HTML, and where trafilatura finds nothing, the whole body is written out.
_MOST_TRAFILATURA = 2_000_000
_LITTLE = 250
_FURNITURE = (
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select",
    "iframe", "svg", "figure", "menu", "dialog", "object", "video", "audio", "head", "graphic",
)  # fmt: skip
# trafilatura's elements (head is a heading there) and HTML's own.
_BLOCKS = frozenset(
    [
        "p",
        "head",
        "item",
        "quote",
        "row",
        "cell",
        "code",
        "fw",
        "div",
        "list",
        "table",
        "body",
        "lb",
        "address",
        "article",
        "blockquote",
        "br",
        "center",
        "dd",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "pre",
        "section",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "header",
    ]
)
_BOLD = frozenset({"hi", "b", "strong"})
_PREFORMATTED = frozenset({"pre", "code"})
_ASKS = re.compile(r"\?['\"”»)]{0,2}\s*\Z")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML page holds. language is what it declares.

    published is what its metadata claim; guessed what its looks suggest, both with the origin METADATA.
    """

    text: str
    title: str | None
    language: str | None
    published: ImpreciseDate | None
    guessed: ImpreciseDate | None


def read_html(text: str) -> HtmlPage:
    """Read the body of an HTML page, one block a line. Raises UnreadablePage where it has no text."""
    tree = _parse(text)
    extracted = _lines(_extracted(tree)) if len(text) <= _MOST_TRAFILATURA else ""
    body = extracted
    if len(extracted) < _LITTLE:
        whole = _lines(tree, without=_FURNITURE)
        body = whole if len(whole) > 2 * len(extracted) else extracted
    if not body:
        raise UnreadablePage(
            "The page holds no readable text; its words are probably put in by a script."
            " Open it in a browser and paste the text."
        )
    published = published_date(tree)
    guessed = guessed_date(tree) if published is None and len(text) <= _MOST_TRAFILATURA else None
    return HtmlPage(body, title_of(tree), tree.get("lang"), published, guessed)


def _parse(text: str) -> HtmlElement:
    try:
        # As bytes, because lxml refuses text that carries an encoding declaration.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        return document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadablePage("The page is empty: it holds no HTML elements.") from error


def _extracted(tree: HtmlElement) -> Any:
    """The main content as a tree of trafilatura's elements (p, head, item, row, lb, hi), or None."""
    import trafilatura  # half a second that only readers of HTML pay

    own = copy.deepcopy(tree)
    for block in own.iter("pre"):
        _mark_lines(block)
    try:
        document = trafilatura.bare_extraction(
            own,
            fast=True,
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=False,
        )
    except Exception:  # whatever a hostile page makes it raise: the whole body still serves
        return None
    return getattr(document, "body", None)


def _mark_lines(block: HtmlElement) -> None:
    """Put a br between the lines of preformatted text, which trafilatura would run together."""
    first, *others = (block.text or "").split("\n")
    block.text = first
    for place, line in enumerate(others):
        mark = etree.Element("br")
        mark.tail = line
        block.insert(place, mark)


def _lines(tree: Any, *, without: tuple[str, ...] = ("graphic",)) -> str:
    """Write a tree as text: every block on its own line, a bold question too, white space collapsed."""
    if tree is None:
        return ""
    pieces: list[str] = []
    preformatted = 0
    opened: dict[Any, int] = {}
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in without or not tag:
                walk.skip_subtree()
                continue
            preformatted += tag in _PREFORMATTED
            if tag in _BLOCKS:
                pieces.append("\n")
            elif tag in _BOLD:
                opened[element] = len(pieces)
            pieces.append(_words(element.text, keep_lines=preformatted > 0))
            continue
        preformatted -= tag in _PREFORMATTED and tag not in without
        if (tag in _BLOCKS and tag not in without) or (
            element in opened and _is_question(pieces, opened.pop(element))
        ):
            pieces.append("\n")
        pieces.append(_words(element.tail, keep_lines=preformatted > 0))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _words(text: str | None, *, keep_lines: bool) -> str:
    if not text:
        return ""
    return text.replace("\r", "\n") if keep_lines else text.replace("\n", " ").replace("\r", " ")


def _is_question(pieces: list[str], start: int) -> bool:
    """Tell whether the bold words just closed are a question that opens its block."""
    words = "".join(pieces[start:])
    before = "".join(pieces[max(0, start - 3) : start])
    opens_block = not before.strip(" \u00a0") or before.rstrip(" \u00a0").endswith("\n")
    return opens_block and len(words.split()) > 2 and _ASKS.search(words) is not None
