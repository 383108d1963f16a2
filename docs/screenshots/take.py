"""Takes the pictures of every page beside this file, of a running demonstration: `make screenshots`.

Light and dark, at a desk (1280 pixels) and on a phone (360), and the chief pages as on paper. The
browser writes WebP itself.
"""

import base64
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
WIDTHS = {"desk": 1280, "phone": 360}
DAYS_BACK = timedelta(days=60)  # as of which day the demonstration is shown once
PAPER = {"width": 794, "height": 1123}  # A4 in CSS pixels
TALLEST = 1500  # pixels: what is below repeats what is above
QUALITY = 45
PAGES = {
    "home": "/",
    "board": "/board/",
    "board-months": "/board/?view=matrix",
    "relationship": "/relationships/norland-vesperia/",
    "issue": "/issues/norland-vesperia-flights/",
    "statement": "/statements/1/",
    "document": "/documents/1/",
    "search": "/search/?q=visas",
    "search-nothing": "/search/?q=zzzz",
    "deadlines": "/deadlines/",
    "deadlines-month": "/deadlines/?month=2026-11",
    "officials": "/officials/",
    "official": "main a[href^='/officials/']:not([href*='?'])",
    "changes": "/changes/",
    "compare": "/compare/?issue=norland-vesperia-flights&issue=norland-vesperia-visas",
    "compare-sides": "/compare/?issue=norland-vesperia-flights",
    "compare-category": "/compare/?category=flights",
    "party": "/parties/xn/",
    "positions": "/issues/norland-vesperia-flights/positions/?official=kaspar-aldrenn",
    "status": "/issues/norland-vesperia-flights/status/",
    "as-of": "/issues/norland-vesperia-flights/?as_of={day}",
    "sources": "/sources/",
    "source": "main a[href^='/sources/']:not([href*='new'])",
    "source-new": "/sources/new/",
    "review": "/review/",
    "review-document": "main a[href*='/review/']",
    "document-new": "/documents/new/",
    "preferences": "/preferences/",
    "help": "/help/",
    "methodology": "/help/methodology/",
    "style": "/style/",
    "not-found": "/nowhere/",
}
# What is shown as on paper, too.
PRINTED = ("relationship", "issue", "positions", "compare")
# Where a page is led to by a link, the page that the link stands on.
BEGIN = {"official": "/officials/", "source": "/sources/", "review-document": "/review/"}


def addresses(page: Page, site: str) -> dict[str, str]:
    """Every page's address; of those that are named by a link, where it leads."""
    found = {}
    for name, place in PAGES.items():
        if place.startswith("/"):
            found[name] = place.format(day=datetime.now(tz=UTC).date() - DAYS_BACK)
            continue
        page.goto(site + BEGIN.get(name, "/board/"))
        links = page.locator(place)
        if links.count():
            found[name] = links.first.get_attribute("href") or "/"
    return found


def sign_in(page: Page, site: str, account: tuple[str, str]) -> None:
    page.goto(f"{site}/login/")
    page.fill("#id_username", account[0])
    page.fill("#id_password", account[1])
    page.click("main form button")


def take(browser: Browser, site: str, account: tuple[str, str], extra: dict[str, str]) -> None:
    for width_name, width in WIDTHS.items():
        for scheme in ("light", "dark"):
            options: Any = {"color_scheme": scheme, "locale": "en-GB", "timezone_id": "UTC"}
            context = browser.new_context(viewport={"width": width, "height": 800}, **options)
            page = context.new_page()
            sign_in(page, site, account)
            for name, address in {**addresses(page, site), **extra}.items():
                page.goto(site + address)
                picture(page, HERE / f"{name}-{width_name}-{scheme}.webp", width)
            context.close()


def take_prints(browser: Browser, site: str, account: tuple[str, str]) -> None:
    """What paper gets: the styles of print, as wide as A4."""
    options: Any = {"viewport": PAPER, "color_scheme": "light", "locale": "en-GB", "timezone_id": "UTC"}
    context = browser.new_context(**options)
    page = context.new_page()
    sign_in(page, site, account)
    for name in PRINTED:
        page.goto(site + PAGES[name])
        page.emulate_media(media="print")
        page.evaluate("document.body.style.margin = '18mm 16mm'")  # a screen has no @page
        picture(page, HERE / f"{name}-print.webp", PAPER["width"])
    context.close()


def picture(page: Page, path: Path, width: int) -> None:
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.set_viewport_size({"width": width, "height": max(height, 400)})
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    path.write_bytes(base64.b64decode(shot["data"]))
    page.set_viewport_size({"width": width, "height": 800})


def main() -> None:
    site, name, password, *extra = sys.argv[1:]
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        site, account = site.rstrip("/"), (name, password)
        take(browser, site, account, dict(one.split("=", 1) for one in extra))
        take_prints(browser, site, account)
        browser.close()


if __name__ == "__main__":
    main()
