"""Runs every app once under Streamlit, in the interpreter that has it, and once here."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tabstream.testing import AppTest

from .compare import Mismatch, compare
from .differences import DIFFERENCES, Difference
from .record import Record, record_all

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
_REPOSITORY = _HERE.parents[1]


@pytest.fixture(scope="session")
def ask_streamlit(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> AskStreamlit:
    """What Streamlit's own interpreter answers, asked once for each state of these files."""
    python = Path(
        os.environ.get("TABSTREAM_PARITY_PYTHON", _REPOSITORY / ".venv-parity" / "bin" / "python")
    )
    if not python.exists():
        pytest.fail(
            f"There is no interpreter with Streamlit at {python}. Name one by the environment "
            "variable TABSTREAM_PARITY_PYTHON; `npm test` makes one."
        )
    # A folder without a `.streamlit`, so that nobody's own settings take part.
    return AskStreamlit(python, pytestconfig.cache, tmp_path_factory.mktemp("streamlit"))


@dataclass
class AskStreamlit:
    """Runs a module of this package in the interpreter that has Streamlit."""

    python: Path
    cache: Any
    folder: Path

    def __call__(self, module: str) -> Any:
        """Return what the module prints, as JSON."""
        kept = self.cache.mkdir("parity") / f"{module}-{self._digest()}.json"
        if not kept.exists():
            kept.write_text(self._run(module), encoding="utf-8")
        return json.loads(kept.read_text(encoding="utf-8"))

    def _run(self, module: str) -> str:
        done = subprocess.run(
            [self.python, "-W", "ignore", "-m", f"parity.{module}"],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(_HERE.parent), "HOME": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.fail(f"`parity.{module}` failed under {self.python}:\n{done.stderr[-4000:]}")
        return done.stdout

    def _digest(self) -> str:
        """Return what changes whenever the answer could."""
        digest = hashlib.sha256(str(self.python.stat().st_mtime_ns).encode())
        for file in sorted(_HERE.rglob("*.py")):
            if not file.name.startswith(("test_", "conftest", "compare", "differences", "names")):
                digest.update(file.read_bytes())
        return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def outcome(ask_streamlit: AskStreamlit) -> Outcome:
    """Every app under both, compared."""
    real: dict[str, list[Record]] = ask_streamlit("record")
    ours = record_all(AppTest, "ours")
    return Outcome({name: compare(name, real[name], ours[name]) for name in real})


@dataclass
class Outcome:
    """What differs, by app."""

    mismatches: dict[str, list[Mismatch]]

    def unexplained(self, app: str) -> list[Mismatch]:
        """Return what differs and should not."""
        return [
            mismatch
            for mismatch in self.mismatches[app]
            if not any(mismatch.is_meant(difference) for difference in DIFFERENCES)
        ]

    def unused(self) -> list[Difference]:
        """Return the deliberate differences that make none."""
        found: Iterable[Mismatch] = [one for all_ in self.mismatches.values() for one in all_]
        return [
            difference
            for difference in DIFFERENCES
            if not any(mismatch.is_meant(difference) for mismatch in found)
        ]
