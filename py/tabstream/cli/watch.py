"""Tells the page, as server-sent events, which files of the app changed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from watchfiles import awatch

from tabstream.cli.app_folder import is_served_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from watchfiles import Change

#: A silent connection is spoken to this often, else nobody notices that the page has gone.
HEARTBEAT_MS = 15_000


@dataclass(frozen=True)
class Watcher:
    """Watches a folder for any number of pages."""

    folder: Path
    #: One for each page that listens. They cannot share one: `awatch` sets the event itself
    #: when its own page goes away.
    _listening: set[anyio.Event] = field(default_factory=set)

    async def events(self) -> AsyncIterator[str]:
        """Yield an event at each save, until the page goes away or the server stops."""
        stop = anyio.Event()
        self._listening.add(stop)
        batches = awatch(
            self.folder,
            watch_filter=self._concerns_the_app,
            stop_event=stop,
            rust_timeout=HEARTBEAT_MS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
        # Watching begins with the first step, and only then is the page told so: a save after
        # that word must not be missed.
        first = asyncio.ensure_future(anext(batches, None))
        await asyncio.sleep(0)
        try:
            yield ": watching\n\n"
            changes = await first
            while changes is not None:
                paths = sorted({Path(path) for _, path in changes})
                yield self._event(paths) if paths else ": still here\n\n"
                changes = await anext(batches, None)
        finally:
            first.cancel()
            self._listening.discard(stop)

    def stop(self) -> None:
        """End all events, so that the server need not wait for the pages."""
        for stop in self._listening:
            stop.set()

    def _event(self, paths: list[Path]) -> str:
        # By what is there now: an editor that saves by replacing the file removes it first.
        names = {path.relative_to(self.folder).as_posix(): path.is_file() for path in paths}
        changed = [name for name, exists in names.items() if exists]
        removed = [name for name, exists in names.items() if not exists]
        return f"data: {json.dumps({'changed': changed, 'removed': removed})}\n\n"

    def _concerns_the_app(self, _: Change, path: str) -> bool:
        file = Path(path)
        name = file.relative_to(self.folder)
        return is_served_file(self.folder, name) and not file.is_dir()
