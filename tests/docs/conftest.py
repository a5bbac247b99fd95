"""What the tests of the blocks share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docs_folder import SITE, Docs, mkdocs_in, sphinx_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def mkdocs(tmp_path: Path) -> Docs:
    """Docs for MkDocs, with a site beside them."""
    docs = mkdocs_in(tmp_path, "a site")
    docs.write({f"a site/{name}": text for name, text in SITE.items()})
    return docs


@pytest.fixture
def sphinx(tmp_path: Path) -> Docs:
    """Docs for Sphinx, with a site beside them."""
    docs = sphinx_in(tmp_path, "../a site")
    docs.write({f"a site/{name}": text for name, text in SITE.items()})
    return docs
