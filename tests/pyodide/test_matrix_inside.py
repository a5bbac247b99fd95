"""The matrix of what a cache looks at, on the Python that apps run on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = """async ([code, packages]) => {
    await pyodide.loadPackage(packages, { messageCallback: () => {} });
    await pyodide.runPythonAsync(code, { globals: pyodide.toPy({ __name__: "inside" }) });
}"""

TESTS = Path(__file__).parents[1] / "py/caching"

#: Looks at every row; what does not hold is raised.
LOOK = """
import os, shutil, sys
from pathlib import Path

import pandas  # takes longer than a run of an app may take

sys.path.insert(0, "/tmp/matrix")
for name, source in FILES.items():
    Path("/tmp/matrix").mkdir(exist_ok=True)
    Path("/tmp/matrix", name).write_text(source)

from look import look
from matrix import ROWS
from visits import Visits

sys.dont_write_bytecode = True
sys.path.insert(0, "/tmp/app")
wrong = []
for name, row in ROWS.items():
    for kind in ("misses", "hits"):
        edits = [(None, None)] if kind == "hits" else []
        for old, new in [*edits, *getattr(row, kind)]:
            os.chdir("/tmp")
            shutil.rmtree("/tmp/app", ignore_errors=True)
            Path("/tmp/app").mkdir()
            os.chdir("/tmp/app")
            case = f"{name}: {old!r} to {new!r} of {kind}"
            try:
                seen = look(Visits(Path("/tmp/app")), row, DECORATOR)
                changed = None if old is None else seen.edit(old, new)
                if seen.is_computed(reloads=RELOADS, changed=changed) is not (kind == "misses"):
                    wrong.append(f"{case}; {seen.record.last_miss}")
            except Exception as error:
                wrong.append(f"{case} raised {error!r}")
assert not wrong, "\\n".join(["", *wrong])
"""


@pytest.mark.parametrize(("decorator", "reloads"), [("st.cache", False), ("st.cache_data", True)])
def test_every_row_holds_here_too(interpreter: Page, decorator: str, reloads: bool) -> None:
    files = {
        f"{name}.py": (TESTS / f"{name}.py").read_text() for name in ("look", "matrix", "visits")
    }
    head = f"FILES = {files!r}\nDECORATOR = {decorator!r}\nRELOADS = {reloads}\n"
    code = f"exec(compile({json.dumps(head + LOOK)}, 'inside', 'exec'))"
    interpreter.evaluate(RUN, [code, ["pandas"]])
