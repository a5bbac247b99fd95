import { isAppText } from "./app-text.ts";
import { tryDecode, whyNotScript, whyNotScriptByName } from "./content.ts";
import { failures } from "./errors.ts";
import { chooseEntry } from "./project-paths.ts";

/**
 * The script among files that are all at hand: the one that was `named`, else the likeliest. Throws
 * when there is none, or when it can be no script; an empty one is about to be written.
 */
export function findScript(
  files: ReadonlyMap<string, Uint8Array>,
  asked: string,
  named: string | undefined,
): string {
  const textOf = (path: string) => tryDecode(files.get(path) ?? new Uint8Array()) ?? "";
  const entry = named ?? chooseEntry(files.keys(), (path) => isAppText(textOf(path)));
  if (entry === undefined) throw failures.noPython(asked, [...files.keys()]);
  const bytes = files.get(entry);
  if (!bytes) throw failures.missingFile(asked, entry, [...files.keys()]);
  const wrong = whyNotScriptByName(entry, entry) ?? whyNotScript(bytes, entry);
  if (wrong && wrong.kind !== "empty") throw wrong;
  return entry;
}
