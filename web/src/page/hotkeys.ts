/** The page's own keys: r runs the script again, c clears the caches, Shift+C shows them. */
import type { AppController } from "./app-controller.ts";

/** Answer a key that is a shortcut, if it is one of the page's. */
export function onHotkey(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  app: AppController,
): void {
  if (shiftKey) {
    // With Caps Lock it is a small letter.
    if (key.toLowerCase() === "c") app.togglePanel("caches");
  } else if (key === "r") app.rerun();
  else if (key === "c") app.clearCaches();
  else if (key === "a" && app.state.get().unsavedRun) app.runSaved(true);
}
