/**
 * The worker: starts Python, then answers each message by running the script.
 *
 * This file alone listens and posts; what it calls is handed what it needs.
 */
import type { PyodideAPI } from "pyodide";
import type { PyCallable, PyProxy } from "pyodide/ffi";
import type { Boot, FromWorker, ToWorker } from "../protocol/worker.ts";
import { AssetError, Assets } from "./assets.ts";
import { Bridge } from "./bridge.ts";
import { installWithMicropip, PackageError } from "./packages.ts";
import { BootProgress } from "./progress.ts";
import { APP_FOLDER, removeFiles, startPyodide, writeFiles } from "./pyodide.ts";

interface Session {
  serve: PyCallable;
}

interface Running {
  pyodide: PyodideAPI;
  bridge: Bridge;
  serve: () => Promise<boolean>;
}

const canSuspend = "Suspending" in WebAssembly;

let assets: Assets | null = null;
let running: Running | null = null;
let isServing = false;

function post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, transfer);
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  switch (message.type) {
    case "boot":
      boot(message).catch((error: unknown) => post({ type: "failed", ...failureOf(error) }));
      return;
    case "answer":
      assets?.answer(message.id, message);
      return;
    case "python":
      running?.bridge.deliver(message.text);
      void serveAll();
      return;
    case "write_files":
      if (!running) return;
      writeFiles(running.pyodide, message.files);
      removeFiles(running.pyodide, message.removed);
      return;
    case "write_upload":
      if (!running) return;
      running.pyodide.FS.mkdirTree(message.path.slice(0, message.path.lastIndexOf("/")));
      running.pyodide.FS.writeFile(message.path, message.bytes);
      return;
    default:
      message satisfies never;
  }
};

async function boot(options: Boot): Promise<void> {
  const progress = new BootProgress(options.sizes, (state) => post({ type: "progress", ...state }));
  assets = new Assets(options.base, post, (path, count) => progress.add(path, count));
  assets.serveFetch();
  const print = (text: string): void => {
    console.log(text);
    post({ type: "log", text, level: "print" });
  };
  const pyodide = await Promise.race([
    startPyodide(options, assets, progress, print),
    assets.failed,
  ]);
  if (options.signals) pyodide.setInterruptBuffer(new Uint8Array(options.signals.interrupt));
  if (options.micropip.length > 0) {
    progress.enter("packages");
    await installWithMicropip(pyodide, options.micropip, options.indexUrls);
  }
  progress.enter("starting");
  const bridge = new Bridge(post, options.signals?.event ?? null);
  running = { pyodide, bridge, serve: openApp(pyodide, bridge, options.open) };
  progress.enter("running");
  post({ type: "ready" });
}

/** Hand Python its bridge and the app; answers how to run it. */
function openApp(pyodide: PyodideAPI, bridge: Bridge, open: string): Running["serve"] {
  const host: PyProxy = pyodide.pyimport("tabstream._host.browser").BrowserHost(bridge);
  const session: PyProxy & Session = pyodide
    .pyimport("tabstream._boot")
    .start_in_worker(host, open);
  const { serve } = session;
  // Entered as a promise, Python can be suspended in the middle of a script.
  return canSuspend ? () => serve.callPromising() : async () => serve();
}

/** Run the script until nothing waits; between two runs the event loop turns. */
async function serveAll(): Promise<void> {
  if (isServing || !running) return;
  isServing = true;
  const { bridge, serve } = running;
  try {
    while ((await serve()) || bridge.hasMail) await bridge.turn();
  } catch (error) {
    // A script's own errors are shown by Python; what comes here is ours or the interpreter's end.
    post({ type: "failed", ...failureOf(error) });
  } finally {
    isServing = false;
  }
}

function failureOf(error: unknown): Omit<Extract<FromWorker, { type: "failed" }>, "type"> {
  if (error instanceof AssetError || error instanceof PackageError) return error.failure;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { reason: "python", what: APP_FOLDER, detail };
}
