"""Import every module of tabstream; the last line is their names."""

import importlib
import pkgutil

import tabstream

names = ["tabstream"]
for module in pkgutil.walk_packages(tabstream.__path__, "tabstream."):
    # It would run a script.
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
        names.append(module.name)
names  # noqa: B018  # what Pyodide answers
