/**
 * For a page that has tabstream apps in it: built as `tabstream-embed.js`, with no other file.
 *
 *     <script src="https://example.org/apps/tabstream-embed.js" async></script>
 *
 * Frames of apps get the height and the theme that suit them. Links marked `data-tabstream`,
 * `<tabstream-app>` and `<script type="tabstream">` become apps of the site that this file is of.
 */
import { defineAppElement, TAG } from "./around/app-element.ts";
import { Frames } from "./around/frames.ts";
import { embedLinks } from "./around/links.ts";
import { embedScriptTags } from "./around/script-tags.ts";

const own = document.currentScript as HTMLScriptElement | null;
/** A page may load this twice, as one that changes its content without a reload does. */
const isFirst = !customElements.get(TAG);
if (isFirst) {
  const frames = new Frames(new URL(".", own?.src ?? document.baseURI).href);
  // No cookies: what an app is made of is the same for everybody.
  defineAppElement(frames, (address) => fetch(address, { credentials: "omit" }));
}

function embedAll(): void {
  embedLinks();
  if (isFirst) embedScriptTags();
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", embedAll);
else embedAll();
