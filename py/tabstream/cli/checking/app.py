"""The checks of one app, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabstream.cli.checking.declared import check_declared, read_declarations
from tabstream.cli.checking.named_files import check_named_files
from tabstream.cli.checking.outside import check_outside
from tabstream.cli.checking.own_modules import follow
from tabstream.cli.checking.streamlit_names import check_names

if TYPE_CHECKING:
    from pathlib import Path

    from tabstream.cli.checking.packages import Packages
    from tabstream.cli.checking.problem import Problem


@dataclass(frozen=True)
class Report:
    """What there is to say about an app, the notes among it."""

    said: tuple[Problem, ...]

    @property
    def problems(self) -> int:
        """How many lines cannot work."""
        return sum(not said.is_note for said in self.said)


def check_app(script: Path, text: str, packages: Packages | None) -> Report:
    """Check a script and what it imports from its folder.

    Parameters
    ----------
    script
        The script's path; its folder is the app's.
    text
        What is in it.
    packages
        What the site has; without them nothing is said about packages that may be there.
    """
    app = follow(script, text)
    said = [
        *check_declared(read_declarations(script, text)),
        *app.problems,
        *check_outside(app, packages),
        *(problem for source in app.sources for problem in check_names(source)),
        *check_named_files(app.sources, app.home),
    ]
    order = {file: number for number, file in enumerate(app.files)}
    last = len(order)  # where the files come that list requirements
    return Report(tuple(sorted(set(said), key=lambda one: (order.get(one.file, last), one))))
