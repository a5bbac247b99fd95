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
    from collections.abc import Callable, Sequence
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
    "streamlit.elements.lib": "tabstream._streamlit.lib",
    "streamlit.elements.lib.column_types": "tabstream.elements.column_config",
    "streamlit.elements.lib.mutable_expander_container": "tabstream.elements",
    "streamlit.elements.lib.mutable_popover_container": "tabstream.elements",
    "streamlit.elements.lib.mutable_status_container": "tabstream.elements",
    "streamlit.elements.lib.mutable_tab_container": "tabstream.elements",
    "streamlit.errors": "tabstream.errors",
    "streamlit.logger": "tabstream._streamlit.logger",
    "streamlit.runtime": "tabstream._streamlit.runtime",
    "streamlit.runtime.caching": "tabstream.caching",
    "streamlit.runtime.media_file_storage": "tabstream._streamlit.media_file_storage",
    "streamlit.runtime.scriptrunner": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner.script_runner": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils.exceptions": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils.script_requests": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.scriptrunner_utils.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.secrets": "tabstream._streamlit.secrets",
    "streamlit.runtime.state": "tabstream.state",
    "streamlit.runtime.state.query_params_proxy": "tabstream.state",
    "streamlit.runtime.state.session_state_proxy": "tabstream.state",
    "streamlit.runtime.uploaded_file_manager": "tabstream.elements",
    "streamlit.testing": "tabstream.testing",
    "streamlit.testing.v1": "tabstream.testing",
    "streamlit.typing": "tabstream._streamlit.typing",
    "streamlit.version": "tabstream._streamlit.version",
    "streamlit.web": "tabstream._streamlit.web",
    "streamlit.web.bootstrap": "tabstream._streamlit.web.bootstrap",
    "streamlit.web.cli": "tabstream._streamlit.web.cli",
    # As they were called in earlier years.
    "streamlit.ReportThread": "tabstream._streamlit.scriptrunner",
    "streamlit.cli": "tabstream._streamlit.web.cli",
    "streamlit.legacy_caching": "tabstream.caching",
    "streamlit.report_thread": "tabstream._streamlit.scriptrunner",
    "streamlit.runtime.legacy_caching": "tabstream.caching",
    "streamlit.runtime.scriptrunner.script_requests": "tabstream._streamlit.scriptrunner",
    "streamlit.script_request_queue": "tabstream._streamlit.scriptrunner",
    "streamlit.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.script_runner": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner.script_requests": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner.script_run_context": "tabstream._streamlit.scriptrunner",
    "streamlit.scriptrunner.script_runner": "tabstream._streamlit.scriptrunner",
    "streamlit.state": "tabstream.state",
    "streamlit.state.session_state": "tabstream.state",
    "streamlit.uploaded_file_manager": "tabstream.elements",
}

#: What a module knows of itself, and not its content.
_IDENTITY = frozenset(
    ("__file__", "__loader__", "__name__", "__package__", "__path__", "__spec__", "__version__")
)


class _AliasLoader(Loader):
    def exec_module(self, module: ModuleType) -> None:
        """Fill a module with what ours of another name has.

        It is a module of its own. Several names lead to one of ours, and each has its own modules
        below it: `streamlit.elements.lib` is none of `streamlit.delta_generator`.
        """
        name = module.__name__
        ours = importlib.import_module(MODULES[name])
        content = {
            key: value
            for key, value in vars(ours).items()
            if key not in _IDENTITY and f"{name}.{key}" not in MODULES
        }
        # Who asks `streamlit` for its version gets that of the interface met.
        version = {"__version__": STREAMLIT_VERSION} if name == "streamlit" else {}
        vars(module).update(content, **version, __getattr__=_module_below(name))


def _module_below(name: str) -> Callable[[str], ModuleType]:
    """Return what answers `streamlit.runtime.state` where nobody has imported it.

    In Streamlit `import streamlit` loads all of them. Here that would cost each app its start.
    """

    def find(key: str) -> ModuleType:
        below = f"{name}.{key}"
        if below not in MODULES:
            msg = f"module {name!r} has no attribute {key!r}"
            raise AttributeError(msg, name=key)
        return importlib.import_module(below)

    return find


class _AliasFinder(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # the protocol's
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "streamlit":
            return None
        if fullname not in MODULES:
            msg = (
                f"No module named {fullname!r}: of Streamlit's inner modules, tabstream has those "
                "that scripts import most, and this one is not there yet."
            )
            raise ModuleNotFoundError(msg, name=fullname)
        return ModuleSpec(fullname, _AliasLoader(), is_package=True)


def install() -> None:
    """Let ``import streamlit`` reach tabstream from now on."""
    if not any(isinstance(finder, _AliasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _AliasFinder())
