"""Files that an author names: they stand beside the script."""

from __future__ import annotations

from pathlib import Path

from tabstream._runtime import current_run


def in_app_folder(path: str | Path) -> Path:
    """Return where a file is that a script names: relative to the app's folder.

    In the worker that folder is the current one as well; in a test, and in an app that changes
    the current folder, it is not.
    """
    run = current_run()
    return Path(run.session.app.folder, path) if run is not None else Path(path)
