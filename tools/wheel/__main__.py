"""Copy a built site without what a wheel does without: ``python -m tools.wheel <site> <into>``."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from tabstream.cli.building import read_index, with_index

#: The server of the wheel compresses nothing: it answers this machine alone.
COMPRESSED = ("*.gz", "*.br")

#: What a wheel has no room for: an index takes no file of more than 100 MB. Without the image of
#: Altair, its apps start from the one of pandas, with Altair's wheels on top.
LEFT_OUT_IMAGES = ("altair-",)


def main() -> None:
    """Read the command line, and copy."""
    parser = argparse.ArgumentParser(prog="python -m tools.wheel", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("into", type=Path)
    arguments = parser.parse_args()
    copy_site(arguments.site, arguments.into)


def copy_site(site: Path, into: Path) -> None:
    """Copy a site, and tell its page which images are left."""
    index = read_index(site)
    is_left_out = [Path(image["path"]).name.startswith(LEFT_OUT_IMAGES) for image in index.images]
    dropped = [image for image, is_out in zip(index.images, is_left_out, strict=True) if is_out]
    names = {Path(image["path"]).name for image in dropped}
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(site, into, ignore=shutil.ignore_patterns(*COMPRESSED, *names))
    left = index.with_images([image for image in index.images if image not in dropped])
    left.write(into)
    page = into / "index.html"
    page.write_text(with_index(page.read_text(encoding="utf-8"), left), encoding="utf-8")


main()
