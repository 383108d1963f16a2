"""Takes the pictures of every page beside this file, of a running demonstration: `make screenshots`.

Light and dark, at a desk (1280 pixels) and on a phone (360). The browser writes WebP itself.
"""

import base64
import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
WIDTHS = {"desk": 1280, "phone": 360}
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
# Where a page is led to by a link, the page that the link stands on.
BEGIN = {"official": "/officials/", "source": "/sources/", "review-document": "/review/"}


def addresses(page: Page, site: str) -> dict[str, str]:
    """Every page's address; of those that are named by a link, where it leads."""
    found = {}
    for name, place in PAGES.items():
        if place.startswith("/"):
            found[name] = place
            continue
        page.goto(site + BEGIN.get(name, "/board/"))
        links = page.locator(place)
        if links.count():
            found[name] = links.first.get_attribute("href") or "/"
    return found


def take(browser: Browser, site: str, account: tuple[str, str], extra: dict[str, str]) -> None:
    for width_name, width in WIDTHS.items():
        for scheme in ("light", "dark"):
            options: Any = {"color_scheme": scheme, "locale": "en-GB", "timezone_id": "UTC"}
            context = browser.new_context(viewport={"width": width, "height": 800}, **options)
            page = context.new_page()
            page.goto(f"{site}/login/")
            page.fill("#id_username", account[0])
            page.fill("#id_password", account[1])
            page.click("main form button")
            for name, address in {**addresses(page, site), **extra}.items():
                page.goto(site + address)
                picture(page, HERE / f"{name}-{width_name}-{scheme}.webp", width)
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
        take(browser, site.rstrip("/"), (name, password), dict(one.split("=", 1) for one in extra))
        browser.close()


if __name__ == "__main__":
    main()
