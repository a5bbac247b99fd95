/** An app inside another page: what that page chose by `embed_options=`, and what it is told. */
import type { FromApp, ToApp } from "../protocol/embedding.ts";
import type { Embedding } from "../protocol/port.ts";
import { problemInWords, type ScriptProblem } from "../protocol/problems.ts";

function tell(parent: Window, message: FromApp): void {
  parent.postMessage(message, "*");
}

/**
 * Tell the page around this one how high the app is, so that its frame needs no fixed height.
 *
 * Any page may embed an app, so this goes to whichever one does; a number gives nothing away.
 */
export function tellHeight(parent: Window, height: number): void {
  if (!Number.isFinite(height)) return; // somebody else's app may say anything
  tell(parent, { type: "tabstream:height", height });
}

/** Tells the page around this one how an app is doing. */
export class RunTeller {
  readonly #parent: Window;
  readonly #saysWhat: boolean;
  #isReady = false;

  /** @param saysWhat whether that page may know what went wrong, not just that something did */
  constructor(parent: Window, saysWhat: boolean) {
    this.#parent = parent;
    this.#saysWhat = saysWhat;
  }

  /** A run is over. */
  tellRun(problems: readonly ScriptProblem[]): void {
    tell(this.#parent, { type: this.#isReady ? "tabstream:rerun" : "tabstream:ready" });
    this.#isReady = true;
    for (const problem of problems) this.tellError(problemInWords(problem));
  }

  tellError(what: string): void {
    tell(this.#parent, { type: "tabstream:error", message: this.#saysWhat ? what : null });
  }
}

/** Ask the page around this one for its theme, and hear it again whenever it changes. */
export function followTheme(self: Window, onTheme: (theme: "light" | "dark") => void): void {
  self.addEventListener("message", ({ data, source }: MessageEvent<ToApp | null>) => {
    if (source !== self.parent || data?.type !== "tabstream:theme") return;
    if (data.theme === "light" || data.theme === "dark") onTheme(data.theme);
  });
  tell(self.parent, { type: "tabstream:hello" });
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
