"""Where the built site is."""

from __future__ import annotations

import os
from pathlib import Path

from tabstream.cli.bad_input import BadInput


def find_site() -> Path:
    """Find the built site: the one named, or in the installed package, or in a clone."""
    named = os.environ.get("TABSTREAM_SITE")
    package = Path(__file__).parents[1]
    places = [Path(named)] if named else [package / "_site", package.parents[1] / "dist"]
    for place in places:
        if (place / "index.html").is_file():
            return place
    raise BadInput(
        f"The built site is not in {' or in '.join(map(str, places))}. In a clone, `npm run build` "
        "makes it; TABSTREAM_SITE names another folder."
    )
