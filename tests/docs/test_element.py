"""The element that a block becomes: an HTML parser finds in it what the author has written."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from tabstream_docs.app_files import App
from tabstream_docs.block import read_block
from tabstream_docs.element import app_html, loader_tag

#: What a page could take for its own.
HARD = [
    "st.write('<b>', 1 < 2, 'a & b &amp; c')\n",
    "x = '</script>'\n",
    "x = '</SCRIPT '\n",
    "x = '<!-- <script>'\n",
    "x = '''\n\n</pre></tabstream-app>\n\n    set in\n'''\n",
    'x = "]]> {{ y }} \\\\ é 🎈"\n',
]


@dataclass
class Found(HTMLParser):
    """The elements of a page, each with its attributes and text."""

    elements: list[tuple[str, dict[str, str | None], list[str]]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(len(self.elements))
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.elements[self.open[-1]][2].append(data)


def parse(html: str) -> dict[str, tuple[dict[str, str | None], str]]:
    """Give the attributes and the text of each element, by its tag."""
    found = Found()
    found.feed(html)
    found.close()
    assert not found.open
    return {tag: (attributes, "".join(text)) for tag, attributes, text in found.elements}


def app_of(code: str, **options: str) -> App:
    block = read_block(options, code)
    return App(block, block.code)


@pytest.mark.parametrize("code", HARD)
def test_a_script_comes_out_as_it_was_written(code: str) -> None:
    elements = parse(app_html(app_of(code), ""))
    script = elements.get("script") or elements["tabstream-file"]
    assert script[1].removeprefix("\n") == code
    # An HTML parser drops the first line break of <pre>, which a script may not begin with here.
    assert elements["pre"][1] == code


def test_a_script_with_the_end_of_its_element_in_it_goes_as_the_file_that_runs() -> None:
    elements = parse(app_html(app_of("'</script>'"), ""))
    assert "script" not in elements
    assert elements["tabstream-file"][0] == {"name": "app.py", "hidden": None}


def test_attributes_keep_quotation_marks_and_ampersands() -> None:
    title = """Say "hi" & 'so' <b>"""
    html = app_html(app_of("x", title=title, requirements="pandas>=3", start="click"), "")
    attributes, _ = parse(html)["tabstream-app"]
    assert attributes == {"title": title, "requirements": "pandas>=3", "start": "click"}


def test_code_that_is_shown_is_not_there_twice() -> None:
    assert "pre" not in parse(app_html(app_of("x", show="both"), ""))


def test_addresses_lead_up_to_the_top_of_the_docs_and_have_no_spaces() -> None:
    block = read_block({"src": "my app.py"}, "")
    handed = {"a b.csv": "_tabstream_apps/a b.csv"}
    html = app_html(App(block, "x\n", address="_tabstream_apps/my app.py", handed=handed), "../../")
    elements = parse(html)
    assert elements["tabstream-app"][0] == {"src": "../../_tabstream_apps/my%20app.py"}
    assert elements["tabstream-file"][0] == {
        "name": "a b.csv",
        "src": "../../_tabstream_apps/a%20b.csv",
    }


def test_the_loader_holds_up_no_page() -> None:
    html = loader_tag('https://a.test/"x"/tabstream-embed.js')
    assert parse(html)["script"][0] == {
        "src": 'https://a.test/"x"/tabstream-embed.js',
        "async": None,
    }
