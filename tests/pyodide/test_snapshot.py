from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("TABSTREAM_DIST", ROOT / "dist"))


def test_all_of_tabstream_can_be_in_a_memory_image() -> None:
    script = ROOT / "tests/pyodide/take_snapshot.mjs"
    done = subprocess.run(
        ["node", script, SITE / "pyodide"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    taken = json.loads(done.stdout.splitlines()[-1])
    assert "tabstream._host.browser" in taken["modules"]
    assert len(taken["modules"]) > 100
    # Importing has touched no object of JavaScript: the image holds memory and nothing else.
    assert taken["foreign"] == []
