/**
 * The worker: starts Python, then answers each message by running the script.
 *
 * This file alone listens and posts; what it calls is handed what it needs.
 */
import type { PyodideAPI } from "pyodide";
import type { PyCallable, PyProxy } from "pyodide/ffi";
import { collectGarbage } from "../protocol/garbage.ts";
import { stage, startTrace, traced } from "../protocol/trace.ts";
import type {
  Boot,
  BootFailure,
  FromWorker,
  Open,
  PackagePlan,
  Prepare,
  SignalBuffers,
  TakeImage,
  ToWorker,
} from "../protocol/worker.ts";
import { AssetError, Assets } from "./assets.ts";
import { Bridge } from "./bridge.ts";
import { explainRefusals } from "./network.ts";
import { installWithMicropip, loadPackages, PackageError } from "./packages.ts";
import { BootProgress } from "./progress.ts";
import { APP_FOLDER, Core, canSuspend, removeFiles, writeFiles } from "./pyodide.ts";
import { type Started, startPython } from "./restoring.ts";
import { Results } from "./results.ts";
import { takeOwnImage } from "./taking.ts";

interface Session {
  serve: PyCallable;
}

/** A Python that has booted, and waits for an app or has one. */
interface Interpreter extends Started {
  assets: Assets;
  progress: BootProgress;
  signals: SignalBuffers | null;
}

/** What is under way before it is known what app comes. */
interface Prepared {
  assets: Assets;
  progress: BootProgress;
  core: Core;
}

interface Running extends Interpreter {
  bridge: Bridge;
  /** Runs the script for the newest event; answers whether it is to run again at once. */
  serve: () => Promise<boolean>;
  /** What Stop writes into. */
  interrupt: Uint8Array | null;
}

/** A first run that finds its results waits for them a little; what comes later still counts. */
const RECALL_LIMIT_MS = 1_000;

/**
 * After a start what it has left may wait until the first run is over, as a rule. An engine that has
 * begun to look for garbage goes on with it when it is asked for something again.
 */
const TIDY_AFTER_MS = [2_000, 4_000, 8_000];

/** What engines say when the stack is used up; Python had no time to notice. */
const RECURSION = /maximum call stack|too much recursion/i;

/** The same of memory that cannot grow any more. */
const MEMORY = /out of memory|cannot enlarge memory|allocation failed/i;

let prepared: Prepared | null = null;
/** Where what the view hands in goes to. */
let assets: Assets | null = null;
let booted: Promise<Interpreter> | null = null;
let running: Running | null = null;
let isServing = false;
/** Packages that a saved file needs, to be there before the next run. */
const wanted: PackagePlan[] = [];

function post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, transfer);
}

function tell(text: string): void {
  post({ type: "log", text, level: "warning" });
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  switch (message.type) {
    case "prepare":
      prepared = prepare(message);
      return;
    case "boot":
      booted = boot(message);
      booted.then(() => post({ type: "booted" }), fail);
      return;
    case "open":
      if (booted) open(message, booted).catch(fail);
      return;
    case "take_image":
      void take(message);
      return;
    case "list_imports":
      if (running && !isServing) post({ type: "imports", names: importsOf(running.pyodide) });
      return;
    case "arrived":
      assets?.arrived(message.id, message.count);
      return;
    case "answer":
      assets?.answer(message.id, message);
      return;
    case "python":
      return receive(message.text, message.event);
    case "install":
      wanted.push(message.packages);
      return;
    case "write_files":
      if (!running) return;
      writeFiles(running.pyodide, message.files);
      removeFiles(running.pyodide, message.removed);
      return;
    case "ping":
      return post({ type: "pong" });
    case "write_upload":
      if (!running) return;
      running.pyodide.FS.mkdirTree(message.path.slice(0, message.path.lastIndexOf("/")));
      running.pyodide.FS.writeFile(message.path, message.bytes);
      return;
    default:
      message satisfies never;
  }
};

function prepare(options: Omit<Prepare, "type">): Prepared {
  if (options.isTraced) startTrace();
  stage("load the worker", 0)();
  const progress = new BootProgress((state) => post({ type: "progress", ...state }));
  const own = new Assets(options, post, (path, count) => progress.add(path, count));
  own.serveFetch();
  assets = own;
  const print = (text: string): void => {
    console.log(text);
    post({ type: "log", text, level: "print" });
  };
  const onUseless = (): void => post({ type: "core_failed" });
  return { assets: own, progress, core: new Core(own, options.core, { print, onUseless }) };
}

async function boot(options: Boot): Promise<Interpreter> {
  const { assets, progress, core } = prepared ?? prepare(options);
  const booted = stage("boot");
  stayAlive(options);
  explainRefusals();
  progress.expect(options.sizes);
  const onUseless = (reason: string): void => {
    progress.expect(options.plainSizes);
    post({ type: "image_failed" });
    post({ type: "log", text: `The memory image is of no use: ${reason}.`, level: "info" });
  };
  const started = startPython(options, core, assets, onUseless);
  const { pyodide, image } = await Promise.race([started, assets.failed]);
  const imported = stage("import tabstream");
  importTabstream(pyodide);
  imported();
  booted();
  for (const time of TIDY_AFTER_MS) setTimeout(collectGarbage, time);
  return { assets, progress, pyodide, image, signals: options.signals };
}

/** Put an app into the interpreter, as soon as that is there. */
async function open(options: Open, booted: Promise<Interpreter>): Promise<void> {
  // What is kept of results is asked for at once: it comes while Python boots.
  const results = new Results(options.results, tell, () => post({ type: "keeps_results" }));
  const interpreter = await booted.catch(() => null);
  if (!interpreter) return; // which has been told
  const opened = stage("open the app");
  const { progress, pyodide, signals } = interpreter;
  writeFiles(pyodide, options.files);
  await traced("install packages", installPackages(interpreter, options.packages));
  progress.enter("starting");
  const bridge = new Bridge(post, signals, results);
  const interrupt = signals && new Uint8Array(signals.interrupt);
  if (interrupt) pyodide.setInterruptBuffer(interrupt);
  const serve = openApp(pyodide, bridge, options);
  running = { ...interpreter, bridge, interrupt, serve };
  await traced("recall results", results.recalled(RECALL_LIMIT_MS));
  opened();
  progress.enter("running");
  post({ type: "ready", canSuspend: canSuspend() });
  if (options.run) receive(options.run, 0);
}

/** Hand Python a message, with the number of the newest event that it tells of. */
function receive(text: string, event: number): void {
  running?.bridge.deliver(text, event);
  void serveAll();
}

/** Hold on to what is free again, or closed, when this worker has ended. */
function stayAlive({ life, lifeline }: Boot): void {
  lifeline.start(); // and it is not dropped as long as it may bring something
  navigator.locks
    ?.request(life, () => {
      post({ type: "alive" });
      return new Promise(() => {});
    })
    .catch(() => {});
}

/** What takes its time and is the same for every app. */
function importTabstream(pyodide: PyodideAPI): void {
  for (const name of ["tabstream._host.browser", "tabstream._boot"]) pyodide.pyimport(name);
}

/** Install what the app needs and `boot` has not loaded. */
async function installPackages(interpreter: Interpreter, plan: PackagePlan) {
  const { assets, progress, pyodide, image } = interpreter;
  if (image?.isWhole) return;
  const missing = plan.lock.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length > 0) {
    progress.enter("packages");
    await Promise.race([loadPackages(pyodide, missing, tell), assets.failed]);
  }
  if (plan.micropip.length > 0) {
    progress.enter("packages");
    // Only a start sees all that the requirements came to; a saved file brings a part of it.
    const found = await installWithMicropip(pyodide, plan, tell);
    if (found) post({ type: "found", ...found });
  }
}

/** Take an image in place of an app: nothing else is done in this worker. */
async function take(options: TakeImage): Promise<void> {
  try {
    assets = new Assets(options, post, () => {});
    assets.serveFetch();
    const parts = await Promise.race([takeOwnImage(options, assets), assets.failed]);
    post(
      { type: "image_taken", parts },
      parts.map(({ buffer }) => buffer),
    );
  } catch (error) {
    const text = `No image could be taken of the app's packages: ${String(error)}.`;
    post({ type: "log", level: "info", text });
    post({ type: "image_taken", parts: null });
  }
}

function importsOf(pyodide: PyodideAPI): string[] {
  const names: PyProxy = pyodide.pyimport("tabstream._image").imported_modules(APP_FOLDER);
  return names.toJs();
}

/** Hand Python its bridge and the app; answers how to run it. */
function openApp(pyodide: PyodideAPI, bridge: Bridge, { open, saved }: Open): Running["serve"] {
  const browser = pyodide.pyimport("tabstream._host.browser");
  browser.connect_urllib();
  const host: PyProxy = browser.BrowserHost(bridge);
  const session: PyProxy & Session = pyodide
    .pyimport("tabstream._boot")
    // Python's None is JavaScript's undefined, and not its null.
    .start_in_worker(host, open, saved.content ?? undefined, JSON.stringify(saved.refused));
  const { serve } = session;
  // Entered as a promise, Python can be suspended in the middle of a script.
  return canSuspend() ? () => serve.callPromising() : async () => serve();
}

/** Run the script until nothing waits. */
async function serveAll(): Promise<void> {
  if (isServing || !running) return;
  isServing = true;
  const { bridge, serve, interrupt } = running;
  try {
    let again = true;
    while (again) {
      if (wanted.length > 0) await installWanted(running);
      // A Stop that came too late for the last run is not meant for the next.
      interrupt?.fill(0);
      again = (await traced("run", serve())) || bridge.hasMail;
      // Events that came in while Python could not listen are one run, not many.
      await bridge.turn();
      again ||= bridge.hasMail;
    }
  } catch (error) {
    // A script's own errors are shown by Python; what comes here is ours or the interpreter's end.
    fail(error);
  } finally {
    isServing = false;
  }
}

async function installWanted({ assets, pyodide }: Running): Promise<void> {
  for (const plan of wanted.splice(0)) {
    await Promise.race([loadPackages(pyodide, plan.lock, tell), assets.failed]);
    await installWithMicropip(pyodide, plan, tell);
  }
}

function fail(error: unknown): void {
  post({ type: "failed", ...failureOf(error), value: running?.bridge.handledValue ?? null });
}

function failureOf(error: unknown): BootFailure {
  if (error instanceof AssetError || error instanceof PackageError) return error.failure;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const reason = RECURSION.test(detail) ? "recursion" : MEMORY.test(detail) ? "memory" : "python";
  return { reason, what: APP_FOLDER, detail };
}
