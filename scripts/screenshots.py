"""Takes the pictures of README.md: `make demo` first, then python scripts/screenshots.py while it serves (PORT as there)."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

TARGET = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
BASE = f"http://127.0.0.1:{os.environ.get('PORT', '8031')}"
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
DESK, PHONE = (1280, 960), (390, 844)


def take(page: Page, name: str, path: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(BASE + path)
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-drawn]", timeout=60_000)
        page.wait_for_timeout(2500)
    page.screenshot(path=TARGET / f"{name}.png")
    print(TARGET / f"{name}.png")


def main() -> int:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("No Chromium here: sudo apt-get install chromium")
        return 2
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium, args=FLAGS).new_page()
        take(page, "overview", "/", DESK)
        take(page, "overview-phone", "/?since=2031-03-03&until=2031-03-06", PHONE)
        page.goto(f"{BASE}/?place=ariha&type=air_strike")
        found = re.search(r'href="(/incident/[0-9a-f]+)', page.content())
        if found is None:
            print("The demo's ledger has no air strike on Ariha: run make demo first")
            return 1
        take(page, "incident", found.group(1), DESK)
        take(page, "report", "/report/w-26", DESK)
        take(page, "report-arabic", "/report/w-29", (1280, 640))
    return 0


if __name__ == "__main__":
    sys.exit(main())
