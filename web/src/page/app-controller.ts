/**
 * The page's end of an app's port: what the page may ask of the app, and what it knows of it. The
 * app may be somebody else's, so what comes in here goes through a guard first.
 */

import { followLink, Store } from "../kit/index.ts";
import type {
  CacheReport,
  Json,
  LogLevel,
  PageSettings,
  QueryPairs,
} from "../protocol/messages.ts";
import type { Picture } from "../protocol/picture.ts";
import type {
  Appearance,
  FromUnit,
  HealingState,
  Project,
  ResolvedPackages,
  ScriptState,
  ToUnit,
} from "../protocol/port.ts";
import type { ScriptProblem } from "../protocol/problems.ts";
import { onHotkey } from "./hotkeys.ts";
import { PortGuard, TOO_MUCH } from "./port-guard.ts";
import { saveFile } from "./save-file.ts";

export interface LogLine {
  id: number;
  level: LogLevel;
  text: string;
}

/** What the page shows beside the app, one at a time. */
export type Panel = "share" | "log" | "caches" | "source" | "about";

/** How the caches were doing at a moment. */
export interface TimedCacheReport extends CacheReport {
  /** When it came, by `performance.now()`: ages go on from there. */
  at: number;
}

/** What the page knows of a running app. */
export interface AppState {
  script: ScriptState;
  /** A change waits for a script that cannot be interrupted in this browser. */
  isBlocked: boolean;
  /** What is to be told of a Python that was lost; null when nothing is. */
  healing: HealingState | null;
  settings: PageSettings | null;
  options: Record<string, Json>;
  /** Files that were saved but not run yet, because the app wants to be asked. */
  unsavedRun: boolean;
  /** Why saved files cannot be seen any more; null while they can. */
  lost: Loss | null;
  /** A word on what the page itself has just done; gone after a moment. */
  done: string | null;
  /** Whether cached results outlive a reload. */
  keepsResults: boolean;
  appearance: Appearance;
  /** Why the page has ended the app; null: it has not. */
  ended: string | null;
  /** What a person should hear of the app's files, until they have. */
  notices: readonly string[];
}

export interface Loss {
  /** What cannot be read: a file, a folder, the local server. */
  what: string;
  why: string;
}

/** How long a word on what was done stays. */
const DONE_MS = 2_500;

/** How long the word stays that Python was started anew: it is longer, and nobody expects it. */
const HEALING_MS = 12_000;

/** While a script runs, or is about to. */
const BUSY: ReadonlySet<ScriptState> = new Set(["running", "rerunRequested", "stopRequested"]);

/** More lines than anybody reads; the oldest go. */
const LOG_LINES = 2_000;

export class AppController {
  readonly state = new Store<AppState>({
    script: "initial",
    isBlocked: false,
    healing: null,
    settings: null,
    options: {},
    unsavedRun: false,
    lost: null,
    done: null,
    keepsResults: true,
    appearance: { theme: "app", layout: null, embedding: null },
    ended: null,
    notices: [],
  });
  readonly log = new Store<readonly LogLine[]>([]);
  /** How the caches are doing, while they are watched; null before the first word. */
  readonly caches = new Store<TimedCacheReport | null>(null);
  readonly panel = new Store<Panel | null>(null);
  /** The exceptions that the app shows since its last run. */
  readonly problems = new Store<readonly ScriptProblem[]>([]);
  /** Called when the app set its query parameters. */
  onQuery: (query: QueryPairs) => void = () => {};
  /** Called with what the app's requirements came to on an index. */
  onResolved: (resolved: ResolvedPackages) => void = () => {};
  /** Called with the lazily loaded parts of the view that the app has used so far. */
  onChunks: (names: readonly string[]) => void = () => {};
  /** Called with how the app looks, to be kept for its next visit; null: nothing is. */
  onPicture: (picture: Picture | null) => void = () => {};
  /** Called with a port by which the app asks for what is kept of its results; see results.ts. */
  onResults: (port: MessagePort) => void = (port) => port.close();
  /** Called when the app has a first result to keep. */
  onKeepsResults: () => void = () => {};
  /** Called when the person wants results kept, or not any more. */
  onSwitchResults: (isKept: boolean) => void = () => {};
  /** Called with an image that the next start would be quicker with. */
  onImageWanted: (path: string) => void = () => {};
  /** Called with the name of an image of just the app's packages when it is used. */
  onImageUsed: (name: string) => void = () => {};
  /** Called with such an image when it has been taken, in parts; null: there can be none. */
  onImageTaken: (name: string, parts: Uint8Array<ArrayBuffer>[] | null) => void = () => {};
  /** Called with a kept image that could not be used. */
  onImageBroken: (path: string) => void = () => {};
  /** Called with the packages of the lock and the images, best first, that the next start wants. */
  onStarted: (lock: readonly string[], images: readonly string[]) => void = () => {};
  /** Called with the files of the site that Python was started with. */
  onAssets: (paths: readonly string[]) => void = () => {};
  /** Called when Python could not be started, or was lost for good, with what it was that failed. */
  onFailed: (what: string) => void = () => {};
  /** Called when a run is over that no other follows, however it ended, with the exceptions that are shown. */
  onRan: (problems: readonly ScriptProblem[]) => void = () => {};
  /** Called when a run is over and no other waits. */
  onRunEnd: () => void = () => {};
  /** Called with a file that the app wants to have saved. */
  onDownload: (name: string, mime: string, bytes: Uint8Array<ArrayBuffer>) => void = saveFile;
  /** Called with the address of a link that was followed in the app's own frame. */
  onLink: (address: string) => void = followLink;
  /** Called with a key that was pressed in the app's own frame. */
  onKey: (key: { key: string; shiftKey: boolean }) => void = (key) => onHotkey(key, this);
  /** Called when the height of the app's content changed. */
  onHeight: (height: number) => void = () => {};

  readonly #port: MessagePort;
  readonly #guard = new PortGuard();
  #lastLine = 0;
  #alwaysRuns = false;
  #doneTimer = 0;
  #healingTimer = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = (event: MessageEvent<unknown>) => this.#judge(event.data);
  }

  /** Nobody listens to the app any more. */
  close(): void {
    this.#port.close();
  }

  /** The app is no more, which the page itself has seen to or noticed. */
  end(why: string): void {
    this.close();
    this.state.patch({ ended: why, script: "notRunning", isBlocked: false, healing: null });
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
    this.#send({ type: "clear_caches", function: null, entry: null });
    this.#sayDone("Caches cleared");
  }

  /** Forget what one function has computed, or one of its results; both by their report's names. */
  clearCacheOf(name: string, entry: string | null = null): void {
    this.#send({ type: "clear_caches", function: name, entry });
  }

  /** Hear how the caches are doing, now and after each run; answers how to hear it no longer. */
  watchCaches(): () => void {
    this.#send({ type: "watch_caches", on: true });
    return () => this.#send({ type: "watch_caches", on: false });
  }

  /** End a script that does not notice a change, and run it with that. */
  unblock(): void {
    this.state.patch({ isBlocked: false });
    this.#send({ type: "unblock" });
  }

  /** Tell no more of a Python that was started anew. */
  forgetHealing(): void {
    this.state.patch({ healing: null });
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

  /** Keep cached results over a reload from now on, or forget them and keep none. */
  keepResults(isKept: boolean): void {
    this.state.patch({ keepsResults: isKept });
    this.onSwitchResults(isKept);
  }

  setQuery(query: QueryPairs): void {
    this.#send({ type: "query", query });
  }

  /** Show a panel in place of the one that is open; close it when it is that one. */
  togglePanel(panel: Panel): void {
    this.panel.set(this.panel.get() === panel ? null : panel);
  }

  /** Say something in the log that comes from the page itself. */
  note(text: string, level: LogLevel = "info"): void {
    this.#addLine(level, text);
  }

  /** Say what a person should hear of the app's files; the log keeps it. */
  tellNotices(notices: readonly string[]): void {
    for (const notice of notices) this.note(notice, "warning");
    this.state.patch({ notices });
  }

  forgetNotices(): void {
    this.state.patch({ notices: [] });
  }

  #send(message: ToUnit): void {
    this.#port.postMessage(message);
  }

  /** What an app says is looked at first: it may be somebody else's. */
  #judge(message: unknown): void {
    const received = this.#guard.receive(message, performance.now());
    if (received === TOO_MUCH) return this.end("It told its page more than a page can take.");
    for (const one of received) {
      if (one) this.#receive(one);
      else
        this.note("The app told its page what no app may tell; that was passed over.", "warning");
    }
  }

  #receive(message: FromUnit): void {
    switch (message.type) {
      case "state":
        return this.#setScript(message.state);
      case "blocked":
        return this.state.patch({ isBlocked: message.isBlocked });
      case "healing":
        return this.#tellHealing(message.healing);
      case "page_settings":
        return this.state.patch({ settings: message.settings });
      case "app_config":
        return this.state.patch({ options: message.options });
      case "log":
        return this.#addLine(message.level, message.text);
      case "failed":
        this.#addLine("error", `${message.what}: ${message.detail}`);
        return this.onFailed(message.what);
      case "query":
        return this.onQuery(message.query);
      case "cache_report": {
        const { functions, could_be_cached } = message;
        return this.caches.set({ functions, could_be_cached, at: performance.now() });
      }
      case "resolved":
        return this.onResolved(message.resolved);
      case "chunks":
        return this.onChunks(message.names);
      case "picture":
        return this.onPicture(message.picture);
      case "results":
        return this.onResults(message.port);
      case "image_wanted":
        return this.onImageWanted(message.path);
      case "image_used":
        return this.onImageUsed(message.name);
      case "image_taken":
        return this.onImageTaken(message.name, message.parts);
      case "image_broken":
        return this.onImageBroken(message.path);
      case "assets":
        return this.onAssets(message.paths);
      case "started":
        return this.onStarted(message.lock, message.images);
      case "keeps_results":
        return this.onKeepsResults();
      case "height":
        return this.onHeight(message.height);
      case "download":
        return this.onDownload(message.name, message.mime, message.bytes);
      case "open_link":
        return this.onLink(message.address);
      case "problems":
        return this.problems.set(message.problems);
      case "key":
        return this.onKey({ key: message.key, shiftKey: message.isShifted });
      case "progress":
        return; // the unit shows it itself
      default:
        message satisfies never;
    }
  }

  #setScript(script: ScriptState): void {
    const wasBusy = BUSY.has(this.state.get().script);
    // A run takes what was saved with it, whoever asked for it.
    this.state.patch(script === "running" ? { script, unsavedRun: false } : { script });
    if (script === "notRunning") this.onRunEnd();
    if (wasBusy && !BUSY.has(script)) this.onRan(this.problems.get());
  }

  /** Say that Python is started anew; the word goes by itself when nothing is lost by it. */
  #tellHealing(healing: HealingState | null): void {
    this.state.patch({ healing });
    clearTimeout(this.#healingTimer);
    if (!healing?.isDone || healing.lost.length > 0) return;
    this.#healingTimer = window.setTimeout(() => this.forgetHealing(), HEALING_MS);
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
