/** What an embedded page says to the page around it. */

/** Sent to the parent whenever the app's content has become higher or lower. */
export interface HeightMessage {
  type: "tabstream:height";
  /** In CSS pixels. */
  height: number;
}

/**
 * Tell the page around this one how high the app is, so that its frame needs no fixed height.
 *
 * Any page may embed an app, so this goes to whichever one does; a number gives nothing away.
 */
export function tellHeight(parent: Window, height: number): void {
  if (!Number.isFinite(height)) return; // somebody else's app may say anything
  const message: HeightMessage = { type: "tabstream:height", height };
  parent.postMessage(message, "*");
}
