/** What an app asks for, and what comes of each: had from the site, from an index, or not at all. */
import { findRequirements, type PackageIndex, resolveRequirements } from "../packages/packages.ts";

export interface RequirementState {
  name: string;
  how: "site" | "index" | "impossible";
  /** A word on it: its version, why not, what else. */
  note: string;
}

type Files = ReadonlyMap<string, Uint8Array>;

const LIST = "requirements.txt";

/** In the order in which they are worth looking at: what cannot be had first. */
export function listRequirements(
  files: Files,
  entry: string,
  index: PackageIndex,
): RequirementState[] {
  const { requirements } = findRequirements(files, entry);
  const { fromLock, viaMicropip, impossible, warnings } = resolveRequirements(requirements, index);
  const warned = new Map(warnings.map(({ name, message }) => [name, message]));
  return [
    ...impossible.map(({ name, reason, instead }) => ({
      name,
      how: "impossible" as const,
      note: [reason, instead].filter(Boolean).join(" "),
    })),
    ...viaMicropip.map(({ requirement }) => ({
      name: requirement,
      how: "index" as const,
      note: "Installed when the app starts.",
    })),
    ...fromLock.map((name) => ({
      name,
      how: "site" as const,
      note: warned.get(name) ?? versionIn(index.packages[name]?.file ?? ""),
    })),
  ];
}

/** `requirements.txt` with one more line. */
export function addRequirement(files: Files, requirement: string): Map<string, Uint8Array> {
  const before = new TextDecoder().decode(files.get(LIST)).trimEnd();
  const text = `${before ? `${before}\n` : ""}${requirement.trim()}\n`;
  return new Map([[LIST, new TextEncoder().encode(text)]]);
}

/** The version in a wheel's name. */
function versionIn(file: string): string {
  return file.split("/").pop()?.split("-")[1] ?? "";
}
