"""``import streamlit``: a table of Streamlit's module names, and the finder that answers them.

The finder is on in the worker, in test apps and in ``python -m tabstream app.py``, and nowhere
else: the wheel installs no top-level ``streamlit``, so that both packages live in one environment.
"""

from __future__ import annotations

import importlib
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

from tabstream._version import STREAMLIT_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

#: Streamlit's module name -> ours.
MODULES = {
    "streamlit": "tabstream",
    "streamlit.caching": "tabstream.caching",
    "streamlit.column_config": "tabstream.elements.column_config",
    "streamlit.components": "tabstream._streamlit.components",
    "streamlit.components.v1": "tabstream._streamlit.components.v1",
    "streamlit.components.v1.components": "tabstream._streamlit.components.v1",
    "streamlit.components.v2": "tabstream._streamlit.components.v2",
    "streamlit.config": "tabstream.options",
    "streamlit.connections": "tabstream._streamlit.connections",
    "streamlit.delta_generator": "tabstream.elements",
    "streamlit.elements": "tabstream.elements",
    "streamlit.errors": "tabstream.errors",
    "streamlit.logger": "tabstream._streamlit.logger",
    "streamlit.runtime": "tabstream._streamlit.runtime",
    "streamlit.runtime.caching": "tabstream.caching",
    "streamlit.runtime.media_file_storage": "tabstream._streamlit.media_file_storage",
    "streamlit.runtime.scriptrunner": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils.exceptions": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.uploaded_file_manager": "tabstream.elements",
    "streamlit.testing": "tabstream.testing",
    "streamlit.testing.v1": "tabstream.testing",
    "streamlit.typing": "tabstream._streamlit.typing",
    "streamlit.version": "tabstream._streamlit.version",
    "streamlit.web": "tabstream._streamlit.web",
    "streamlit.web.bootstrap": "tabstream._streamlit.web.bootstrap",
    "streamlit.web.cli": "tabstream._streamlit.web.cli",
    # As they were called in earlier years.
    "streamlit.cli": "tabstream._streamlit.web.cli",
    "streamlit.report_thread": "tabstream._streamlit.scriptrunner",
    "streamlit.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner.script_run_context": "tabstream._streamlit.scriptrunner",
}

#: What a module knows of itself, and not its content.
_IDENTITY = frozenset(
    ("__file__", "__loader__", "__name__", "__package__", "__path__", "__spec__", "__version__")
)


class _AliasLoader(Loader):
    def exec_module(self, module: ModuleType) -> None:
        """Fill the module, or put ours in its place: Python takes what `sys.modules` has then."""
        name = module.__name__
        target = importlib.import_module(MODULES[name])
        if name != "streamlit":
            if not hasattr(target, "__path__"):
                target.__path__ = []  # without one Python asks nobody for `streamlit.x.y`
            sys.modules[name] = target
            return
        # A module of its own: under this name the version is that of the interface met.
        content = {key: value for key, value in vars(target).items() if key not in _IDENTITY}
        vars(module).update(content, __version__=STREAMLIT_VERSION)


class _AliasFinder(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # the protocol's
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname not in MODULES:
            return None
        return ModuleSpec(fullname, _AliasLoader(), is_package=True)


def install() -> None:
    """Let ``import streamlit`` reach tabstream from now on."""
    if not any(isinstance(finder, _AliasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _AliasFinder())
