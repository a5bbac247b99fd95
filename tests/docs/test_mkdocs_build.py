"""What MkDocs makes of pages with apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from docs_folder import Docs

LOADER = "tabstream-embed.js"


def test_a_page_with_apps_knows_the_element_and_others_do_not(mkdocs: Docs) -> None:
    mkdocs.write(
        {
            "docs/guide/apps.md": """
                # Apps

                ```tabstream
                x = 1
                ```

                ```tabstream
                x = 2
                ```
            """
        }
    )
    assert mkdocs.build() == 0, mkdocs.said
    page = mkdocs.read("guide/apps/index.html")
    # Docs may be in any sub-folder, so the way goes up from the page.
    assert page.count(f'<script src="../../_tabstream/{LOADER}" async></script>') == 1
    assert page.count("<tabstream-app>") == 2
    assert "tabstream" not in mkdocs.read("index.html")
    assert mkdocs.list("_tabstream") == ["index.html", "service-worker.js", LOADER]


def test_docs_without_an_app_get_no_site(mkdocs: Docs) -> None:
    assert mkdocs.build() == 0, mkdocs.said
    assert mkdocs.list("_tabstream") == []


@pytest.mark.parametrize(
    ("is_folder", "page", "up"), [(True, "index.html", "./"), (False, "guide/apps.html", "../")]
)
def test_a_script_and_what_it_needs_are_copied(
    mkdocs: Docs, is_folder: bool, page: str, up: str
) -> None:
    urls = f"use_directory_urls: {str(is_folder).lower()}\n"
    config = (mkdocs.folder / "mkdocs.yml").read_text() + urls
    source = page.replace(".html", ".md")
    block = '```tabstream src="/apps/app.py" start=click height=300\n```\n'
    mkdocs.write(
        {
            "mkdocs.yml": config,
            f"docs/{source}": block,
            "docs/apps/app.py": "import own\n",
            "docs/apps/own.py": "open('rows.csv')\n",
            "docs/apps/rows.csv": "1\n",
        }
    )
    assert mkdocs.build() == 0, mkdocs.said
    place = "_tabstream_apps/apps"
    assert f'<tabstream-app height="300" start="click" src="{up}{place}/app.py">' in mkdocs.read(
        page
    ).replace('src="_', 'src="./_')
    assert mkdocs.list(place) == ["app.py", "own.py", "rows.csv"]


def test_a_site_on_the_web_is_not_copied(mkdocs: Docs) -> None:
    config = (mkdocs.folder / "mkdocs.yml").read_text()
    mkdocs.write(
        {
            "mkdocs.yml": config.replace("a site", "https://a.test/apps"),
            "docs/index.md": "```tabstream\nx\n```\n",
        }
    )
    assert mkdocs.build() == 0, mkdocs.said
    assert f'<script src="https://a.test/apps/{LOADER}" async>' in mkdocs.read("index.html")
    assert mkdocs.list("_tabstream") == []


def test_a_script_that_is_no_python_is_a_warning_with_its_line(mkdocs: Docs) -> None:
    page = "---\ntitle: Home\n---\n\n# Home\n\n```tabstream\nx = 1\ny = (\n```\n"
    mkdocs.write({"docs/index.md": page})
    assert mkdocs.build() == 1
    assert "index.md, line 9: '(' was never closed." in mkdocs.said
    assert "1 warnings in strict mode" in mkdocs.said
    mkdocs.command.remove("--strict")
    assert mkdocs.build() == 0


def test_a_file_that_is_no_python_is_named_itself(mkdocs: Docs) -> None:
    mkdocs.write(
        {"docs/index.md": "```tabstream src=app.py\n```\n", "docs/app.py": "x = 1\ny = \n"}
    )
    assert mkdocs.build() == 1
    assert "app.py, line 2: invalid syntax." in mkdocs.said


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("```tabstream src=gone.py\n```", 'index.md, line 3: src="gone.py" is not there'),
        ("```tabstream size=3\nx\n```", "index.md, line 3: size is no option."),
        ("```tabstream\nx\n", "index.md, line 3: The block has no end."),
    ],
)
def test_a_block_that_cannot_be_ends_the_build_with_its_line(
    mkdocs: Docs, block: str, said: str
) -> None:
    mkdocs.write({"docs/index.md": f"# Home\n\n{block}\n"})
    mkdocs.command.remove("--strict")
    assert mkdocs.build() == 1
    assert said in mkdocs.said
    assert "Traceback" not in mkdocs.said


def test_a_site_that_is_none_ends_the_build(mkdocs: Docs) -> None:
    (mkdocs.folder / "a site/tabstream-embed.js").unlink()
    assert mkdocs.build() == 1
    assert "`site` in mkdocs.yml: a site is no built tabstream site" in mkdocs.said
    assert "Traceback" not in mkdocs.said
