/** Which files belong to an app, how large they may be, and which one is its script. */

/** Folders that hold what tools made, not what the app is. */
const SKIPPED_FOLDERS = new Set(["__pycache__", "node_modules", "site-packages", "venv"]);

export const MAX_FILES = 2_000;
export const MAX_FILE_BYTES = 50_000_000;
export const MAX_PROJECT_BYTES = 200_000_000;
export const MAX_SCRIPT_BYTES = 5_000_000;

/** Whether a folder of this name is looked into. Of the hidden ones only `.streamlit` is. */
export function isWantedFolder(name: string): boolean {
  if (name.startsWith(".")) return name === ".streamlit";
  return !SKIPPED_FOLDERS.has(name) && !name.endsWith(".egg-info");
}

export function isWantedFile(name: string): boolean {
  return !/\.py[cod]$|^\.DS_Store$|^Thumbs\.db$|~$|\.sw[px]$/i.test(name);
}

/** Whether every folder of `path` and its file are wanted. */
export function isWantedPath(path: string): boolean {
  const folders = path.split("/");
  const file = folders.pop() as string;
  return folders.every(isWantedFolder) && isWantedFile(file);
}

/** Whether the file at a path in an archive is one of the app's. */
export function isAppPath(path: string): boolean {
  const isSystems = path.startsWith("__MACOSX/");
  return !path.endsWith("/") && !isSystems && isSafePath(path) && isWantedPath(path);
}

/** Whether `path` stays inside the app's folder and has one spelling. */
export function isSafePath(path: string): boolean {
  const parts = path.split("/");
  return (
    parts.every((part) => part !== "" && part !== "." && part !== "..") && !/[\\\0]/.test(path)
  );
}

/** The address of the file at `path` in the folder at `base`. */
export function addressIn(base: string, path: string): string {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), base).href;
}

/** A part of an address as a name; what is no valid encoding stays as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The names that a script usually has, the usual one first. */
const USUAL_ENTRIES = ["streamlit_app.py", "app.py", "main.py"];

/**
 * The file to run when nobody named one: of the topmost folder that has such a file, the one with
 * a usual name, else the first that is an app. Failing that, the first Python file of all.
 */
export function chooseEntry(
  paths: Iterable<string>,
  isApp: (path: string) => boolean,
): string | undefined {
  const scripts = [...paths].filter((path) => /\.pyw?$/.test(path)).sort();
  const depths = [...new Set(scripts.map(depthOf))].sort((one, other) => one - other);
  for (const depth of depths) {
    const level = scripts.filter((path) => depthOf(path) === depth);
    const usual = USUAL_ENTRIES.map((name) => level.find((path) => fileName(path) === name));
    const chosen = usual.find((path) => path !== undefined) ?? level.find(isApp);
    if (chosen) return chosen;
  }
  return scripts.find((path) => depthOf(path) === depths[0]);
}

function depthOf(path: string): number {
  return path.split("/").length;
}

/** A path without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function megabytes(size_bytes: number): string {
  return `${Math.ceil(size_bytes / 1_000_000)} MB`;
}
