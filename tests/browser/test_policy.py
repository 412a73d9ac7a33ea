"""Pages obey their own Content-Security-Policy, ask no other host for anything and store only the reader's choices."""

import pytest
from playwright.sync_api import Browser

ADDRESSES = ["/", "/bilda-en-grupp/finansiering/", "/grupper/bebo/", "/jamfor/grupper/", "/sok/?q=rör", "/404.html"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_stays_within_its_policy_and_host(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(address)
    page.get_by_role("button", name="Mörkt läge").click()
    assert errors == []
    assert hosts == {server.removeprefix("http://")}
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == ["kb-utseende"]
    context.close()


def test_policy_stops_what_is_inline(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.goto("/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" id=\"prov\">x</p>')")
    assert page.locator("#prov").evaluate("e => getComputedStyle(e).color") != "rgb(255, 0, 0)"
    context.close()


@pytest.mark.parametrize("address", ["/", "/bilda-en-grupp/finansiering/", "/grupper/bebo/", "/jamfor/grupper/"])
def test_nothing_moves_while_the_page_loads(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < 0.01
    context.close()
