"""Two issues compared in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_issue, make_statement

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_issues_are_compared_and_zoomed_together(browser_page: Page) -> None:
    for slug in ("flights", "visas"):
        issue = make_issue(slug.capitalize(), slug=slug)
        make_statement(f"Early words on {slug}.", issue=issue, stated_on="2026-03-02")
        make_statement(f"Words on {slug}.", issue=issue, stated_on="2026-06-26")
    browser_page.goto("/compare/")
    for slug in ("flights", "visas"):
        browser_page.locator("#add-issue").select_option(slug)
        browser_page.locator("#add").click()
        expect(browser_page.locator("#comparison-heading")).to_contain_text(slug.capitalize())
    parts = browser_page.locator(".compared__part")
    expect(parts).to_have_count(2)
    expect(browser_page.locator(".facing tbody tr")).to_have_count(2)
    drawn = browser_page.locator("svg.timeline--wide")
    before = drawn.first.get_attribute("data-start")
    assert drawn.last.get_attribute("data-start") == before
    browser_page.locator("#move-closer").click()
    expect(drawn.first).not_to_have_attribute("data-start", before or "")
    assert drawn.first.get_attribute("data-start") == drawn.last.get_attribute("data-start")
    assert "from=" in browser_page.url
    browser_page.set_viewport_size({"width": 360, "height": 740})
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= 360
    browser_page.locator("#remove-1").click()
    expect(parts).to_have_count(1)
