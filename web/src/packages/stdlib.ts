import facts from "./stdlib.json";

/**
 * Top-level modules of Python 3.14: those that Pyodide carries, and those that a browser's Python
 * does without. Private ones begin with an underscore and are in neither. `builtIn` are simply
 * there: the app's own framework and Pyodide's ways to the page. `readsPackage` are carried ones
 * that read a package's data: the time zones are a package of their own. `tabstream check` reads the
 * same file.
 */
const carried = wordsOf(...facts.carried, facts.builtIn);
const missing = wordsOf(...facts.missing);
const readers = wordsOf(facts.readsPackage);

/** Whether importing the top-level module `name` needs no package. */
export function isBuiltIn(name: string): boolean {
  return name.startsWith("_") || carried.has(name);
}

/** Whether the built-in module `name` is of little use without a package. */
export function readsPackage(name: string): boolean {
  return readers.has(name);
}

/** Whether `name` belongs to Python's standard library but not to the browser's. */
export function isMissingFromStdlib(name: string): boolean {
  return missing.has(name);
}

function wordsOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}
