/**
 * `<script type="tabstream" src="app.py" config="pyscript.toml">`: an app among the scripts of a PyScript
 * page, which then stands where its tag does, or in the element that `target` names.
 *
 * PyScript offers to define such a type, and would start an interpreter for it: of those that
 * @pyscript/core has in it, each is one that runs code. So the tags are found here, with PyScript on the
 * page or without it.
 */
import { TAG } from "./app-element.ts";

const SELECTOR = 'script[type="tabstream"]';
const TAKEN_OVER = ["src", "config", "requirements", "theme", "height", "title", "start", "id"];

/** Make apps of such tags, those that come later as well. */
export function embedScriptTags(): void {
  const known = new WeakSet<Element>();
  const embedAll = (): void => {
    for (const tag of document.querySelectorAll<HTMLScriptElement>(SELECTOR)) {
      if (known.has(tag)) continue;
      known.add(tag);
      embed(tag);
    }
  };
  embedAll();
  new MutationObserver(embedAll).observe(document, { childList: true, subtree: true });
}

function embed(tag: HTMLScriptElement): void {
  const app = document.createElement(TAG);
  for (const name of TAKEN_OVER) {
    const value = tag.getAttribute(name);
    if (value !== null) app.setAttribute(name, value);
  }
  app.id &&= `${app.id}-app`;
  if (!tag.hasAttribute("src")) {
    const script = document.createElement("script");
    script.type = "text/x-python";
    script.textContent = tag.textContent;
    app.append(script);
  }
  const target = tag.getAttribute("target");
  const place = target ? document.querySelector(byId(target)) : null;
  if (place) place.append(app);
  // Nothing is shown of what is in the head, where such tags often are.
  else if (document.head.contains(tag)) document.body.append(app);
  else tag.after(app);
}

/** PyScript takes an id, or a selector of one. */
function byId(target: string): string {
  return `#${CSS.escape(target.replace(/^#/, ""))}`;
}
