"""Where in a page of Markdown a fence is one, with the extensions that most sites have."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import markdown
import pytest

from tabstream_docs.markdown import Drawing, Fence, FenceExtension

if TYPE_CHECKING:
    from tabstream_docs.block import Part

HOSTS = {
    "as MkDocs is": ["fenced_code", "admonition"],
    "with superfences": ["pymdownx.superfences", "admonition", "pymdownx.tabbed"],
    "without fences": ["admonition"],
}


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> list[str]:
    return HOSTS[request.param]


def convert(
    text: str, host: list[str], parts: tuple[Part, ...] = ("app",)
) -> tuple[str, list[Fence]]:
    """Convert a page; tell what was found."""
    found: list[Fence] = []

    def draw(fence: Fence) -> Drawing:
        found.append(fence)
        # With blank lines and indentation, which are Markdown where they are looked at.
        return Drawing(
            parts, f"<tabstream-app>\n\n    {len(found)}\n\n</tabstream-app>", fence.text
        )

    html = markdown.markdown(dedent(text), extensions=[*host, FenceExtension(draw)])
    return html, found


APP = "<tabstream-app>\n\n    1\n\n</tabstream-app>"


def test_a_fence_becomes_what_is_drawn_between_its_neighbours(host: list[str]) -> None:
    html, found = convert(
        """
        Before
        ```tabstream src="app.py" height=400
        ```
        after
        """,
        host,
    )
    assert found == [Fence(' src="app.py" height=400', "", 3, is_closed=True)]
    assert html == f"<p>Before</p>\n{APP}\n<p>after</p>"


def test_a_fence_may_be_called_python_for_whatever_else_shows_the_page(host: list[str]) -> None:
    html, [found] = convert("```python tabstream height=400\nx\n```\n", host)
    assert (found.info, html) == (" height=400", APP)


def test_the_text_of_a_fence_is_not_markdown(host: list[str]) -> None:
    text = "x = '''\n# no heading\n\n    <b>\n'''"
    html, [fence] = convert(f"~~~tabstream\n{text}\n~~~\n", host)
    assert fence.text == text
    assert html == APP


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("- item\n\n    {}", "<li>"),
        ("1. item\n\n    - inner\n\n        {}", "<li>"),
        ("!!! note\n    {}", '<div class="admonition note">'),
        ("- item\n\n    words\n\n    {}", "<li>"),
    ],
)
def test_a_fence_may_be_within_a_block(host: list[str], text: str, around: str) -> None:
    depth = text.splitlines()[-1].index("{")
    fence = f"\n{' ' * depth}".join(["```tabstream", "if x:", "    y", "```"])
    html, [found] = convert(text.format(fence), host)
    assert found.text == "if x:\n    y"
    assert around in html
    assert f"<p>{APP}" not in html
    assert APP in html


@pytest.mark.parametrize(
    "text",
    [
        "````markdown\n```tabstream\nx\n```\n````\n",
        "~~~\n```tabstream\nx\n```\n~~~\n",
        "Words\n\n    ```tabstream\n    x\n    ```\n",
        "- item\n\n        ```tabstream\n        x\n        ```\n",
        "Use ```tabstream``` here\n",
        "```tabstreams\nx\n```\n",
        "```not-tabstream\nx\n```\n",
        "```python\nx\n```\n",
    ],
)
def test_what_only_shows_a_fence_is_left_alone(host: list[str], text: str) -> None:
    html, found = convert(text, host)
    assert found == []
    assert html == markdown.markdown(text, extensions=host)


def test_a_fence_after_one_that_is_only_shown_is_one(host: list[str]) -> None:
    _, found = convert("    ```tabstream\n    x\n    ```\n\n```tabstream\ny\n```\n", host)
    assert [fence.text for fence in found] == ["y"]


def test_a_fence_that_is_not_closed_is_told(host: list[str]) -> None:
    _, [found] = convert("words\n\n```tabstream\nx\n", host)
    assert (found.line, found.is_closed) == (3, False)


@pytest.mark.parametrize("parts", [("code", "app"), ("app", "code")])
def test_code_is_shown_as_the_page_shows_other_code(
    host: list[str], parts: tuple[Part, ...]
) -> None:
    code = "x = '''\n```\n\n<b>'''"
    html, _ = convert(f"- item\n\n    ````tabstream\n{indented(code)}\n    ````\n", host, parts)
    other = "````python\n" + code + "\n````"
    shown = markdown.markdown(other, extensions=host) if host != HOSTS["without fences"] else None
    expected = shown or "<code class=\"language-python\">x = '''\n```\n\n&lt;b&gt;'''</code>"
    assert expected in html
    is_above = html.index(expected) < html.index(APP)
    assert is_above == (parts[0] == "code")


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
