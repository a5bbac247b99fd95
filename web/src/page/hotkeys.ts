/** The page's own keys: r runs the script again, c clears the caches. Never while somebody types. */
import type { AppController } from "./app-controller.ts";

/** Answer a key of the page; the browser's own and the app's fields come first. */
export function onHotkey(event: KeyboardEvent, app: AppController): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event)) return;
  if (event.key === "r") app.rerun();
  else if (event.key === "c") app.clearCaches();
  else if (event.key === "a" && app.state.get().unsavedRun) app.runSaved(true);
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=textbox], [role=grid], [role=listbox]") !== null
  );
}
