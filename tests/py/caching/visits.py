"""An app that is opened, closed, edited, and opened again: what is in memory goes."""

from __future__ import annotations

import importlib
import shutil
import sys
from typing import TYPE_CHECKING

from tabstream._host.memory import MemoryResults
from tabstream.caching import record
from tabstream.caching.clearing import clear_all
from tabstream.testing import AppTest

if TYPE_CHECKING:
    from pathlib import Path

    from tabstream.caching.record import Record


class Visits:
    """The visits to one app, with one storage."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results = MemoryResults()
        self.app: AppTest | None = None

    def open(self, script: str | None = None, **files: str) -> list[str]:
        """Open the app anew, with files written before; return its texts."""
        if script is not None:
            (self.folder / "app.py").write_text(script)
        for name, content in files.items():
            (self.folder / name.replace("__", ".")).write_text(content)
        self._forget()
        record.records.clear()
        self.app = AppTest.from_file(self.folder / "app.py")
        self.app.view.session.host.results = self.results
        return self.run()

    def _forget(self) -> None:
        """Forget what a page that is closed takes with it: results in memory, and modules."""
        clear_all()
        mine = str(self.folder.parent)  # also what another test has left
        for name, module in list(sys.modules.items()):
            is_mine = str(getattr(module, "__file__", None)).startswith(mine)
            if is_mine and name != "__main__":
                del sys.modules[name]
        importlib.invalidate_caches()
        shutil.rmtree(self.folder / "__pycache__", ignore_errors=True)

    def run(self) -> list[str]:
        """Run the app once more; return its texts."""
        assert self.app is not None
        self.app.run()
        assert not self.app.exception, self.app.exception[0].message
        return [element.value for element in self.app.text]

    def record(self, title: str) -> Record:
        """Return what is known of a function of the app."""
        [found] = [one for one in record.records.values() if one.title == title]
        return found
