/**
 * The page's end of an app's port: what the page may ask of the app, and what it knows of it. The
 * app may be somebody else's, so what comes in here is shown and never obeyed.
 */

import { Store } from "../kit/index.ts";
import type { Json, LogLevel, PageSettings, QueryPairs } from "../protocol/messages.ts";
import type {
  Appearance,
  FromUnit,
  Project,
  ResolvedPackages,
  ScriptState,
  ToUnit,
} from "../protocol/port.ts";

export interface LogLine {
  id: number;
  level: LogLevel;
  text: string;
}

/** What the page knows of a running app. */
export interface AppState {
  script: ScriptState;
  /** A change waits for a script that cannot be interrupted in this browser. */
  isBlocked: boolean;
  settings: PageSettings | null;
  options: Record<string, Json>;
  /** Files that were saved but not run yet, because the app wants to be asked. */
  unsavedRun: boolean;
  /** Why saved files cannot be seen any more; null while they can. */
  lost: Loss | null;
  /** A word on what the page itself has just done; gone after a moment. */
  done: string | null;
  appearance: Appearance;
}

export interface Loss {
  /** What cannot be read: a file, a folder, the local server. */
  what: string;
  why: string;
}

/** How long a word on what was done stays. */
const DONE_MS = 2_500;

/** More lines than anybody reads; the oldest go. */
const LOG_LINES = 2_000;

export class AppController {
  readonly state = new Store<AppState>({
    script: "initial",
    isBlocked: false,
    settings: null,
    options: {},
    unsavedRun: false,
    lost: null,
    done: null,
    appearance: { theme: "app", layout: null, embedding: null },
  });
  readonly log = new Store<readonly LogLine[]>([]);
  /** Called when the app set its query parameters. */
  onQuery: (query: QueryPairs) => void = () => {};
  /** Called with what the app's requirements came to on an index. */
  onResolved: (resolved: ResolvedPackages) => void = () => {};
  /** Called when a run is over and no other waits. */
  onRunEnd: () => void = () => {};
  /** Called when the height of the app's content changed. */
  onHeight: (height: number) => void = () => {};

  readonly #port: MessagePort;
  #lastLine = 0;
  #alwaysRuns = false;
  #doneTimer = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = (event: MessageEvent<FromUnit>) => this.#receive(event.data);
  }

  open(project: Project): void {
    this.#send({ type: "open", project });
  }

  rerun(): void {
    this.#send({ type: "rerun" });
  }

  stop(): void {
    this.#send({ type: "stop" });
  }

  clearCaches(): void {
    this.#send({ type: "clear_caches" });
    this.#sayDone("Caches cleared");
  }

  restart(): void {
    this.state.patch({ isBlocked: false });
    this.#send({ type: "restart" });
  }

  /** Files were saved. The app runs again, or the person is asked, as its config says. */
  saveFiles(files: Project["files"], removed: readonly string[]): void {
    const runs = this.#alwaysRuns || this.state.get().options["server.runOnSave"] !== false;
    this.state.patch({ unsavedRun: !runs, lost: null });
    this.#send({ type: "write_files", files, removed: [...removed], runs });
  }

  /** The files cannot be seen any more; should they come back, they are saved. */
  loseFiles(lost: Loss): void {
    this.state.patch({ lost });
    this.note(`${lost.what}: ${lost.why}`, "warning");
  }

  /** Answer the question after a save: this time, or from now on. */
  runSaved(always: boolean): void {
    this.#alwaysRuns ||= always;
    this.rerun();
  }

  setAppearance(appearance: Partial<Appearance>): void {
    this.state.patch({ appearance: { ...this.state.get().appearance, ...appearance } });
    this.#send({ type: "appearance", appearance });
  }

  setQuery(query: QueryPairs): void {
    this.#send({ type: "query", query });
  }

  /** Say something in the log that comes from the page itself. */
  note(text: string, level: LogLevel = "info"): void {
    this.#addLine(level, text);
  }

  #send(message: ToUnit): void {
    this.#port.postMessage(message);
  }

  #receive(message: FromUnit): void {
    switch (message.type) {
      case "state":
        return this.#setScript(message.state);
      case "blocked":
        return this.state.patch({ isBlocked: message.isBlocked });
      case "page_settings":
        return this.state.patch({ settings: message.settings });
      case "app_config":
        return this.state.patch({ options: message.options });
      case "log":
        return this.#addLine(message.level, message.text);
      case "failed":
        return this.#addLine("error", `${message.what}: ${message.detail}`);
      case "query":
        return this.onQuery(message.query);
      case "resolved":
        return this.onResolved(message.resolved);
      case "height":
        return this.onHeight(message.height);
      case "progress":
        return; // the unit shows it itself
      default:
        message satisfies never;
    }
  }

  #setScript(script: ScriptState): void {
    // A run takes what was saved with it, whoever asked for it.
    this.state.patch(script === "running" ? { script, unsavedRun: false } : { script });
    if (script === "notRunning") this.onRunEnd();
  }

  #sayDone(done: string): void {
    this.state.patch({ done });
    clearTimeout(this.#doneTimer);
    this.#doneTimer = window.setTimeout(() => this.state.patch({ done: null }), DONE_MS);
  }

  #addLine(level: LogLevel, text: string): void {
    this.#lastLine += 1;
    const line = { id: this.#lastLine, level, text };
    this.log.set([...this.log.get(), line].slice(-LOG_LINES));
  }
}
