"""Put the built site into the wheel, when the environment names one. Runs inside hatchling.

Without the variable this changes nothing: `pip install .` in a clone that has built no site makes
the package alone, which finds a site by TABSTREAM_SITE.
"""

from __future__ import annotations

import os
from typing import Any

from hatchling.builders.hooks.plugin.interface import (  # type: ignore[import-not-found]
    BuildHookInterface,  # in an environment of its own, .venv-wheel
)

#: The folder to carry; tools/build-wheel.mjs sets it.
VARIABLE = "TABSTREAM_WHEEL_SITE"

#: Where py/tabstream/cli/site_folder.py looks.
PLACE = "tabstream/_site"


class SiteHook(BuildHookInterface):  # type: ignore[misc]  # its base is not there for mypy
    """What hatchling asks before it packs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder."""
        if site := os.environ.get(VARIABLE):
            build_data["force_include"][site] = PLACE
