"""Waiting until a page has been drawn: what its scripts do at a size, or at a change, is done then."""

from playwright.sync_api import Page

_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def settle(page: Page) -> None:
    """Waits until what the page does when it is drawn is done."""
    page.evaluate(_FRAME)


def resize(page: Page, width: int, height: int = 800) -> None:
    """Gives the page another size, and waits until it has been drawn at it."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)
