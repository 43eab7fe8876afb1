"""The pages in a real browser, served by the real command: what is shown, and that nothing leaves this machine."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
SAMPLES = Path(__file__).parents[2] / "samples"
FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # WebGL without a graphics card

ROWS = ".incidents tbody tr"
REASON = "asked_the_rescue_service_for_its_list_of_names_which_it_will_send_on_another_day_of_this_week"
"""A reason of one word that is wider than a phone."""
expect.set_options(timeout=20_000)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="SKIPPED BROWSER TESTS: sudo apt-get install chromium"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `according serve` over the samples."""
    folder = tmp_path_factory.mktemp("site")
    env = os.environ | {"ACCORDING_LEDGER": str(folder / "demo.db"), "ACCORDING_REGISTRY": str(SAMPLES / "actors.tsv")}
    according = [sys.executable, "-m", "according.cli.main"]
    ingested = subprocess.run(
        [*according, "ingest", str(SAMPLES / "reports")], env=env, capture_output=True, check=False
    )
    assert ingested.returncode in (0, 1), ingested.stderr.decode()
    _judge(according, env)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    served = subprocess.Popen([*according, "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urlopen(address, timeout=1).close()
                break
            except (URLError, OSError):
                time.sleep(0.1)
        yield address
    finally:
        served.terminate()
        served.wait(10)


def _judge(according: list[str], env: dict[str, str]) -> None:
    """A reviewer's note on an incident, through the command."""
    listed = subprocess.run(
        [*according, "incidents", "--place", "Harim", "--json"], env=env, capture_output=True, check=True
    )
    incident = json.loads(listed.stdout.splitlines()[0])["id"]
    noted = [*according, "judge", "note", incident, "--why", REASON, "--who", "Amal"]
    subprocess.run(noted, env=env, capture_output=True, check=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page that fails its test when anything is complained of or fetched from elsewhere."""
    complaints: list[str] = []
    hosts: set[str | None] = set()
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        yield page
    assert complaints == []
    assert hosts - {None} == {"127.0.0.1"}


def test_from_the_list_to_the_words(page: Page) -> None:
    page.goto("/?type=air_strike&order=earliest")
    page.locator(ROWS).first.get_by_role("link").click()
    assert "Orontes Incident Monitor" in page.inner_text("main")
    assert page.locator(".accounts svg.chart").count() > 2
    words = page.locator("blockquote mark").first.inner_text()
    page.locator(".quote .from a").first.click()
    assert words in page.locator(".text mark").all_inner_texts()
    assert page.locator("mark:has(.spot:target)").count() == 1
    page.locator("mark:has(.spot:target) a").click()
    assert page.locator(".claims li:target").get_by_role("link").inner_text() == words


def drawn(page: Page, address: str = "/") -> int:
    """Dots on the map, once it is drawn."""
    page.goto(address)
    page.wait_for_selector("#map[data-drawn]", timeout=30_000)
    return int(page.get_attribute("#map", "data-drawn") or -1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_drawn(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    assert drawn(page) > 1
    assert page.locator("#map canvas").is_visible()


def test_the_map_follows_the_filter_and_a_dot_opens_its_incident(page: Page) -> None:
    everywhere = drawn(page)
    there = drawn(page, "/?place=sarmin&type=shelling")
    assert 0 < there < everywhere
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.wait_for_timeout(500)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    if there > 1:
        page.locator("#map .maplibregl-popup a").first.click()
    page.wait_for_url("**/incident/*")
    assert "Sarmin" in page.inner_text("main")


def settled(page: Page) -> None:
    """Waits until no request of a filter is under way."""
    expect(page.locator(".htmx-request")).to_have_count(0)


def test_filters_change_the_list_and_the_map_without_a_new_page(page: Page) -> None:
    dots = drawn(page)
    rows = page.locator(ROWS).count()
    page.evaluate("window.same = true")
    page.get_by_role("textbox", name="Place").fill("sarmin")
    expect(page.locator(ROWS)).not_to_have_count(rows)
    settled(page)
    expect(page.locator("#map")).not_to_have_attribute("data-drawn", str(dots))
    assert page.evaluate("window.same") is True
    assert page.url.endswith("/?place=sarmin"), "empty fields stay out of the address"
    assert page.locator(ROWS).count() == int(page.inner_text("#count").split()[0]) > 0
    page.reload()
    assert page.get_by_role("textbox", name="Place").input_value() == "sarmin"


def test_one_comes_back_from_an_incident_to_the_filtered_list(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Type").select_option("shelling")
    page.wait_for_url("**/?type=shelling")
    settled(page)
    rows = page.locator(ROWS).count()
    page.locator(ROWS).first.get_by_role("link").click()
    page.wait_for_url("**/incident/*")
    page.go_back()
    assert page.locator(ROWS).count() == rows
    assert page.get_by_role("combobox", name="Type").input_value() == "shelling"


def test_dragging_over_the_timeline_chooses_days(page: Page) -> None:
    page.goto("/")
    rows = page.locator(ROWS).count()
    bars = page.locator(".bar")
    second, third = bars.nth(1).bounding_box(), bars.nth(2).bounding_box()
    assert second is not None and third is not None
    page.mouse.move(second["x"] + 5, second["y"] + 10)
    page.mouse.down()
    page.mouse.move(third["x"] + 15, third["y"] + 10, steps=4)
    page.mouse.up()
    expect(page.locator(ROWS)).not_to_have_count(rows)
    settled(page)
    assert page.locator("[name=since]").input_value() == bars.nth(1).get_attribute("data-since")
    assert page.locator("[name=until]").input_value() == bars.nth(2).get_attribute("data-until")
    assert page.locator(".bar.chosen").count() == 2


def test_days_are_chosen_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    handle = page.get_by_role("slider", name="First day")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    third = page.locator(".bar").nth(2).get_attribute("data-since")
    page.wait_for_url(f"**/?since={third}&*")
    settled(page)
    assert handle.get_attribute("aria-valuetext") == third
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "First day", (
        "the handle keeps the focus"
    )
    assert page.locator(".bar.chosen").count() == page.locator(".bar").count() - 2


def test_arabic_stands_on_the_right(page: Page) -> None:
    page.goto("/report/w-29")
    assert page.locator(".text").evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.parametrize("path", ["/", "/report/w-01", "/report/w-29", "/sources", "/problems", "/guide", "/credits"])
def test_a_phone_scrolls_in_one_direction_only(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto')"
    assert page.evaluate(f"{wide}.length") == 0, "nothing is hidden behind scrolling sideways"


def test_without_a_script_everything_is_there(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site) as context:
        page = context.new_page()
        page.goto("/")
        assert "The map needs JavaScript" in page.inner_text("#map")
        rows = page.locator(ROWS).count()
        page.get_by_role("textbox", name="Place").fill("sarmin")
        page.get_by_role("button", name="Show").click()
        assert 0 < page.locator(ROWS).count() < rows
        assert "place=sarmin" in page.url
        page.goto("/")
        page.locator(".bar").nth(1).click()
        assert 0 < page.locator(ROWS).count() < rows
        assert page.locator("[name=since]").input_value() == page.locator("[name=until]").input_value() != ""


def test_what_people_judged_is_told_on_a_phone_too(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/?place=harim&order=earliest")
    page.locator(f"{ROWS} a").first.click()
    expect(page.locator(".judged").first).to_contain_text("note, judged by Amal on")
    expect(page.locator(".judged").first).to_contain_text(REASON)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
