import { findNamedFiles } from "./named-files.ts";
import { findImports, type PythonImport } from "./python-imports.ts";

/** An import that no file of the project answers, with the place where it stands. */
export interface OutsideImport extends PythonImport {
  file: string;
}

export interface ImportsOfProject {
  outside: readonly OutsideImport[];
  /** The project's Python files that the entry leads to, itself included. */
  reached: readonly string[];
}

/**
 * Follows the imports of a project from its entry through its own modules.
 *
 * Pages count as reached: those in `pages/` beside the entry, and every Python file whose path is
 * written in the code (`st.Page("views/map.py")`). Files that nothing leads to, such as tests and
 * build scripts, do not: what they import is not needed to run the app.
 */
export function findOutsideImports(
  paths: ReadonlySet<string>,
  readText: (path: string) => string | undefined,
  entry: string,
): ImportsOfProject {
  const home = folderOf(entry);
  const outside: OutsideImport[] = [];
  const waiting = [entry, ...pagesBeside(paths, home)];
  const reached = new Set(waiting);
  const reach = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    waiting.push(path);
  };

  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const source = readText(file) ?? "";
    for (const found of findImports(source)) {
      const own = resolveLocally(paths, found, file, home);
      for (const path of own) reach(path);
      if (own.length === 0 && found.level === 0) outside.push({ ...found, file });
    }
    for (const name of findNamedFiles(source)) {
      if (name.endsWith(".py") && paths.has(home + name)) reach(home + name);
    }
  }
  return { outside, reached: [...reached] };
}

/** The project's files that an import runs; none when the module is not the project's own. */
function resolveLocally(
  paths: ReadonlySet<string>,
  found: PythonImport,
  file: string,
  home: string,
): string[] {
  const parts = found.module === "" ? [] : found.module.split(".");
  if (found.level > 0) {
    const folder = upwards(folderOf(file), found.level - 1);
    return [...moduleAt(paths, folder.slice(0, -1)), ...along(folder)];
  }
  for (const root of new Set([home, ""])) {
    const files = along(root);
    if (files.length > 0) return files;
  }
  return [];

  // A folder without __init__.py has no file of its own. It counts only when something in it is
  // imported, for an installed package of the same name would come before it.
  function along(root: string): string[] {
    const files: string[] = [];
    let folder = root;
    for (const part of parts) {
      files.push(...moduleAt(paths, folder + part));
      folder += `${part}/`;
    }
    for (const name of found.names) files.push(...moduleAt(paths, folder + name));
    return files;
  }
}

/** The file of the module at `stem`; a package goes before a module, as in Python. */
function moduleAt(paths: ReadonlySet<string>, stem: string): string[] {
  return [`${stem}/__init__.py`, `${stem}.py`].filter((path) => paths.has(path)).slice(0, 1);
}

function pagesBeside(paths: ReadonlySet<string>, home: string): string[] {
  const pages = `${home}pages/`;
  return [...paths].filter(
    (path) => path.startsWith(pages) && /^[^/]+\.py$/.test(path.slice(pages.length)),
  );
}

/** The folder of `file` with a slash at its end, or empty at the top. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

function upwards(folder: string, levels: number): string {
  const parts = folder.split("/").slice(0, -1);
  return parts
    .slice(0, Math.max(0, parts.length - levels))
    .map((part) => `${part}/`)
    .join("");
}
