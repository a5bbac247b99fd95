import ignore from "ignore";
import { isWantedPath } from "./project-paths.ts";

type Files = ReadonlyMap<string, Uint8Array>;

export interface Shareable {
  files: Map<string, Uint8Array>;
  /** Paths of what stays with its author. */
  leftOut: string[];
}

/**
 * What of an app's files may leave the author's hands: no secrets, no hidden files, nothing that a
 * `.gitignore` names, and nothing that tools made.
 */
export function selectShareable(files: Files): Shareable {
  const isIgnored = readIgnoreRules(files);
  const shared = new Map<string, Uint8Array>();
  const leftOut: string[] = [];
  for (const [path, bytes] of files) {
    if (isPublic(path) && !isIgnored(path)) shared.set(path, bytes);
    else leftOut.push(path);
  }
  return { files: shared, leftOut: leftOut.sort() };
}

function isPublic(path: string): boolean {
  if (path === ".streamlit/config.toml") return true;
  return isWantedPath(path) && !path.split("/").some((part) => part.startsWith("."));
}

/** Each `.gitignore` speaks of its own folder and of those in it. */
function readIgnoreRules(files: Files): (path: string) => boolean {
  const rules = [...files]
    .filter(([path]) => path === ".gitignore" || path.endsWith("/.gitignore"))
    .map(([path, bytes]) => {
      const folder = path.slice(0, -".gitignore".length);
      return { folder, rule: ignore().add(new TextDecoder().decode(bytes)) };
    });
  return (path) =>
    rules.some(({ folder, rule }) => {
      return path.startsWith(folder) && rule.ignores(path.slice(folder.length));
    });
}
