/**
 * The page's own keys: r runs the script again, c clears the caches, Shift+C shows them. Never while
 * somebody types.
 */
import type { AppController } from "./app-controller.ts";

/** Answer a key of the page; the browser's own and the app's fields come first. */
export function onHotkey(event: KeyboardEvent, app: AppController): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.defaultPrevented || isTyping(event)) return;
  if (event.shiftKey) {
    // With Caps Lock it is a small letter.
    if (event.key.toLowerCase() === "c") app.togglePanel("caches");
  } else if (event.key === "r") app.rerun();
  else if (event.key === "c") app.clearCaches();
  else if (event.key === "a" && app.state.get().unsavedRun) app.runSaved(true);
}

/** Where letters mean themselves: in a field, and in a list that is searched by writing. */
const TYPED_IN =
  "textarea, select, [role=textbox], [role=combobox], [role=grid], [role=listbox], [role=menu]";

/** An input that is no field: it is set by the pointer and by arrow keys. */
const NOT_TYPED_IN = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.test(target.type);
  return target.isContentEditable || target.closest(TYPED_IN) !== null;
}
