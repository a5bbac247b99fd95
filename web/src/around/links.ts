/** `<a data-tabstream>`: a link that becomes an app, and without JavaScript is a link. */
import { frameOf, posterOf } from "./poster.ts";

export const USUAL_HEIGHT = "400px";

/** Make an app of every such link: at a click, or, with the value "near", when a reader comes near. */
export function embedLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-tabstream]")) embed(link);
}

function embed(link: HTMLAnchorElement): void {
  const address = new URL(link.href);
  address.searchParams.set("embed", "true");
  const title = link.textContent?.trim() ?? "";
  const frame = frameOf(address.href, title, link.dataset.height ?? USUAL_HEIGHT);
  if (link.dataset.tabstream === "near") return link.replaceWith(frame);
  // What the link has in it, a picture for instance.
  link.replaceWith(posterOf([...link.childNodes], frame));
}
