"""``python -m tabstream.cli``: the same as the command ``tabstream``."""

from tabstream.cli import main

main(prog_name="tabstream")
