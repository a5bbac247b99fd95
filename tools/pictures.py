"""Take the pictures of the examples, for the landing page and the README, in a real browser.

The site has to be built (`npm run build`). Writes examples/<name>/picture.png, 640 by 400 pixels,
and docs/images/explorer.png. Run it when an example or the look has changed::

    .venv/bin/python tools/pictures.py [name ...]
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SITE = Path(os.environ.get("TABSTREAM_DIST", ROOT / "dist"))

SIZE = (640, 400)
#: Pixels of the window; a narrower one makes larger letters.
USUAL_WIDTH = 600
WIDTHS = {
    "altair-gallery": 760,
    "daylight": 800,
    "explorer": 1080,
    "gallery": 1000,
    "simulation": 760,
}

START_MS = 180_000


def _move_slider(page: Page) -> None:
    slider = page.get_by_role("slider").first
    for _ in range(42):
        slider.press("ArrowRight")
    slider.blur()


def _scroll_to(test_id: str) -> Callable[[Page], None]:
    """Leave out what is above an element, down to the usual room before it."""
    script = """(element) => {
        element.scrollIntoView({ block: "start" });
        document.querySelector(".ts-unit").scrollBy(0, -16);
    }"""
    return lambda page: page.get_by_test_id(test_id).evaluate(script)


#: What a person does before the picture is taken.
PREPARE: dict[str, Callable[[Page], None]] = {
    "altair-gallery": _scroll_to("stSelectbox"),
    "hello": _move_slider,
    "simulation": _scroll_to("stSlider"),
}


def main() -> None:
    """Take the pictures that the command line names, or all."""
    names = sorted(path.parent.name for path in EXAMPLES.glob("*/app.py"))
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="*", help=f"one of {', '.join(names)}")
    wanted = parser.parse_args().name or names
    program = os.environ.get("TABSTREAM_CHROMIUM") or shutil.which("chromium")
    with serving(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in wanted:
            width = WIDTHS.get(name, USUAL_WIDTH)
            save(take(browser, address, name, width, SIZE[0] / width), EXAMPLES / name)
            if name == "explorer":
                images = ROOT / "docs" / "images"
                images.mkdir(exist_ok=True)
                save(take(browser, address, name, 1280, 1), images, "explorer.png")
        browser.close()


def take(browser: Browser, address: str, name: str, width: int, scale: float) -> bytes:
    """Open an example and take its picture."""
    viewport: ViewportSize = {"width": width, "height": width * SIZE[1] // SIZE[0]}
    page = browser.new_page(viewport=viewport, device_scale_factor=scale)
    page.goto(f"{address}?script=examples/{name}/app.py&embed=true&theme=light")
    ended = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    page.wait_for_selector(ended, timeout=START_MS)
    if prepare := PREPARE.get(name):
        prepare(page)
    # Charts and grids are drawn after the run, when their libraries have arrived.
    page.wait_for_load_state("networkidle")
    page.wait_for_selector(ended)
    page.wait_for_timeout(1000)
    picture = page.screenshot()
    page.close()
    return picture


def save(picture: bytes, folder: Path, name: str = "picture.png") -> None:
    """Write a picture with 256 colours, which is a third of the bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    small = image.quantize(256, dither=Image.Dither.NONE)
    small.save(folder / name, optimize=True)
    print(f"{(folder / name).relative_to(ROOT)}: {(folder / name).stat().st_size // 1000} kB")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


if __name__ == "__main__":
    main()
