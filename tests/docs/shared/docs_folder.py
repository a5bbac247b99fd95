"""Docs in a folder, built by the real tools."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: What a build takes for a site that nobody opens.
SITE = {"index.html": "the page", "tabstream-embed.js": "the loader", "service-worker.js": "1"}


@dataclass
class Docs:
    """Docs in a folder."""

    folder: Path
    #: What builds them, after `python -m`.
    command: list[str]
    #: What it has said.
    said: str = field(default="", init=False)

    def write(self, files: dict[str, str]) -> None:
        """Write files, without the indentation that all lines have in common."""
        for name, text in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")

    def build(self) -> int:
        """Build the docs; tell the exit code."""
        done = subprocess.run(
            [sys.executable, "-m", *self.command],
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stdout + done.stderr
        return done.returncode

    def read(self, name: str) -> str:
        """Read a file of the built docs."""
        return (self.folder / "built" / name).read_text(encoding="utf-8")

    def list(self, folder: str) -> list[str]:
        """List the files in a folder of the built docs."""
        top = self.folder / "built" / folder
        return sorted(file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file())


def mkdocs_in(folder: Path, site: str) -> Docs:
    """Begin docs for MkDocs, whose apps are those of a site."""
    docs = Docs(folder, ["mkdocs", "build", "--strict", "--site-dir", "built"])
    docs.write(
        {
            "mkdocs.yml": f"""
                site_name: Docs
                plugins:
                  - tabstream:
                      site: {site}
            """,
            "docs/index.md": "# Home\n\nWords.\n",
        }
    )
    return docs


def sphinx_in(folder: Path, site: str) -> Docs:
    """Begin docs for Sphinx, whose apps are those of a site."""
    docs = Docs(folder, ["sphinx", "-b", "html", "-W", "--keep-going", "source", "built"])
    docs.write(
        {
            "source/conf.py": f"""
                project = "Docs"
                extensions = ["tabstream_docs.sphinx"]
                tabstream_site = "{site}"
            """,
            "source/index.rst": """
                Home
                ====

                .. toctree::
                   :glob:

                   guide/*
            """,
        }
    )
    return docs
