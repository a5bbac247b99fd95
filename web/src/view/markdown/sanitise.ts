/**
 * The one place where HTML written by an app's author becomes part of the page.
 *
 * The policy:
 * - DOMPurify decides what stays. Scripts, event handlers, `javascript:` addresses, frames, objects
 *   and templates go.
 * - So do forms and what submits them: a submitted form would leave the page and the running app
 *   with it.
 * - `<style>` elements are taken out and handed back as text; author-styles.ts applies them to the
 *   author's app alone.
 * - Style attributes stay, but are set through the object model: a strict content policy refuses
 *   the attribute.
 * - Links that leave the app open in a new tab without a handle on this one.
 *
 * The result is put in as a tree, never as a string, so what was checked is what is shown.
 */

import createPurify, { type Config } from "dompurify";
import { linkTarget } from "./links.ts";

/** Marks the places in author's HTML that React fills; see html.tsx. */
export const SLOT = "ts-slot";

const STYLE_MARK = "data-ts-style";

const CONFIG = {
  RETURN_DOM_FRAGMENT: true,
  ADD_TAGS: [SLOT],
  FORBID_TAGS: ["form", "dialog", "style", "template"],
  FORBID_ATTR: ["style", "action", "formaction", "popovertarget", "autofocus"],
  // Keeps a leading <style> or <link>, which the parser would otherwise move into a head that is
  // thrown away.
  FORCE_BODY: true,
} as const satisfies Config;

export interface Sanitised {
  readonly content: DocumentFragment;
  /** The style sheets that the HTML carried, in order. */
  readonly styleSheets: readonly string[];
}

/** What of an author's HTML may be shown. */
export function sanitise(html: string): Sanitised {
  const styleSheets: string[] = [];
  const purify = createPurify(window);
  purify.addHook("uponSanitizeElement", (node, { tagName }) => {
    if (tagName === "style") styleSheets.push(node.textContent ?? "");
  });
  const content = purify.sanitize(withoutStyle(html, styleSheets), CONFIG);
  for (const element of content.querySelectorAll<HTMLElement>(`[${STYLE_MARK}]`)) {
    element.style.cssText = element.getAttribute(STYLE_MARK) ?? "";
    element.removeAttribute(STYLE_MARK);
  }
  for (const link of content.querySelectorAll("a[href], area[href]")) {
    const { target, rel } = linkTarget(link.getAttribute("href") ?? "");
    link.removeAttribute("target");
    if (target !== undefined && rel !== undefined) {
      link.setAttribute("target", target);
      link.setAttribute("rel", rel);
    }
  }
  return { content, styleSheets };
}

const STYLE_ELEMENT = /<style(?=[\s>])[^>]*>([\s\S]*?)<\/style\s*>/gi;
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const STYLE_ATTRIBUTE = /"[^"]*"|'[^']*'|\sstyle(?=\s*=)/gi;

/**
 * Takes style elements out and renames style attributes, in the text, before anything is parsed: a
 * browser with a strict content policy reports each one that its parser meets, even in a document
 * that is never shown. This guards nothing. What it overlooks, DOMPurify still removes.
 */
function withoutStyle(html: string, styleSheets: string[]): string {
  return html
    .replace(STYLE_ELEMENT, (_element, css: string) => {
      styleSheets.push(css);
      return "";
    })
    .replace(TAG, (tag) =>
      tag.replace(STYLE_ATTRIBUTE, (part) => (/^["']/.test(part) ? part : ` ${STYLE_MARK}`)),
    );
}
