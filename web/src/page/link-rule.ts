/** What a site does with scripts that come from other places: its owner's word, in the page itself. */
import type { Origin } from "../sources/sources.ts";

export type LinkAction = "run" | "ask" | "none";

export interface LinkRule {
  action: LinkAction;
  /** The only hosts that scripts may come from, and `link` for those that a link carries; null: any. */
  hosts: ReadonlySet<string> | null;
}

/** Read the rule as it is written; a word that is none makes the page ask. */
export function readLinkRule(action: string | undefined, hosts: string | undefined): LinkRule {
  const names = (hosts ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== "");
  return { action: readAction(action), hosts: names.length > 0 ? new Set(names) : null };
}

/** What is done with a script from there. */
export function judgeOrigin({ host }: Pick<Origin, "host">, rule: LinkRule): LinkAction {
  const isWelcome = rule.hosts === null || rule.hosts.has(host?.toLowerCase() ?? "link");
  return isWelcome ? rule.action : "none";
}

function readAction(word: string | undefined): LinkAction {
  const action = word?.trim().toLowerCase() ?? "run";
  return action === "run" || action === "none" ? action : "ask";
}
