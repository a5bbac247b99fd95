"""``python -m tabstream app.py``: run a script that imports streamlit, without an app.

Elements are not shown and widgets have their default values: a quick check that nothing crashes.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from tabstream._alias import install


def main(arguments: list[str]) -> int:
    """Run the script named first with the arguments that follow it."""
    if not arguments or arguments[0].startswith("-"):
        print("Usage: python -m tabstream app.py [arguments]", file=sys.stderr)
        return 2
    script = Path(arguments[0])
    if not script.is_file():
        print(f"There is no script `{script}`.", file=sys.stderr)
        return 2
    install()
    sys.argv = arguments
    # As Python does it for a script: its neighbours can be imported.
    sys.path.insert(0, str(script.resolve().parent))
    runpy.run_path(str(script), run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
