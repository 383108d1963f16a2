"""WCAG 2.2 AA as far as a program can tell (axe-core), on every address there is, in both modes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from issues.models import Statement, User
from issues.vocabulary import Role
from tests.factories import make_user
from tests.test_matrix import ADDRESSES, OK, World, world

__all__ = ["world"]  # the fixture: one row of everything

pytestmark = pytest.mark.django_db(transaction=True)

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Parts of pages, and files: their addresses end without a slash, or are named here.
FILES = ("capture_raw", "official_options")
# Forms that are sent as they are, and come back with what is wrong with them.
FORMS = ("login", "password", "document_new", "statement_new", "status_new", "source_new", "status_retract")
# An address that leads to no page, and one that refuses.
ERRORS = ("/nowhere/", "/officials/nobody/")


def pages(world: World) -> Iterator[tuple[str, str]]:
    for name, address in ADDRESSES.items():
        path = reverse(name, args=address.args(world))
        is_page = address.method == "get" and address.answer == OK and path.endswith("/")
        if is_page and name not in (*FILES, "login"):
            yield name, path


def violations(page: Page, name: str) -> list[str]:
    found: Any = Axe().run(page, options=RULES).response
    return [
        f"{name}: {rule['id']}: {node['html'][:160]} {[each['message'] for each in node['any'][:1]]}"
        for rule in found["violations"]
        for node in rule["nodes"][:3]
    ]


@pytest.fixture
def admin(db: None) -> User:
    return make_user("root", role=Role.ADMIN)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_report_on_any_page(
    browser_page: Page, sign_in: Callable[[User], None], admin: User, world: World, scheme: Any
) -> None:
    browser_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    browser_page.goto("/login/")
    found = violations(browser_page, "login")
    sign_in(admin)
    for name, path in [*pages(world), *(("error", path) for path in ERRORS)]:
        browser_page.goto(path)
        found += violations(browser_page, name)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_on_a_form_with_errors(
    browser_page: Page, sign_in: Callable[[User], None], admin: User, world: World, scheme: Any
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    found = []
    for name in FORMS:
        if name == "password":
            sign_in(admin)
        browser_page.goto(reverse(name, args=ADDRESSES[name].args(world)))
        browser_page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        browser_page.locator("main form [required]").evaluate_all("all => all.forEach(one => one.value = '')")
        browser_page.locator("main form button.primary, main form button.button--danger").first.click()
        browser_page.wait_for_selector(".errorlist")
        found += violations(browser_page, name)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [640, 320])
def test_nothing_is_lost_when_a_page_is_zoomed(
    browser_page: Page, sign_in: Callable[[User], None], admin: User, world: World, width: int
) -> None:
    """1,280 pixels at 200 % are 640, at 400 % 320: what is wide scrolls in a region of its own."""
    sign_in(admin)
    browser_page.set_viewport_size({"width": width, "height": 900})
    wide = []
    for name, path in pages(world):
        browser_page.goto(path)
        over = browser_page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0:
            wide.append(f"{name}: {over} pixels too wide")
    assert not wide, "\n".join(wide)


def test_pages_in_russian_say_so_and_keep_what_was_said_in_its_language(
    browser: Browser, live_server: LiveServer, world: World
) -> None:
    Statement.objects.update(language="en")
    context = browser.new_context(base_url=live_server.url, locale="ru-RU")
    page = context.new_page()
    page.goto(reverse("statement", args=(world.accepted.pk,)))
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert page.locator("h1").evaluate("one => one.closest('[lang]').lang") == "en"
    assert not violations(page, "statement in Russian")
    context.close()


def test_a_page_has_its_printed_form(browser_page: Page, world: World) -> None:
    browser_page.goto(reverse("issue", args=(world.issue.slug,)))
    assert browser_page.pdf(format="A4")[:5] == b"%PDF-"
    browser_page.emulate_media(media="print")
    assert not browser_page.locator(".masthead nav").is_visible()
