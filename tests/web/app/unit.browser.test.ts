/** What the unit carries between the page and Python; the test is both of them. */
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import type { SiteIndex } from "../../../web/src/app/boot-plan.ts";
import type { Loader } from "../../../web/src/app/loader.ts";
import { Unit } from "../../../web/src/app/unit.ts";
import type { FromPython, ToPython } from "../../../web/src/protocol/messages.ts";
import type { FromUnit, Project, ToUnit } from "../../../web/src/protocol/port.ts";
import type { FromWorker, ToWorker } from "../../../web/src/protocol/worker.ts";

const index: SiteIndex = {
  core: { files: {} },
  lock: { file: "pyodide-lock.json", size: 1 },
  runtime: { file: "tabstream.zip", size: 1 },
  packages: {},
  images: [],
  packed: {},
  versions: {},
  imports: {},
};

const project: Project = {
  entry: "app.py",
  files: new Map([["app.py", new TextEncoder().encode("import streamlit as st\n")]]),
  argv: [],
  query: [],
  page: "",
  config: {},
  indexUrls: null,
  resolved: null,
  keepsResults: false,
};

/** A worker without Python: it notes what it is sent. */
class Worker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  readonly heard: ToPython[] = [];

  postMessage(message: ToWorker): void {
    if (message.type === "python") this.heard.push(JSON.parse(message.text) as ToPython);
  }

  terminate(): void {}

  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  sayPython(message: FromPython): void {
    this.say({ type: "python", text: JSON.stringify(message), buffers: [] });
  }

  /** All but the runs, of which other tests tell. */
  get heardBesides(): ToPython[] {
    return this.heard.filter(({ type }) => type !== "run");
  }
}

let workers: Worker[];
let toldPage: FromUnit[];
let unit: Unit;
let port: MessagePort;

beforeEach(() => {
  workers = [];
  toldPage = [];
  const channel = new MessageChannel();
  port = channel.port1;
  port.onmessage = ({ data }: MessageEvent<FromUnit>) => toldPage.push(data);
  const loader: Partial<Loader> = {
    base: "https://site.test/",
    async worker() {
      const worker = new Worker();
      workers.push(worker);
      return worker as unknown as globalThis.Worker;
    },
  };
  unit = new Unit(channel.port2, loader as Loader, index);
});

afterEach(() => {
  unit.dispose();
  port.close();
});

const tell = (message: ToUnit) => port.postMessage(message);

/** Waits for the next worker, whose Python is there at once. */
async function startWorker(): Promise<Worker> {
  const count = workers.length;
  await expect.poll(() => workers.length).toBe(count + 1);
  const worker = workers[count] as Worker;
  await expect.poll(() => worker.onmessage).not.toBeNull();
  worker.say({ type: "ready", canSuspend: true });
  return worker;
}

function hidePage(): void {
  const state = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  onTestFinished(() => state.mockRestore());
  document.dispatchEvent(new Event("visibilitychange"));
}

it("carries what the page asks of the caches to Python, and what Python reports back", async () => {
  tell({ type: "open", project });
  const worker = await startWorker();
  tell({ type: "watch_caches", on: true });
  tell({ type: "clear_caches", function: "load", entry: "12ab" });
  tell({ type: "watch_caches", on: false });
  await expect
    .poll(() => worker.heardBesides)
    .toEqual([
      { type: "watch_caches", on: true },
      { type: "clear_caches", function: "load", entry: "12ab" },
      { type: "watch_caches", on: false },
    ]);
  const report: FromPython = { type: "cache_report", functions: [], could_be_cached: [] };
  worker.sayPython(report);
  await expect.poll(() => toldPage).toContainEqual(report);
});

it("lets a new worker be watched like the one before, as soon as it is there", async () => {
  tell({ type: "open", project });
  tell({ type: "watch_caches", on: true });
  const first = await startWorker();
  await expect.poll(() => first.heardBesides).toEqual([{ type: "watch_caches", on: true }]);
  tell({ type: "restart" });
  const second = await startWorker();
  expect(second.heard.map(({ type }) => type)).toEqual(["watch_caches", "run"]);
  tell({ type: "watch_caches", on: false });
  tell({ type: "restart" });
  const third = await startWorker();
  expect(third.heardBesides).toEqual([]);
});

it("tells Python that the page is out of sight, or is left", async () => {
  tell({ type: "open", project });
  const worker = await startWorker();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(worker.heardBesides).toEqual([]);
  hidePage();
  expect(worker.heardBesides).toEqual([{ type: "page_hidden" }]);
  window.dispatchEvent(new Event("pagehide"));
  expect(worker.heardBesides).toHaveLength(2);
});

it("tells it to nobody before Python is there, and after its end", async () => {
  hidePage();
  tell({ type: "open", project });
  const worker = await startWorker();
  unit.dispose();
  window.dispatchEvent(new Event("pagehide"));
  expect(worker.heardBesides).toEqual([]);
});
