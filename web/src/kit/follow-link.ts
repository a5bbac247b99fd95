/** Addresses that lead to another place; `javascript:` and `data:` would do something here. */
const LEADS_OUT = /^(?:https?|mailto|tel):/i;

/** Whether a link may be followed. */
export function leadsOut(address: string): boolean {
  return LEADS_OUT.test(address);
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
