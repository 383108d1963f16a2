"""Two issues compared in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_issue, make_statement

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def both(browser_page: Page) -> Page:
    for slug in ("flights", "visas"):
        issue = make_issue(slug.capitalize(), slug=slug)
        make_statement(f"Early words on {slug}.", issue=issue, stated_on="2026-03-02")
        make_statement(f"Words on {slug}.", issue=issue, stated_on="2026-06-26")
    browser_page.goto("/compare/?issue=flights&issue=visas&from=2026-01-01&to=2026-12-31")
    return browser_page


def test_what_is_dragged_over_on_one_is_shown_on_all(both: Page) -> None:
    drawn = both.locator("svg.timeline--wide")
    box = drawn.first.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    both.mouse.move(box["x"] + box["width"] * 0.4, y)
    both.mouse.down()
    both.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    expect(both.locator(".compared .brush")).to_have_count(2)
    both.mouse.up()
    expect(both.locator(".compared .brush")).to_have_count(0)
    expect(both).to_have_url(re.compile(r"issue=flights&issue=visas&from=2026-0\d-\d\d&to=2026-0\d-\d\d"))
    starts = [drawn.nth(place).get_attribute("data-start") for place in (0, 1)]
    assert starts[0] == starts[1] == both.locator("#from").input_value()
    assert both.locator("#live").inner_text() == both.locator("#comparison-heading").inner_text()


def test_escape_lets_a_stretch_go(both: Page) -> None:
    box = both.locator("svg.timeline--wide").last.bounding_box()
    assert box is not None
    before = both.url
    both.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 60)
    both.mouse.down()
    both.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60, steps=4)
    both.keyboard.press("Escape")
    both.mouse.up()
    expect(both.locator(".compared .brush")).to_have_count(0)
    assert both.url == before


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
