/** Schemes that lead to another place; `javascript:` and `data:` would do something here. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);

/** Whether a whole address may be followed. */
export function leadsOut(address: string): boolean {
  const [scheme = ""] = address.split(":", 1);
  return scheme !== address && LINK_SCHEMES.has(scheme.toLowerCase());
}

/** Open an address as a link would that somebody has clicked: in a new tab, with no handle on this one. */
export function followLink(address: string): void {
  if (!leadsOut(address)) return;
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.hidden = true;
  // A link that is part of no document is not heard of by those who answer for the links in it.
  document.body.append(link);
  link.click();
  link.remove();
}
