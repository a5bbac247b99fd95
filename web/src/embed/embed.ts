/** An app inside another page: what that page chose by `embed_options=`, and what it is told. */
import type { Embedding } from "../protocol/port.ts";

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

/** Sent by the page around this one, when it has a theme of its own. */
export interface ThemeMessage {
  type: "tabstream:theme";
  theme: "light" | "dark";
}

/** Ask the page around this one for its theme, and hear it again whenever it changes. */
export function followTheme(self: Window, onTheme: (theme: "light" | "dark") => void): void {
  self.addEventListener("message", ({ data, source }: MessageEvent<ThemeMessage | null>) => {
    if (source !== self.parent || data?.type !== "tabstream:theme") return;
    if (data.theme === "light" || data.theme === "dark") onTheme(data.theme);
  });
  self.parent.postMessage({ type: "tabstream:hello" }, "*");
}

/** What an embedding page may choose. */
export interface EmbedChoice {
  theme: "light" | "dark" | null;
  /** Whether the menu is shown although the app is embedded. */
  hasToolbar: boolean;
  /** What is the app's own part of it. */
  embedding: Embedding;
}

/** The choices in `embed_options=`, as Streamlit names them; what is not offered is no error. */
export function readEmbedding(options: readonly string[]): EmbedChoice {
  const theme = options.includes("dark_theme") ? "dark" : "light";
  const hasToolbar = options.includes("show_toolbar");
  return {
    theme: options.includes(`${theme}_theme`) ? theme : null,
    hasToolbar,
    embedding: {
      // The menu stands in the room above the content.
      hasPadding: hasToolbar || options.includes("show_padding"),
      canScroll: !options.includes("disable_scrolling"),
      showsStart: !options.includes("hide_loading_screen"),
    },
  };
}
