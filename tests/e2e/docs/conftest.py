"""Docs with the built site, in a sub-folder of a plain static host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docs_folder import mkdocs_in, sphinx_in
from server import SITE, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = {
    "guide/rows.csv": "a\nb\n",
    "guide/app.py": "import streamlit as st\nfrom own import WORD\nst.write(WORD)\n",
    "guide/own.py": "WORD = open('word.txt').read()\n",
    "guide/word.txt": "from beside",
}

#: With what would end its element too soon.
SCRIPT = """
    import streamlit as st

    rows = open("rows.csv").read().split()

    size = st.slider("Size", 0, 10, 3)
    st.write(f"{len(rows)} rows, {size} of them")
    st.code("</script>")
"""


@pytest.fixture(scope="session")
def mkdocs_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of docs that MkDocs has built."""
    folder = tmp_path_factory.mktemp("mkdocs")
    docs = mkdocs_in(folder, str(SITE))
    options = 'title="Rows" show="both" requirements="attrs"'
    page = f"# Apps\n\n```tabstream {options}\n{SCRIPT.strip(chr(10))}\n```\n"
    docs.write(
        {
            "docs/guide/apps.md": page,
            "docs/guide/late.md": '# Late\n\n```tabstream src="app.py" start="click"\n```\n',
            **{f"docs/{name}": text for name, text in FILES.items()},
        }
    )
    assert docs.build() == 0, docs.said
    with serving({"/x/docs/": folder / "built"}) as origin:
        yield f"{origin}/x/docs/"


@pytest.fixture(scope="session")
def sphinx_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of docs that Sphinx has built."""
    folder = tmp_path_factory.mktemp("sphinx")
    docs = sphinx_in(folder, str(SITE))
    inline = f".. tabstream::\n    :title: Rows\n    :show: both\n{SCRIPT}"
    late = ".. tabstream::\n    :src: app.py\n    :start: click\n"
    docs.write(
        {
            "source/guide/apps.rst": f"Apps\n====\n\n{inline}",
            "source/guide/late.rst": f"Late\n====\n\n{late}",
            **{f"source/{name}": text for name, text in FILES.items()},
        }
    )
    assert docs.build() == 0, docs.said
    with serving({"/x/docs/": folder / "built"}) as origin:
        yield f"{origin}/x/docs/"
