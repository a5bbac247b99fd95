"""``import streamlit``: a table of Streamlit's module names, and the finder that answers them.

The finder is on in the worker, in test apps and in ``python -m tabstream app.py``, and nowhere
else: the wheel installs no top-level ``streamlit``, so that both packages live in one environment.
"""

from __future__ import annotations

import importlib
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from tabstream._version import STREAMLIT_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Streamlit's module name -> ours.
MODULES = {
    "streamlit": "tabstream",
    "streamlit.delta_generator": "tabstream.elements",
    "streamlit.elements": "tabstream.elements",
    "streamlit.errors": "tabstream.errors",
}


class _AliasLoader(Loader):
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(MODULES[spec.name])
        if spec.name != "streamlit":
            return module
        # A module of its own: under this name the version is the one of the interface met.
        alias = ModuleType("streamlit", module.__doc__)
        alias.__dict__.update(
            {name: value for name, value in vars(module).items() if not _is_own(name)}
        )
        alias.__dict__["__version__"] = STREAMLIT_VERSION
        return alias

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: what the name stands for has been imported."""


def _is_own(name: str) -> bool:
    return name in ("__name__", "__spec__", "__loader__", "__package__", "__path__", "__file__")


class _AliasFinder(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002  # the protocol's
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname not in MODULES:
            return None
        return ModuleSpec(fullname, _AliasLoader(), is_package=True)


def install() -> None:
    """Let ``import streamlit`` reach tabstream from now on."""
    if not any(isinstance(finder, _AliasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _AliasFinder())
