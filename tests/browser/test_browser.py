"""The tools of the browser tests themselves: what they promise to notice, they notice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from issues.models import User
from tests.browser import conftest


def test_a_signed_in_person_is_known_to_the_server(
    browser_page: Page, sign_in: Callable[[User], None]
) -> None:
    user = User.objects.create_superuser("anna", password="not used here")
    sign_in(user)
    browser_page.goto("/admin/")
    expect(browser_page.locator("#user-tools")).to_contain_text("anna")


def test_the_content_policy_stops_inline_scripts(browser_page: Page, complaints: list[str]) -> None:
    browser_page.goto("/admin/login/")
    browser_page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.ran = true';"
        " document.body.append(script); }"
    )
    assert browser_page.evaluate("window.ran") is None
    assert len(complaints) == 1
    assert "Content Security Policy" in complaints.pop()


def test_every_browser_test_carries_the_mark(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("browser") is not None
    assert conftest.HERE.name == "browser"
