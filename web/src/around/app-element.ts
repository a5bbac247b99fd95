/**
 * `<tabstream-app>`: an app in a page, of a script at an address or of what stands between its tags.
 *
 * The app is in a frame of the site's, so that neither's styles, scripts nor storage are the other's; and
 * all apps of the site, on whatever page, have one stored copy of Python and its packages.
 */
import { type FromApp, HANDED, type ToApp } from "../protocol/embedding.ts";
import type { AppFrame, Frames } from "./frames.ts";
import { type Fetch, gather, hasFiles, NoFiles } from "./gather.ts";
import { USUAL_HEIGHT } from "./links.ts";
import { frameOf, posterOf } from "./poster.ts";

export const TAG = "tabstream-app";

/** What an app becomes another one by; the others change the one that is there. */
const REPLACING = ["src", "start"];
const FILES = ["requirements", "config"];
const LOOKS = ["theme", "height", "title"];

/** Make the element known to the page. */
export function defineAppElement(frames: Frames, fetch: Fetch): void {
  class TabstreamApp extends HTMLElement {
    static readonly observedAttributes = [...REPLACING, ...FILES, ...LOOKS];
    readonly #place = this.attachShadow({ mode: "open" });
    readonly #children = new MutationObserver((changes) => {
      // Its own attributes come one by one, below.
      const isWithin = ({ type, target }: MutationRecord) =>
        type !== "attributes" || target !== this;
      if (changes.some(isWithin)) this.#onFiles();
    });
    #app: AppFrame | null = null;
    /** Counts what was handed over. */
    #turn = 0;
    /** Whether the app in the frame asks this page for its files. */
    #isHanded = false;
    #stopListening = (): void => {};

    connectedCallback(): void {
      this.style.display ||= "block";
      // While the page is still being read, what belongs between the tags is not there yet.
      if (document.readyState !== "loading") return this.#show();
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.#show(), {
        once: true,
      });
    }

    disconnectedCallback(): void {
      this.#clear();
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (before === now || !this.#app) return;
      if (REPLACING.includes(name)) this.#show();
      else if (FILES.includes(name)) this.#onFiles();
      else this.#applyLooks(this.#app);
    }

    #show(): void {
      this.#clear();
      this.#isHanded = this.#mustHand();
      this.#children.observe(this, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      const frame = frameOf(this.#address(), this.#title(), USUAL_HEIGHT);
      const app: AppFrame = {
        frame,
        theme: () => themeIn(this.getAttribute("theme")),
        hasFixedHeight: () => this.hasAttribute("height"),
        hear: (message, isOfSite) => this.#hear(message, isOfSite),
      };
      this.#app = app;
      this.#stopListening = frames.add(app);
      this.#applyLooks(app);
      const start = this.getAttribute("start");
      if (start === "now") frame.loading = "eager";
      this.#place.replaceChildren(start === "click" ? posterOf([this.#title()], frame) : frame);
    }

    #clear(): void {
      this.#stopListening();
      this.#children.disconnect();
      this.#place.replaceChildren();
      this.#app = null;
    }

    #title(): string {
      return this.getAttribute("title") ?? this.getAttribute("src") ?? "App";
    }

    /** A script beside this page may be for this page alone: its host need not let the site read it. */
    #mustHand(): boolean {
      const src = this.getAttribute("src");
      if (src === null || hasFiles(this)) return true;
      const { origin } = new URL(src, this.baseURI);
      return origin === new URL(this.baseURI).origin && origin !== frames.origin;
    }

    #address(): string {
      const address = new URL(frames.site);
      const src = this.getAttribute("src") ?? "";
      const script = this.#isHanded ? HANDED + this.#name() : new URL(src, this.baseURI).href;
      address.searchParams.set("script", script);
      address.searchParams.set("embed", "true");
      return address.href;
    }

    /** What tells this app from others: the same at every visit to this page. */
    #name(): string {
      const { pathname } = new URL(this.baseURI);
      const all = [...document.querySelectorAll(TAG)];
      return `${pathname}#${this.id || this.getAttribute("src") || all.indexOf(this) + 1}`;
    }

    #applyLooks(app: AppFrame): void {
      const height = this.getAttribute("height");
      if (height !== null) app.frame.style.height = /^\d+$/.test(height) ? `${height}px` : height;
      app.frame.title = this.#title();
      frames.tellTheme(app);
    }

    #onFiles(): void {
      if (!this.#app) return;
      if (this.#mustHand() !== this.#isHanded) this.#show();
      else if (this.#isHanded) void this.#handOver();
    }

    #hear(message: FromApp, isOfSite: boolean): void {
      switch (message.type) {
        case "tabstream:ready":
        case "tabstream:rerun":
          this.dispatchEvent(new CustomEvent(message.type, { bubbles: true }));
          break;
        case "tabstream:error": {
          const detail = { message: message.message };
          this.dispatchEvent(new CustomEvent(message.type, { bubbles: true, detail }));
          break;
        }
        case "tabstream:wants_files":
          if (isOfSite) void this.#handOver();
          break;
        case "tabstream:read":
          if (isOfSite && this.#isHanded) void this.#read(message);
          break;
      }
    }

    async #handOver(): Promise<void> {
      const app = this.#app;
      if (!app || !this.#isHanded) return;
      this.#turn += 1;
      const turn = this.#turn;
      const answer = await gather(this, fetch).then(
        (files): ToApp => ({ type: "tabstream:files", ...files }),
        (error: unknown): ToApp => ({ type: "tabstream:no_files", ...whyNot(error) }),
      );
      // What has changed since is being gathered already.
      if (turn === this.#turn) frames.tellSite(app, answer);
    }

    async #read({ id, address }: Extract<FromApp, { type: "tabstream:read" }>): Promise<void> {
      const app = this.#app;
      const response = await fetch(address).catch(() => null);
      const content = response?.ok ? await response.arrayBuffer().catch(() => null) : null;
      const bytes = content && new Uint8Array(content);
      const status = response?.status ?? 404;
      if (app) frames.tellSite(app, { type: "tabstream:file", id, status, bytes });
    }
  }

  customElements.define(TAG, TabstreamApp);
}

function whyNot(error: unknown): { asked: string; why: string } {
  if (error instanceof NoFiles) return { asked: error.asked, why: error.why };
  return { asked: "The app of this page", why: String(error) };
}

function themeIn(word: string | null): "light" | "dark" | null {
  return word === "light" || word === "dark" ? word : null;
}
