"""The Python packages that the site ships: which, from where, and how they are checked.

``shipped.toml`` says what is shipped, ``pyodide.lock`` pins every file, and
``python -m tools.packages fetch`` fills a folder with files that match.
"""
