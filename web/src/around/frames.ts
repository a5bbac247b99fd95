/** The frames of apps on a page: each gets the height and the theme that suit it, and is listened to. */
import type { FromApp, ToApp } from "../protocol/embedding.ts";
import { themeBehind, watchThemes } from "./theme-behind.ts";

export interface AppFrame {
  frame: HTMLIFrameElement;
  /** The theme that the app is to have; null: that of the page. */
  theme: () => "light" | "dark" | null;
  /** Whether the frame stays as high as it is. */
  hasFixedHeight: () => boolean;
  /** Hears what else the app says; `isOfSite` tells whether the site's page says it. */
  hear: (message: FromApp, isOfSite: boolean) => void;
}

export class Frames {
  /** The site that the apps are of, with a slash at its end. */
  readonly site: string;
  readonly origin: string;
  /** Frames that were made here. */
  readonly #made = new Set<AppFrame>();
  /** Frames that have said what they are. */
  readonly #known = new Map<MessageEventSource, AppFrame>();

  constructor(site: string) {
    this.site = site;
    this.origin = new URL(site).origin;
    addEventListener("message", (event: MessageEvent<FromApp | null>) => this.#onMessage(event));
    watchThemes(() => this.#tellThemes());
  }

  /** Listen to a frame that was made here; answers how to stop that. */
  add(app: AppFrame): () => void {
    this.#made.add(app);
    return () => {
      this.#made.delete(app);
      for (const [source, known] of this.#known) if (known === app) this.#known.delete(source);
    };
  }

  /** Tell the app in a frame something that only the site may know. */
  tellSite({ frame }: AppFrame, message: ToApp): void {
    frame.contentWindow?.postMessage(message, this.origin);
  }

  /** Tell the app in a frame its theme, which may be another one now. */
  tellTheme({ frame, theme }: AppFrame): void {
    const message: ToApp = { type: "tabstream:theme", theme: theme() ?? themeBehind(frame) };
    frame.contentWindow?.postMessage(message, "*");
  }

  #onMessage({ data, source, origin }: MessageEvent<FromApp | null>): void {
    if (!source || !String(data?.type).startsWith("tabstream:")) return;
    const app = this.#find(source);
    if (!data || !app) return;
    if (data.type === "tabstream:hello") this.tellTheme(app);
    else if (data.type === "tabstream:height") setHeight(app, data.height);
    else app.hear(data, origin === this.origin);
  }

  #find(source: MessageEventSource): AppFrame | null {
    const known = this.#known.get(source);
    if (known) return known;
    const isIt = (frame: HTMLIFrameElement) => frame.contentWindow === source;
    const made = [...this.#made].find(({ frame }) => isIt(frame));
    const frame = made ? null : [...document.querySelectorAll("iframe")].find(isIt);
    const app = made ?? (frame ? plain(frame) : null);
    if (app) this.#known.set(source, app);
    return app;
  }

  #tellThemes(): void {
    for (const [source, app] of this.#known) {
      if (app.frame.isConnected) this.tellTheme(app);
      else this.#known.delete(source);
    }
  }
}

/** A frame that the page has written itself. */
function plain(frame: HTMLIFrameElement): AppFrame {
  return { frame, theme: () => null, hasFixedHeight: () => false, hear: () => {} };
}

function setHeight({ frame, hasFixedHeight }: AppFrame, height: number): void {
  if (Number.isFinite(height) && !hasFixedHeight()) frame.style.height = `${height}px`;
}
