/** Whether the page's own address can say what is open; it cannot for what was picked from a disk. */
import type { SourceSpec } from "../sources/sources.ts";

export function hasAddress({ kind }: SourceSpec): boolean {
  return /^(?:served|address|code|page|draft)$/.test(kind);
}
