"""What git would not take: the rules of every ``.gitignore`` that concerns a folder.

A rule of a deeper file goes before one of a file above, and in one file a later line before an
earlier one. Nothing inside of an ignored folder can be taken back, which is why such a folder is
not entered and only names within folders that are not ignored are ever asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from tabstream.cli.bad_input import BadInput, why_unreadable

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Rule:
    """One line of a ``.gitignore``."""

    pattern: GitIgnoreSpecPattern
    is_for_folders: bool


class GitIgnored:
    """Answers for the files and folders below one folder."""

    def __init__(self, folder: Path) -> None:
        above = [folder, *folder.parents]
        top = next((path for path in above if (path / ".git").exists()), folder)
        self._top = top
        self._rules: dict[Path, list[Rule]] = {}
        exclude = top / ".git/info/exclude"
        self._least = read_rules(exclude) if exclude.is_file() else []
        between = [path for path in reversed(above) if path.is_relative_to(top) and path != top]
        #: Whether the folder itself is ignored, and so all that is in it.
        self.is_all = any(self.has(path, is_folder=True) for path in between)

    def has(self, path: Path, *, is_folder: bool) -> bool:
        """Tell whether git ignores a path, given that it does not ignore the folder it is in."""
        for folder in path.parents:
            verdict = judge(self._rules_in(folder), path.relative_to(folder).as_posix(), is_folder)
            if verdict is not None:
                return verdict
            if folder == self._top:
                break
        return bool(judge(self._least, path.relative_to(self._top).as_posix(), is_folder))

    def _rules_in(self, folder: Path) -> list[Rule]:
        if folder not in self._rules:
            file = folder / ".gitignore"
            self._rules[folder] = read_rules(file) if file.is_file() else []
        return self._rules[folder]


def read_rules(file: Path) -> list[Rule]:
    """Read a file of rules. A line that git cannot read either changes nothing."""
    try:
        lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read: {why_unreadable(error)}. Without it nobody knows which files "
            "are private; allow reading it, or remove it."
        ) from error
    return [rule for line in lines if (rule := try_rule(line.removesuffix("\r")))]


def try_rule(line: str) -> Rule | None:
    """Read one line."""
    bare = line if line.endswith("\\ ") else line.rstrip(" ")
    try:
        pattern = GitIgnoreSpecPattern(bare.removesuffix("/"))
    except ValueError:
        return None
    return None if pattern.include is None else Rule(pattern, bare.endswith("/"))


def judge(rules: list[Rule], name: str, is_folder: bool) -> bool | None:
    """Tell what the rules of one file say of a name; None when they say nothing."""
    for rule in reversed(rules):
        if is_folder or not rule.is_for_folders:
            found = rule.pattern.match_file(name)
            # pathspec has a rule match all that is below a folder, too, and marks it so. There
            # `!a/` would take back files, which for git it does not.
            if found and not found.match.groupdict().get("ps_d"):
                return rule.pattern.include
    return None
