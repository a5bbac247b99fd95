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
import type { BootFailure, FromWorker, Progress, ToWorker } from "../protocol/worker.ts";
import { type BootPlan, bootPlan, type SiteIndex } from "./boot-plan.ts";
import type { Loader } from "./loader.ts";
import { Runs } from "./runs.ts";
import { createSignals, type Signals } from "./signals.ts";

/** A start that brings no news for this long has failed, whatever it is waiting for. */
const STALLED_AFTER_MS = 60_000;

/** The app's folder and that of the uploads, in the worker's file system. */
const FOLDER = "/app";
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
  /** How far the start is; null when it has not begun, or is over. */
  readonly progress = new Store<Progress | null>(null);
  readonly appearance = new Store<Appearance>({ theme: "app", layout: null, isEmbedded: false });

  readonly #port: MessagePort;
  readonly #loader: Loader;
  readonly #index: SiteIndex;
  readonly #uploads = new Map<string, Upload>();
  #project: Project | null = null;
  #worker: Worker | null = null;
  #signals: Signals | null = null;
  #isReady = false;
  #stallTimer = 0;

  constructor(port: MessagePort, loader: Loader, index: SiteIndex) {
    this.#port = port;
    this.#loader = loader;
    this.#index = index;
    this.runs = new Runs({
      toPython: (message) => this.#toPython(message),
      tellPage: (message) => this.tellPage(message),
      restart: () => this.restart(),
    });
    port.onmessage = (event: MessageEvent<ToUnit>) => this.#onPage(event.data);
  }

  /** End the app: its worker goes, and the port is closed. */
  dispose(): void {
    this.#dropWorker();
    this.#port.close();
  }

  /** Tell the page something that it ought to know. */
  tellPage(message: FromUnit): void {
    this.#port.postMessage(message);
  }

  /** Keep a picked file; the worker gets its bytes before the run that names it. */
  upload(id: string, file: Upload): void {
    this.#uploads.set(id, file);
    if (this.#isReady) this.#sendUpload(id, file);
  }

  /** Start Python anew, with the same files and values; the tree is drawn again. */
  restart(): void {
    this.#dropWorker();
    this.failure.set(null);
    this.runs.end("initial");
    void this.#boot();
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
        return this.#toPython({ type: "clear_caches" });
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

  #writeFiles({ files, removed, runs }: Extract<ToUnit, { type: "write_files" }>): void {
    const kept = this.#project?.files;
    for (const [path, bytes] of files) kept?.set(path, bytes);
    for (const path of removed) kept?.delete(path);
    if (this.failure.get()) return this.restart();
    this.#toWorker({ type: "write_files", files, removed });
    this.#toPython({ type: "files_changed", paths: [...files.keys(), ...removed] });
    if (runs) this.runs.request({ trigger: null, live: false });
  }

  // ---- the worker's life ----------------------------------------------------------------------

  async #boot(): Promise<void> {
    const project = this.#project;
    if (!project) return;
    const plan = bootPlan(project, this.#index);
    this.#tellOfPackages(plan);
    this.#expectNews();
    try {
      this.#worker = await this.#loader.worker();
    } catch (error) {
      return this.#fail({ reason: "worker", what: "worker", detail: String(error) });
    }
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => this.#onWorker(event.data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail({ reason: "worker", what: "worker", detail: event.message ?? "it ended" });
    };
    this.#signals = createSignals();
    const { entry, argv, query, page, config, files } = project;
    const open: ToPython = { type: "open", entry, folder: FOLDER, argv, query, page, config };
    this.#toWorker({
      type: "boot",
      base: this.#loader.base,
      sizes: plan.sizes,
      packages: plan.packages,
      micropip: plan.micropip,
      indexUrls: plan.indexUrls,
      files,
      open: JSON.stringify(open),
      signals: this.#signals?.buffers ?? null,
    });
  }

  #onWorker(message: FromWorker): void {
    switch (message.type) {
      case "progress": {
        const { stage, loaded, total } = message;
        this.#expectNews();
        this.progress.set({ stage, loaded, total });
        return this.tellPage(message);
      }
      case "ready":
        clearTimeout(this.#stallTimer);
        this.#isReady = true;
        for (const [id, file] of this.#uploads) this.#sendUpload(id, file);
        return this.runs.begin(this.#signals);
      case "failed":
        return this.#fail(message);
      case "ask":
        return void this.#answer(message.id, message.path);
      case "log":
        return this.tellPage(message);
      case "python":
        return this.runs.receive(decodeFromPython(message.text, message.buffers));
      default:
        message satisfies never;
    }
  }

  /** Hand the worker an asset that it may not fetch by itself. */
  async #answer(id: number, path: string): Promise<void> {
    try {
      const bytes = await this.#loader.bytes(path);
      this.#worker?.postMessage({ type: "answer", id, bytes } satisfies ToWorker, [bytes]);
    } catch (error) {
      this.#toWorker({ type: "answer", id, bytes: null, error: String(error) });
    }
  }

  #dropWorker(): void {
    clearTimeout(this.#stallTimer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
  }

  #fail({ reason, what, detail }: BootFailure): void {
    this.#dropWorker();
    this.runs.end("notRunning");
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

  #tellOfPackages(plan: BootPlan): void {
    for (const { file, line, message } of plan.warnings) {
      this.tellPage({ type: "log", level: "warning", text: `${file}:${line}: ${message}` });
    }
    for (const { name, file, line, reason } of plan.impossible) {
      const text = `${file}:${line}: ${name} cannot run in a browser: ${reason}`;
      this.tellPage({ type: "log", level: "error", text });
    }
  }

  // ---- sending --------------------------------------------------------------------------------

  #sendUpload(id: string, { name, mime, bytes }: Upload): void {
    const path = `${UPLOADS}/${id}`;
    this.#toWorker({ type: "write_upload", path, bytes });
    this.#toPython({ type: "upload", id, name, mime, path });
  }

  #toPython(message: ToPython): void {
    this.#toWorker({ type: "python", text: JSON.stringify(message) });
  }

  #toWorker(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}
