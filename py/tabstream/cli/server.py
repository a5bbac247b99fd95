"""The site, and beside it the script's folder, as one ASGI application.

    /                 dist/, with a note in index.html when there is an app
    /service-worker.js   one that ends itself: here nothing is kept for offline use
    /_app.json        the app: entry, arguments, files
    /_app/...         its files
    /_app.events      server-sent events, one for each save

Without a script, this is nothing but a static file server, and the site must work on any.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from tabstream.cli.app_folder import is_served_file, list_files
from tabstream.cli.guard import Guard

if TYPE_CHECKING:
    import os

    from starlette.requests import Request
    from starlette.types import ASGIApp, Scope

    from tabstream.cli.target import LocalScript
    from tabstream.cli.watch import Watcher

#: Told, not left to the system: a Windows registry may say that .js is plain text, and browsers
#: run neither modules nor streamed wasm of another type.
MIME_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}

#: The compressed copies that the build has made, the smallest first.
ENCODINGS = {".br": "br", ".gz": "gzip"}

#: What index.html says when there is an app. A static host never says it, and so is never asked
#: for an /_app.json that it does not have.
NOTE = '<meta name="tabstream-app" content="_app.json">'

#: What index.html says of a service worker; see docs/offline.md.
OFFLINE = re.compile('(<meta name="tabstream-offline" content=")[^"]*(")')


def make_server_app(
    site: Path, script: LocalScript | None, watcher: Watcher | None, *, isolated: bool = False
) -> ASGIApp:
    """Put the application together."""
    for ending, mime_type in MIME_TYPES.items():
        mimetypes.add_type(mime_type, ending)
    has_app = script is not None and watcher is not None
    routes: list[Route | Mount] = site_routes(site, NOTE if has_app else "")
    if script is not None and watcher is not None:
        routes += app_routes(script, watcher)
    routes.append(Mount("/", SiteFiles(directory=site, html=True)))
    return Guard(Starlette(routes=routes), isolated)


def site_routes(site: Path, note: str) -> list[Route | Mount]:
    """List what is not served as it is in the site's folder.

    No service worker stays: it would show the site as it was before it was built anew, or that of
    another script that was served at the same port.
    """

    def index(request: Request) -> Response:
        html = (site / "index.html").read_text(encoding="utf-8")
        html = OFFLINE.sub(r"\1off\2", html.replace("<head>", f"<head>{note}", 1))
        return revalidated(request, HTMLResponse(html))

    def no_worker(_: Request) -> Response:
        return FileResponse(site / "service-worker-off.js")

    return [
        Route("/", index),
        Route("/index.html", index),
        Route("/service-worker.js", no_worker),
    ]


def app_routes(script: LocalScript, watcher: Watcher) -> list[Route | Mount]:
    """List what is there because of the script."""

    def describe(_: Request) -> Response:
        return JSONResponse(
            {
                # Tells this app from others that were served at the same address.
                "id": str(script.path),
                "entry": script.path.name,
                "argv": script.argv,
                "base": "_app/",
                "events": "_app.events",
                "files": [asdict(file) for file in list_files(script.folder)],
            }
        )

    def events(_: Request) -> Response:
        return StreamingResponse(watcher.events(), media_type="text/event-stream")

    return [
        Route("/_app.json", describe),
        Route("/_app.events", events),
        Mount("/_app", AppFiles(script.folder)),
    ]


class SiteFiles(StaticFiles):
    """The files of the site, compressed where there is such a copy and the browser takes it."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Answer with a file, or with the copy that the browser likes best."""
        accepted = Headers(scope=scope).get("accept-encoding", "")
        for ending, encoding in ENCODINGS.items():
            copy = Path(f"{full_path}{ending}")
            if encoding in accepted and copy.is_file():
                response = super().file_response(copy, copy.stat(), scope, status_code)
                response.headers["content-encoding"] = encoding
                response.headers["content-type"] = MIME_TYPES[Path(full_path).suffix]
                response.headers["vary"] = "accept-encoding"
                return response
        return super().file_response(full_path, stat_result, scope, status_code)


class AppFiles(StaticFiles):
    """The files of the script's folder that belong to the app."""

    def __init__(self, folder: Path) -> None:
        # A link that leads out of the folder was made by its owner.
        super().__init__(directory=folder, follow_symlink=True)
        self._folder = folder

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Find a file, unless it is one that the page is not told of."""
        is_known = is_served_file(self._folder, PurePath(path))
        return super().lookup_path(path) if is_known else ("", None)


def revalidated(request: Request, response: Response) -> Response:
    """Answer "not modified" when the browser has the same content already."""
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == etag:
        response = Response(status_code=304)
    response.headers["etag"] = etag
    return response
