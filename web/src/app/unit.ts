/**
 * One app: its worker, its tree and its values, from the first byte to the last run.
 *
 *     page ── port ──▶ unit ── messages ──▶ worker
 *                       │ ◀──── ops ───────
 *                 tree, values ──▶ view
 *
 * When the worker is lost it is replaced, and the new one goes on with the values, the files and the
 * session state that are kept here.
 */

import { Store } from "../kit/index.ts";
import { decodeFromPython, type FromPython, type ToPython } from "../protocol/messages.ts";
import type { Appearance, FromUnit, HealingCause, Project, ToUnit } from "../protocol/port.ts";
import { stage } from "../protocol/trace.ts";
import type { BootFailure, Progress } from "../protocol/worker.ts";
import type { AppWorker, WorkerListener } from "./app-worker.ts";
import {
  assetAddresses,
  type BootOptions,
  bootOptions,
  coreAddress,
  preparation,
  type SiteIndex,
} from "./boot-options.ts";
import { type BootPlan, bootPlan, FOLDER, newPackages, withFound } from "./boot-plan.ts";
import { Healing } from "./healing.ts";
import { KeptState } from "./kept-state.ts";
import { LastVisit } from "./last-visit.ts";
import type { Loader } from "./loader.ts";
import { OwnImage } from "./own-image.ts";
import { Runs } from "./runs.ts";
import { UsedChunks } from "./used-chunks.ts";
import { Workers } from "./workers.ts";

/** A start that brings no news for this long has failed, whatever it is waiting for. */
const STALLED_AFTER_MS = 60_000;

/** An idle worker that gives no sign of life for this long is gone. */
const SILENT_AFTER_MS = 5_000;

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
  readonly chunks: UsedChunks;
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
  #state = new KeptState();
  readonly #healing = new Healing((message) => this.tellPage(message));
  readonly #workers: Workers;
  readonly #ownImage: OwnImage;
  readonly #lastVisit: LastVisit;
  /** Whether the app wants a spare worker. */
  #keepsSpare = false;
  /** Whether the page wants to know how the caches are doing. */
  #watchesCaches = false;
  #stallTimer = 0;
  readonly #life = new AbortController();

  constructor(port: MessagePort, loader: Loader, index: SiteIndex) {
    this.#port = port;
    this.#loader = loader;
    this.#index = index;
    this.runs = new Runs({
      toPython: (message) => this.#worker?.toPython(message),
      tellPage: (message) => this.tellPage(message),
      replaceWorker: (cause) => this.#heal(cause, cause !== "stop"),
      hasWorker: async () => (await this.#worker?.answers(SILENT_AFTER_MS)) ?? false,
      refuseFlood: (detail) => this.#fail({ reason: "flood", what: "script", detail }),
    });
    this.chunks = new UsedChunks(loader, (names) => this.tellPage({ type: "chunks", names }));
    this.#workers = new Workers(loader);
    this.#ownImage = new OwnImage(loader, {
      askImports: () => this.#worker?.post({ type: "list_imports" }),
      onTaken: (name, parts) => this.#keepOwnImage(name, parts),
      log: (text) => this.tellPage({ type: "log", level: "info", text }),
    });
    this.#lastVisit = new LastVisit({
      runs: this.runs,
      project: () => this.#project,
      // Its hash is another one in every release: the version is written in it.
      release: index.versions[index.runtime.file] ?? "",
      keep: (picture) => this.tellPage({ type: "picture", picture }),
    });
    port.onmessage = (event: MessageEvent<ToUnit>) => this.#onPage(event.data);
    const { signal } = this.#life;
    document.addEventListener("visibilitychange", () => this.#onVisibility(), { signal });
    // A page that is left for another may go without having been hidden before.
    window.addEventListener("pagehide", () => this.#saveInTime(), { signal });
    // While the page slept, in the back/forward cache or frozen, its worker may have been ended.
    window.addEventListener("pageshow", (event) => event.persisted && this.#onWake(), { signal });
    document.addEventListener("resume", () => this.#onWake(), { signal });
  }

  /** End the app: its worker goes, and the port is closed. */
  dispose(): void {
    this.#life.abort();
    this.#workers.dispose();
    this.#ownImage.dispose();
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

  /** Start Python anew, with all that is kept; the tree is drawn again. */
  restart(): void {
    if (this.failure.get()) this.#healing.retry();
    else this.#healing.end();
    this.#start(() => this.runs.expectStart());
  }

  // ---- the page -------------------------------------------------------------------------------

  #onPage(message: ToUnit): void {
    switch (message.type) {
      case "open":
        this.#project = message.project;
        this.chunks.fetchAhead(message.project.chunks ?? []);
        this.#state = new KeptState();
        this.restart();
        void this.#lastVisit.show(message.project);
        return;
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
      case "unblock":
        return this.runs.unblock();
      case "write_files":
        return this.#writeFiles(message);
      case "query":
        this.#keepQuery(message.query);
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

  /** A worker that takes the place of this one goes on with the parameters as they are. */
  #keepQuery(query: Project["query"]): void {
    if (this.#project) this.#project.query = query;
  }

  #onVisibility(): void {
    if (document.visibilityState === "hidden") this.#saveInTime();
  }

  /** The page may be gone in a moment: what Python has not stored yet is stored now. */
  #saveInTime(): void {
    if (this.#isReady) this.#worker?.toPython({ type: "page_hidden" });
    void this.#lastVisit.take();
  }

  #writeFiles({ files, removed, runs }: Extract<ToUnit, { type: "write_files" }>): void {
    const kept = this.#project?.files;
    for (const [path, bytes] of files) kept?.set(path, bytes);
    for (const path of removed) kept?.delete(path);
    this.#lastVisit.noteSave();
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
    this.#boot(isFresh).catch((error: unknown) => {
      this.#fail({ reason: "worker", what: "worker", detail: String(error) });
    });
  }

  async #boot(isFresh: boolean): Promise<void> {
    const project = this.#project;
    if (!project) return;
    this.#expectNews();
    const planned = stage("plan packages");
    const plan = this.#planPackages(project);
    planned();
    this.#plan = plan;
    const options = this.#bootOptions(plan);
    const worker = await this.#workers.get(
      // A start after a failure leaves out what may have been the cause of it.
      isFresh ? { ...options, isFresh, core: null, image: null } : options,
      {
        onMessage: (message) => this.#onWorker(message),
        onEnd: (detail) => this.#onLost({ reason: "worker", what: "worker", detail }),
      },
    );
    if (!worker) return;
    this.#worker = worker;
    const { entry, argv, query, page, config, files } = project;
    const open: ToPython = { type: "open", entry, folder: FOLDER, argv, query, page, config };
    worker.open({
      packages: plan.packages,
      files,
      open: JSON.stringify(open),
      results: project.keepsResults ? this.#askForResults() : null,
      run: this.#earlyRun(),
      saved: this.#state.forNextWorker(),
    });
  }

  #bootOptions({ packages: { lock }, image }: BootPlan): BootOptions {
    const core = this.#project?.images?.kept.get(coreAddress(this.#index)) ?? null;
    return bootOptions({ core, lock, image }, this.#index, this.#loader.base);
  }

  /** The first run as JSON; null when something has to reach Python before it. */
  #earlyRun(): string | null {
    // A run that names an upload comes after its bytes.
    if (this.#uploads.size > 0 || this.#watchesCaches) return null;
    const run = this.runs.takeEarly();
    return run && JSON.stringify(run);
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
        const plan = this.#plan;
        if (!plan?.image) return;
        this.#plan = { ...plan, image: null };
        this.#ownImage.refuse(plan.image.path);
        return this.tellPage({ type: "image_broken", path: plan.image.path });
      }
      case "core_failed":
        return this.tellPage({ type: "image_broken", path: coreAddress(this.#index) });
      case "booted":
        return; // the app is on its way to it
      case "ready":
        return this.#onReady(message.canSuspend);
      case "found": {
        const { lock, wheels } = message;
        const resolved = { asked: this.#plan?.asked ?? "", lock, wheels };
        if (this.#plan) this.#plan = withFound(this.#plan, message, this.#index);
        return this.tellPage({ type: "resolved", resolved });
      }
      case "imports":
        void this.#ownImage.take(message.names);
        return;
      case "image_taken":
        return; // that is another worker's
      case "failed":
        if (message.value !== null) this.#state.refuse(message.value);
        return this.#onLost(message);
      case "log":
      case "keeps_results":
        return this.tellPage(message);
      case "python":
        return this.#onPython(decodeFromPython(message.text, message.buffers));
      default:
        message satisfies never;
    }
  }

  #onPython(message: FromPython): void {
    switch (message.type) {
      case "state_saved":
        return this.#state.keep(message);
      case "state_lost":
        this.#healing.lose(message.name);
        return this.#tellLoss(message.name, message.why);
      case "run_started":
        this.#lastVisit.noteStart();
        break;
      case "run_ended":
        this.#lastVisit.noteEnd(message.how);
        if (message.how !== "rerun" && message.how !== "interrupted") this.#healing.prove();
        if (message.how === "done") this.#wantOwnImage();
        // One that has to be started plainly would take too much of the machine.
        if (this.#keepsSpare && this.#plan?.image) {
          this.#workers.keepSpare(this.#bootOptions(this.#plan));
        }
        break;
      case "app_config":
        this.#keepsSpare = message.options["tabstream.spareWorker"] === true;
        if (!this.#keepsSpare) this.#workers.keepSpare(null);
        break;
      case "query":
        this.#keepQuery(message.query);
        break;
    }
    this.runs.receive(message);
  }

  /** An app that has packages of its own is quicker the next time with an image of them. */
  #wantOwnImage(): void {
    const { images } = this.#project ?? {};
    if (!images?.mayTake || !this.#plan?.ownImage) return;
    const { image, ownImage, packages } = this.#plan;
    if (image?.path === ownImage || images.refused.has(ownImage)) return;
    const common = preparation(null, this.#index, this.#loader.base);
    this.#ownImage.want(ownImage, { ...common, isTraced: false, packages });
  }

  #keepOwnImage(name: string, parts: Uint8Array<ArrayBuffer>[] | null): void {
    this.tellPage({ type: "image_taken", name, parts }, parts?.map(({ buffer }) => buffer) ?? []);
  }

  #onReady(canSuspend: boolean): void {
    if (!this.#worker) return;
    clearTimeout(this.#stallTimer);
    this.#isReady = true;
    if (this.#plan) this.#tellStart(this.#plan);
    for (const [id, file] of this.#uploads) this.#sendUpload(id, file);
    if (this.#watchesCaches) this.#watchCaches(true);
    this.runs.begin({ canSuspend, signals: this.#worker.signals });
    this.#healing.done();
  }

  /** What the page keeps so that the next start is as quick, or quicker. */
  #tellStart(plan: BootPlan): void {
    const { packages, image, ownImage, betterImage } = plan;
    this.tellPage({ type: "assets", paths: assetAddresses(this.#bootOptions(plan)) });
    const core = coreAddress(this.#index);
    const kept = this.#project?.images?.kept;
    if (kept && !kept.has(core)) this.tellPage({ type: "image_wanted", path: core });
    const images = [ownImage, image?.path, betterImage].filter((path) => path != null);
    this.tellPage({ type: "started", lock: packages.lock, images: [...new Set(images)] });
    if (image?.isWhole) this.tellPage({ type: "image_used", name: image.path });
    if (betterImage) this.tellPage({ type: "image_wanted", path: betterImage });
  }

  #dropWorker(): void {
    clearTimeout(this.#stallTimer);
    this.#worker?.end();
    this.#worker = null;
    this.#isReady = false;
  }

  /** The worker is of no use any more, and nobody has asked for that. */
  #onLost(failure: BootFailure): void {
    if (!this.#isReady || this.#healing.isUntried) return this.#fail(failure);
    this.tellPage({ type: "log", level: "error", text: `${failure.what}: ${failure.detail}` });
    this.#heal(failure.reason, this.runs.isBusy);
  }

  /** Put another worker in the place of this one; the script runs in it at once, or when asked. */
  #heal(cause: HealingCause, runs: boolean): void {
    const { losses } = this.#state;
    this.#healing.begin(
      cause,
      losses.map(([name]) => name),
    );
    for (const [name, why] of losses) this.#tellLoss(name, why);
    this.#start(() => (runs ? this.runs.expectStart() : this.runs.expectReplacement()));
  }

  #tellLoss(name: string, why: string): void {
    const text = `st.session_state[${JSON.stringify(name)}] could not be kept: ${why}`;
    this.tellPage({ type: "log", level: "warning", text });
  }

  /** The page was asleep. A worker that runs a script cannot answer; its lock tells of its end. */
  async #onWake(): Promise<void> {
    const worker = this.#worker;
    if (!worker || !this.#isReady || this.runs.isBusy) return;
    const isThere = await worker.answers(SILENT_AFTER_MS);
    if (!isThere && worker === this.#worker && !this.runs.isBusy) this.#heal("asleep", false);
  }

  #fail({ reason, what, detail }: BootFailure): void {
    this.#dropWorker();
    this.#healing.end();
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
