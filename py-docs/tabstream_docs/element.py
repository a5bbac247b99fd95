"""A block's app as HTML: `<tabstream-app>` with its script and files between the tags."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from tabstream_docs.app_files import App

#: What would end a script element too soon, or keep it from ending where it should.
ENDS_SCRIPT = re.compile(r"<(!--|/?script)", re.IGNORECASE)


def app_html(app: App, up: str) -> str:
    """Write an app as HTML.

    Parameters
    ----------
    app
        The app.
    up
        The way from the page to the top of the built docs, such as ``../``.

    Returns
    -------
    str
        One element. Where scripts do not run, its code is there to be read.
    """
    attributes = dict(app.block.attributes)
    if app.address:
        attributes["src"] = up + quote(app.address)
    inner = "".join(file_tag(name, up + quote(place)) for name, place in app.handed.items())
    if not app.address:
        inner = script_tag(app.code) + inner
    if "code" not in app.block.show:
        # Hidden as soon as the element is one, for it shows its frame instead. A highlighter that
        # works in the page looks for a <code> within and so leaves it alone.
        inner += f"\n<pre>{escape(app.code, quote=False)}</pre>"
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<tabstream-app{written}>{inner}\n</tabstream-app>"


def script_tag(code: str) -> str:
    """Write a script for the element that runs it.

    The text of a script element is taken as it is: nothing in it can be escaped. A script that has
    the end of such an element in it, in a string perhaps, goes as a file of the name by which the
    element runs it.
    """
    if ENDS_SCRIPT.search(code):
        text = escape(code, quote=False)
        return f'\n<tabstream-file name="app.py" hidden>\n{text}</tabstream-file>'
    return f'\n<script type="text/x-python">\n{code}</script>'


def file_tag(name: str, address: str) -> str:
    """Write a file that the script reads by its name."""
    return f'\n<tabstream-file name="{escape(name)}" src="{escape(address)}"></tabstream-file>'


def loader_tag(address: str) -> str:
    """Write what makes the page know the element: once on a page that has an app."""
    return f'<script src="{escape(address)}" async></script>\n'
