/**
 * One app: its worker, its tree and its values, from the first byte to the last run.
 *
 *     page ── port ──▶ unit ── messages ──▶ worker
 *                       │ ◀──── ops ───────
 *                 tree, values ──▶ view
 *
 * When the worker is lost it is replaced, and the new one goes on with the values and the files
 * that are kept here.
 */

import { Store } from "../kit/index.ts";
import { decodeFromPython, type ToPython } from "../protocol/messages.ts";
import type { Appearance, FromUnit, Project, ToUnit } from "../protocol/port.ts";
import { isTracing, stage } from "../protocol/trace.ts";
import type { BootFailure, Progress } from "../protocol/worker.ts";
import { AppWorker, type WorkerListener } from "./app-worker.ts";
import {
  assetAddresses,
  type BootPlan,
  bootPlan,
  FOLDER,
  newPackages,
  type SiteIndex,
} from "./boot-plan.ts";
import type { Loader } from "./loader.ts";
import { Runs } from "./runs.ts";

/** A start that brings no news for this long has failed, whatever it is waiting for. */
const STALLED_AFTER_MS = 60_000;

/** The folder of the uploads, in the worker's file system. */
const UPLOADS = "/tmp/uploads";

interface Upload {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export class Unit {
  readonly runs: Runs;
  /** Why the app cannot start or go on; null when it can. */
  readonly failure = new Store<BootFailure | null>(null);
  /** How far the start is; null when it has not begun. */
  readonly progress = new Store<Progress | null>(null);
  /** What the code imports although no browser can run it. */
  readonly impossible = new Store<BootPlan["impossible"]>([]);
  readonly appearance = new Store<Appearance>({ theme: "app", layout: null, embedding: null });

  readonly #port: MessagePort;
  readonly #loader: Loader;
  readonly #index: SiteIndex;
  readonly #uploads = new Map<string, Upload>();
  #project: Project | null = null;
  /** What is in the worker, or on its way there. */
  #plan: BootPlan | null = null;
  #worker: AppWorker | null = null;
  #isReady = false;
  /** Whether the page wants to know how the caches are doing. */
  #watchesCaches = false;
  /** Counts the starts; one that is overtaken by the next gives up. */
  #starts = 0;
  #stallTimer = 0;
  readonly #life = new AbortController();

  constructor(port: MessagePort, loader: Loader, index: SiteIndex) {
    this.#port = port;
    this.#loader = loader;
    this.#index = index;
    this.runs = new Runs({
      toPython: (message) => this.#worker?.toPython(message),
      tellPage: (message) => this.tellPage(message),
      replaceWorker: () => this.#start(() => this.runs.expectReplacement()),
    });
    port.onmessage = (event: MessageEvent<ToUnit>) => this.#onPage(event.data);
    const { signal } = this.#life;
    document.addEventListener("visibilitychange", () => this.#onVisibility(), { signal });
    // A page that is left for another may go without having been hidden before.
    window.addEventListener("pagehide", () => this.#saveInTime(), { signal });
  }

  /** End the app: its worker goes, and the port is closed. */
  dispose(): void {
    this.#starts += 1;
    this.#life.abort();
    this.#dropWorker();
    this.#port.close();
  }

  /** Tell the page something that it ought to know. */
  tellPage(message: FromUnit, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  /** Keep a picked file; the worker gets its bytes before the run that names it. */
  upload(id: string, file: Upload): void {
    this.#uploads.set(id, file);
    if (this.#isReady) this.#sendUpload(id, file);
  }

  /** Start Python anew, with the same files and values; the tree is drawn again. */
  restart(): void {
    this.#start(() => this.runs.expectStart());
  }

  // ---- the page -------------------------------------------------------------------------------

  #onPage(message: ToUnit): void {
    switch (message.type) {
      case "open":
        this.#project = message.project;
        return this.restart();
      case "rerun":
        return this.runs.request({ trigger: null, live: false });
      case "stop":
        return this.runs.stop();
      case "clear_caches":
        return this.#worker?.toPython(message);
      case "watch_caches":
        return this.#watchCaches(message.on);
      case "restart":
        return this.restart();
      case "write_files":
        return this.#writeFiles(message);
      case "query":
        return this.runs.request({ trigger: null, live: false }, message.query);
      case "appearance":
        return this.appearance.patch(message.appearance);
      default:
        message satisfies never;
    }
  }

  /** Watch the caches of this worker and of those that take its place, or stop that. */
  #watchCaches(on: boolean): void {
    this.#watchesCaches = on;
    if (this.#isReady) this.#worker?.toPython({ type: "watch_caches", on });
  }

  #onVisibility(): void {
    if (document.visibilityState === "hidden") this.#saveInTime();
  }

  /** The page may be gone in a moment: what Python has not stored yet is stored now. */
  #saveInTime(): void {
    if (this.#isReady) this.#worker?.toPython({ type: "page_hidden" });
  }

  #writeFiles({ files, removed, runs }: Extract<ToUnit, { type: "write_files" }>): void {
    const kept = this.#project?.files;
    for (const [path, bytes] of files) kept?.set(path, bytes);
    for (const path of removed) kept?.delete(path);
    if (!this.#isReady) return this.restart();
    this.#worker?.post({ type: "write_files", files, removed });
    this.#installNew();
    this.#worker?.toPython({ type: "files_changed", paths: [...files.keys(), ...removed] });
    if (runs) this.runs.request({ trigger: null, live: false });
  }

  // ---- packages -------------------------------------------------------------------------------

  /** Decide what the app needs as it is now, and tell of what it cannot have. */
  #planPackages(project: Project): BootPlan {
    const plan = bootPlan(project, this.#index);
    const told = new Set(this.#plan?.warnings);
    for (const text of plan.warnings) {
      if (!told.has(text)) this.tellPage({ type: "log", level: "warning", text });
    }
    this.impossible.set(plan.impossible);
    return plan;
  }

  /** A saved file may import what is not there yet: it comes before the next run. */
  #installNew(): void {
    if (!this.#project || !this.#plan) return;
    const plan = this.#planPackages(this.#project);
    const packages = newPackages(plan.packages, this.#plan.packages);
    this.#plan = plan;
    if (packages) this.#worker?.post({ type: "install", packages });
  }

  // ---- the worker's life ----------------------------------------------------------------------

  #start(expect: () => void): void {
    const isFresh = this.failure.get() !== null;
    this.#dropWorker();
    this.failure.set(null);
    this.progress.set(null);
    expect();
    this.#starts += 1;
    this.#boot(this.#starts, isFresh).catch((error: unknown) => this.#failWorker(String(error)));
  }

  async #boot(start: number, isFresh: boolean): Promise<void> {
    const project = this.#project;
    if (!project) return;
    this.#expectNews();
    const planned = stage("plan packages");
    const plan = this.#planPackages(project);
    planned();
    this.#plan = plan;
    const worker = await this.#loader.worker();
    if (start !== this.#starts) return worker.terminate();
    this.#worker = new AppWorker(worker, {
      onMessage: (message) => this.#onWorker(message),
      onEnd: (detail) => this.#failWorker(detail),
    });
    const { entry, argv, query, page, config, files } = project;
    const open: ToPython = { type: "open", entry, folder: FOLDER, argv, query, page, config };
    const { packages, sizes, versions } = plan;
    // A start after a failure leaves out what may have been the cause of it.
    const image = isFresh ? null : plan.image;
    this.#worker.boot({
      base: this.#loader.base,
      isFresh,
      sizes,
      versions,
      lock: packages.lock,
      image,
      isTraced: isTracing(),
    });
    this.#worker.open({
      packages,
      files,
      open: JSON.stringify(open),
      results: project.keepsResults ? this.#askForResults() : null,
    });
  }

  /** A new worker's own way to the page's storage: bytes that are kept do not pass through here. */
  #askForResults(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.tellPage({ type: "results", port: port2 }, [port2]);
    return port1;
  }

  #onWorker(message: Parameters<WorkerListener["onMessage"]>[0]): void {
    switch (message.type) {
      case "progress": {
        if (this.#isReady) return; // packages for a saved file; the running app shows that it runs
        this.#expectNews();
        const { stage, loaded, total } = message;
        this.progress.set({ stage, loaded, total });
        return this.tellPage(message);
      }
      case "image_failed": {
        const { path } = this.#plan?.image ?? {};
        return path === undefined ? undefined : this.tellPage({ type: "image_broken", path });
      }
      case "booted":
        return; // the app is on its way to it
      case "ready":
        return this.#onReady(message.canSuspend);
      case "found": {
        const { lock, wheels } = message;
        const resolved = { asked: this.#plan?.asked ?? "", lock, wheels };
        return this.tellPage({ type: "resolved", resolved });
      }
      case "failed":
        return this.#fail(message);
      case "ask":
        return void this.#answer(message.id, message.path);
      case "log":
      case "keeps_results":
        return this.tellPage(message);
      case "python":
        return this.runs.receive(decodeFromPython(message.text, message.buffers));
      default:
        message satisfies never;
    }
  }

  #onReady(canSuspend: boolean): void {
    if (!this.#worker) return;
    clearTimeout(this.#stallTimer);
    this.#isReady = true;
    if (this.#plan) this.tellPage({ type: "assets", paths: assetAddresses(this.#plan) });
    for (const [id, file] of this.#uploads) this.#sendUpload(id, file);
    if (this.#watchesCaches) this.#watchCaches(true);
    const { betterImage } = this.#plan ?? {};
    if (betterImage) this.tellPage({ type: "image_wanted", path: betterImage });
    this.runs.begin({ canSuspend, signals: this.#worker.signals });
  }

  /** Hand the worker an asset that it may not fetch by itself. */
  async #answer(id: number, path: string): Promise<void> {
    const worker = this.#worker;
    try {
      const bytes = await this.#loader.bytes(path);
      worker?.post({ type: "answer", id, bytes }, [bytes]);
    } catch (error) {
      worker?.post({ type: "answer", id, bytes: null, error: String(error) });
    }
  }

  #dropWorker(): void {
    clearTimeout(this.#stallTimer);
    this.#worker?.end();
    this.#worker = null;
    this.#isReady = false;
  }

  #failWorker(detail: string): void {
    this.#fail({ reason: "worker", what: "worker", detail });
  }

  #fail({ reason, what, detail }: BootFailure): void {
    this.#dropWorker();
    this.runs.end();
    this.failure.set({ reason, what, detail });
    this.tellPage({ type: "failed", reason, what, detail });
  }

  #expectNews(): void {
    clearTimeout(this.#stallTimer);
    this.#stallTimer = window.setTimeout(() => {
      const detail = `nothing has arrived for ${STALLED_AFTER_MS / 1000} seconds`;
      this.#fail({ reason: "stalled", what: "start", detail });
    }, STALLED_AFTER_MS);
  }

  #sendUpload(id: string, { name, mime, bytes }: Upload): void {
    const path = `${UPLOADS}/${id}`;
    this.#worker?.post({ type: "write_upload", path, bytes });
    this.#worker?.toPython({ type: "upload", id, name, mime, path });
  }
}
