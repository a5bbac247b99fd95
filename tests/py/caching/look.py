"""An app with a cached `f`: what an edit of its files makes of the next call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol import FilesChanged
from tabstream.caching.record import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matrix import Row
    from visits import Visits

    from tabstream.caching.record import Record


class Look:
    """An app whose `f` was called once, and how often it has been computed since."""

    def __init__(self, visits: Visits, app: str, files: Mapping[str, str]) -> None:
        self.visits = visits
        self.files = {"app.py": app, **files}
        for name, content in files.items():
            self.write(name, content)
        self.shown = visits.open(app)
        assert (self.record.misses, self.record.hits) == (1, 0)

    @property
    def record(self) -> Record:
        """What is known of `f`, wherever it is defined."""
        [found] = [one for name, one in records.items() if name.endswith((".f", " f"))]
        return found

    def write(self, name: str, content: str) -> None:
        """Write a file."""
        file = self.visits.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)

    def edit(self, old: str, new: str) -> str:
        """Replace a text in the one file that has it; return that file's name."""
        [name] = [name for name, content in self.files.items() if old in content]
        self.write(name, self.files[name].replace(old, new))
        return name

    def is_computed(self, *, reloads: bool, changed: str | None = None) -> bool:
        """Show the app once more; return whether `f` was called."""
        calls, misses = self.record.hits + self.record.misses, self.record.misses
        if reloads:
            calls = misses = 0
            self.shown = self.visits.open()
        else:
            if changed is not None:
                assert self.visits.app is not None
                self.visits.app.view.session.take_in(FilesChanged((changed,)))
            self.shown = self.visits.run()
        assert self.record.hits + self.record.misses == calls + 1
        return self.record.misses > misses


def look(visits: Visits, row: Row, decorator: str) -> Look:
    """Open the app of a row."""
    app = f"import streamlit as st\ncache = {decorator}\n{row.app}\nst.text(f())\n"
    return Look(visits, app, row.files)
