"""The Python that the documentation shows: it runs, or it says what it is instead of an app."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import markdown
import pytest

from tabstream.testing import AppTest
from tabstream_docs.markdown import Drawing, Fence, FenceExtension
from tabstream_docs.syntax import find_mistake

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))

#: An app that waits on purpose may do so.
TIMEOUT_S = 30

OTHER = re.compile(r"^ *(?:```+|~~~+) *python(?! +tabstream)\b(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Snippet:
    """An app of a page."""

    page: Path
    fence: Fence

    def __str__(self) -> str:
        return f"{self.page.name}:{self.fence.line}"


def find_snippets(page: Path) -> list[Snippet]:
    """Find the apps of a page as the documentation does."""
    snippets: list[Snippet] = []

    def draw(fence: Fence) -> Drawing:
        snippets.append(Snippet(page, fence))
        return Drawing((), "", "")

    markdown.markdown(page.read_text(encoding="utf-8"), extensions=[FenceExtension(draw)])
    return snippets


@pytest.mark.parametrize("snippet", [s for page in PAGES for s in find_snippets(page)], ids=str)
def test_an_app_of_the_documentation_runs(snippet: Snippet) -> None:
    assert find_mistake(snippet.fence.text) is None
    app = AppTest.from_string(snippet.fence.text, default_timeout=TIMEOUT_S).run()
    assert not app.exception, app.exception


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_that_is_no_app_says_what_it_is(page: Path) -> None:
    """By a title, which is shown above it: the file that it stands in, or what it is a part of."""
    untitled = [info for info in OTHER.findall(page.read_text("utf-8")) if "title=" not in info]
    assert untitled == []


def test_the_first_page_and_the_one_on_caching_have_apps() -> None:
    """So that the tests above are known to find some."""
    found = {snippet.page.name for page in PAGES for snippet in find_snippets(page)}
    assert {"index.md", "caching.md"} <= found
