/** What stands for an app as it was opened: the script and its files, and what it was called with. */
import type { Project } from "../protocol/port.ts";
import { sha256 } from "../protocol/sha256.ts";

/**
 * The same for the same release, files, arguments, query, page and options; null where the browser
 * has no SHA-256, which it gives only to safe contexts.
 */
export async function tryVisitKey(project: Project, release: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const { entry, argv, query, page, config } = project;
  const files = await Promise.all(
    [...project.files].map(async ([path, bytes]) => [path, await sha256(bytes)]),
  );
  const facts = JSON.stringify([release, entry, argv, query, page, config, files.sort()]);
  return sha256(new TextEncoder().encode(facts));
}
