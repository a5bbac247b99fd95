"""The signatures of every public name, as JSON.

Run as a program, by the interpreter that has Streamlit, it writes down Streamlit's::

    python -m parity.signatures > signatures.json
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, TypeAlias

#: A parameter's name, kind and default.
Parameter: TypeAlias = list[str]

#: Every public name -> its parameters; None for what cannot be called.
Signatures: TypeAlias = dict[str, list[Parameter] | None]


def public_signatures(st: ModuleType, app_test: type) -> Signatures:
    """Return the signatures of all that an author can name.

    Parameters
    ----------
    st
        The library, as ``import streamlit as st`` gives it.
    app_test
        Its ``AppTest``.
    """
    return {
        **_of("st", st),
        **_of("st.column_config", st.column_config),
        **_of("st.errors", st.errors),
        **_of("st.delta_generator.DeltaGenerator", type(st.sidebar)),
        **_of("AppTest", app_test, with_attributes=True),
    }


def _of(prefix: str, owner: Any, *, with_attributes: bool = False) -> Signatures:
    found: Signatures = {}
    for name in dir(owner):
        value = getattr(owner, name)
        if name.startswith("_") or isinstance(value, ModuleType):
            continue
        if with_attributes or not _is_foreign(value):
            found[f"{prefix}.{name}"] = _parameters(value)
    return found


def _is_foreign(value: Any) -> bool:
    """Return whether a name is only there because the module imported it."""
    module = getattr(value, "__module__", None) or type(value).__module__
    return module.partition(".")[0] not in ("streamlit", "tabstream")


def _parameters(value: Any) -> list[Parameter] | None:
    if not callable(value) or _is_error(value):
        return None
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return None
    return [
        [name, parameter.kind.name, _default(parameter.default)]
        for name, parameter in signature.parameters.items()
        if name != "self"
    ]


def _is_error(value: Any) -> bool:
    """Return whether it is a class of errors: authors catch them and do not make them."""
    return isinstance(value, type) and issubclass(value, BaseException)


_ADDRESS = re.compile(r"0x[0-9a-f]+")


def _default(default: Any) -> str:
    if default is inspect.Parameter.empty:
        return "required"
    if isinstance(default, ModuleType):
        return "module"
    # A sentinel, such as "select all", has an address; which one does not matter.
    return "sentinel" if _ADDRESS.search(repr(default)) else repr(default)


if __name__ == "__main__":
    st = import_module("streamlit")
    app_test = import_module("streamlit.testing.v1").AppTest
    json.dump(public_signatures(st, app_test), sys.stdout)
