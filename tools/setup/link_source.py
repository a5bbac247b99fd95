"""Make an environment find the packages of this clone, as editable installs of them would.

``<the environment's python> tools/setup/link_source.py``. Nothing is installed for it: that would
take the backends of both packages, and a network.
"""

from __future__ import annotations

import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]

#: Where imports look: the package, and the one that puts apps into pages of documentation.
FOLDERS = (ROOT / "py", ROOT / "py-docs")

#: Has entry points: MkDocs asks the environment which plugins are installed, and by these it knows.
WITH_ENTRY_POINTS = ROOT / "py-docs"


def main() -> None:
    """Write what an install would."""
    packages = Path(sysconfig.get_path("purelib"))
    paths = "".join(f"{folder}\n" for folder in FOLDERS)
    (packages / "tabstream-source.pth").write_text(paths, encoding="utf-8")
    project = tomllib.loads((WITH_ENTRY_POINTS / "pyproject.toml").read_text("utf-8"))["project"]
    about = packages / f"{project['name'].replace('-', '_')}-0.dist-info"
    about.mkdir(exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0\n"
    (about / "METADATA").write_text(metadata, encoding="utf-8")
    groups = [
        "\n".join([f"[{group}]", *(f"{name} = {value}" for name, value in points.items()), ""])
        for group, points in project["entry-points"].items()
    ]
    (about / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")


if __name__ == "__main__":
    main()
