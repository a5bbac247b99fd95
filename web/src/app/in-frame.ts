/**
 * What an app in a frame of its own leaves to the page around it: there it may open no tab, and the
 * page hears no key.
 */
import { isShortcut, leadsOut } from "../kit/index.ts";
import type { FromUnit } from "../protocol/port.ts";

const XLINK = "http://www.w3.org/1999/xlink";

/** Hand the page the links that are followed and the keys that nothing here has a use for. */
export function relayToPage(tellPage: (message: FromUnit) => void, signal: AbortSignal): void {
  const onClick = (event: MouseEvent): void => {
    const address = addressOfLink(event);
    // The right button is for the browser's own menu.
    if (address === null || event.defaultPrevented || event.button > 1) return;
    // Wherever it leads, the frame would go there, and the app would be gone.
    event.preventDefault();
    if (address.startsWith("#")) return scrollTo(address.slice(1));
    const absolute = tryAbsolute(address);
    if (absolute && leadsOut(absolute)) tellPage({ type: "open_link", address: absolute });
  };
  document.addEventListener("click", onClick, { signal });
  document.addEventListener("auxclick", onClick, { signal });
  const onKey = (event: KeyboardEvent): void => {
    if (isShortcut(event)) tellPage({ type: "key", key: event.key, isShifted: event.shiftKey });
  };
  window.addEventListener("keydown", onKey, { signal });
}

/** What the link that was clicked says, of HTML, of an image map or of SVG; null: it was no link. */
function addressOfLink(event: MouseEvent): string | null {
  for (const part of event.composedPath()) {
    if (!(part instanceof Element) || !/^(?:a|area)$/i.test(part.localName)) continue;
    return part.getAttribute("href") ?? part.getAttributeNS(XLINK, "href");
  }
  return null;
}

function tryAbsolute(address: string): string | null {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return null;
  }
}

/** A document that was written into its frame has the page's address: the browser would leave it. */
function scrollTo(id: string): void {
  document.getElementById(decodeURIComponent(id))?.scrollIntoView();
}
