"""What Sphinx makes of documents with apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from docs_folder import Docs

LOADER = "tabstream-embed.js"

GUIDE = """
    Apps
    ====

    .. tabstream::

       x = 1

    .. tabstream::
       :src: app.py
       :height: 300
       :start: click
"""


@pytest.fixture
def guide(sphinx: Docs) -> Docs:
    sphinx.write(
        {
            "source/guide/apps.rst": GUIDE,
            "source/guide/app.py": "import own\n",
            "source/guide/own.py": "",
        }
    )
    return sphinx


@pytest.mark.parametrize(
    ("builder", "page", "up"),
    [
        ("html", "guide/apps.html", "../"),
        ("dirhtml", "guide/apps/index.html", "../../"),
        ("singlehtml", "index.html", ""),
    ],
)
def test_apps_find_their_site_and_files_from_wherever_the_page_is(
    guide: Docs, builder: str, page: str, up: str
) -> None:
    guide.command[guide.command.index("html")] = builder
    assert guide.build() == 0, guide.said
    html = guide.read(page)
    assert html.count(f'<script src="{up}_tabstream/{LOADER}" async></script>') == 1
    assert '<script type="text/x-python">\nx = 1\n</script>' in html
    place = "_tabstream_apps/guide"
    assert f'<tabstream-app height="300" start="click" src="{up}{place}/app.py">' in html
    assert guide.list(place) == ["app.py", "own.py"]
    assert guide.list("_tabstream") == ["index.html", "service-worker.js", LOADER]


def test_a_document_without_apps_does_not_know_the_element(guide: Docs) -> None:
    assert guide.build() == 0, guide.said
    assert LOADER not in guide.read("index.html")


def test_docs_without_an_app_get_no_site(sphinx: Docs) -> None:
    sphinx.write({"source/guide/words.rst": "Words\n=====\n"})
    assert sphinx.build() == 0, sphinx.said
    assert sphinx.list("_tabstream") == []


def test_a_changed_script_is_copied_by_the_next_build_also_in_parallel(guide: Docs) -> None:
    guide.command += ["-j", "2"]
    assert guide.build() == 0, guide.said
    guide.write({"source/guide/app.py": "import other\n", "source/guide/other.py": ""})
    assert guide.build() == 0, guide.said
    assert "import other" in guide.read("_tabstream_apps/guide/app.py")
    assert "import other" in guide.read("guide/apps.html")
    assert "other.py" in guide.list("_tabstream_apps/guide")


def test_shown_code_is_highlighted_as_sphinx_does(sphinx: Docs) -> None:
    block = ".. tabstream::\n   :show: app code\n\n   import x\n"
    sphinx.write({"source/guide/apps.rst": f"Apps\n====\n\n{block}"})
    assert sphinx.build() == 0, sphinx.said
    html = sphinx.read("guide/apps.html")
    assert html.index("</tabstream-app>") < html.index('<div class="highlight-python')


@pytest.mark.parametrize(("builder", "page"), [("text", "guide/apps.txt"), ("latex", "docs.tex")])
def test_where_nothing_runs_the_code_is_there_to_be_read(
    guide: Docs, builder: str, page: str
) -> None:
    guide.command[guide.command.index("html")] = builder
    assert guide.build() == 0, guide.said
    text = guide.read(page)
    assert "x = 1" in text.replace(r"\PYG{n}{x} \PYG{o}{=} \PYG{l+m+mi}{1}", "x = 1")
    assert "tabstream-app" not in text


def test_a_book_has_the_code(guide: Docs) -> None:
    guide.command[guide.command.index("html")] = "epub"
    guide.command.remove("-W")  # an address and a version are missed of a book
    assert guide.build() == 0, guide.said
    page = guide.read("guide/apps.xhtml")
    assert "import" in page
    assert "tabstream" not in page
    assert guide.list("_tabstream") == []


def test_a_script_that_is_no_python_is_a_warning_with_its_line(sphinx: Docs) -> None:
    sphinx.write({"source/guide/apps.rst": "Apps\n====\n\n.. tabstream::\n\n   x = 1\n   y = (\n"})
    assert sphinx.build() == 1
    assert "apps.rst:7: WARNING: '(' was never closed." in sphinx.said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (":src: gone.py", 'apps.rst:4: ERROR: src="gone.py" is not there'),
        (":show: code", 'apps.rst:4: ERROR: show="code" cannot be'),
        (":size: 3", 'unknown option: "size"'),
    ],
)
def test_a_block_that_cannot_be_is_an_error_with_its_line(
    sphinx: Docs, options: str, said: str
) -> None:
    sphinx.write({"source/guide/apps.rst": f"Apps\n====\n\n.. tabstream::\n   {options}\n"})
    assert sphinx.build() == 1
    assert said in sphinx.said


def test_a_site_that_is_none_ends_the_build(sphinx: Docs) -> None:
    (sphinx.folder / "a site/tabstream-embed.js").unlink()
    assert sphinx.build() == 2
    assert "tabstream_site in conf.py: ../a site is no built tabstream site" in sphinx.said
