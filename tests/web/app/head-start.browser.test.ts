/** A worker that starts before it is known which app comes; the test is the worker. */
import { expect, it, vi } from "vitest";
import { AppWorker } from "../../../web/src/app/app-worker.ts";
import { bootOptions, preparation } from "../../../web/src/app/boot-options.ts";
import { HeadStart } from "../../../web/src/app/head-start.ts";
import type { ReadOptions } from "../../../web/src/protocol/assets.ts";
import { FakeWorker, index, TestedUnit } from "./tested-unit.ts";

const [{ path = "" } = {}] = index.images;
const image = { path, kept: new Blob(), isWhole: false };
const booting = bootOptions({ core: null, lock: [], image }, index, null);
const listener = () => ({ onMessage: vi.fn(), onEnd: vi.fn() });

function begin(options: typeof booting | null) {
  const worker = new FakeWorker();
  const loader = { bytes: () => Promise.reject(new Error("nobody asks for them")) };
  const start = new HeadStart(() => new AppWorker(worker as unknown as Worker, loader));
  start.startWorker();
  start.prepare(preparation(null, index, null));
  if (options) start.boot(options);
  return { start, worker, posted: () => worker.posted.map(({ type }) => type) };
}

it("has what the app asks for: it goes on, and what it has told meanwhile is heard, in order", async () => {
  const { start, worker, posted } = begin(booting);
  worker.say({ type: "log", level: "info", text: "one" });
  const heard = listener();
  expect(start.take(booting, heard)).not.toBeNull();
  expect(heard.onMessage).not.toHaveBeenCalled(); // the caller has not got it yet
  worker.say({ type: "booted" });
  await expect
    .poll(() => heard.onMessage.mock.calls.map(([{ type }]) => type))
    .toEqual(["log", "booted"]);
  worker.say({ type: "ready", canSuspend: true });
  expect(heard.onMessage).toHaveBeenLastCalledWith({ type: "ready", canSuspend: true });
  expect(posted()).toEqual(["prepare", "boot"]);
  expect(start.take(booting, listener())).toBeNull();
});

it("has the core alone: it starts as the app asks", () => {
  const { start, worker } = begin(null);
  start.take(booting, listener());
  expect(worker.posted.at(-1)).toMatchObject({ type: "boot", image });
  // What the last visit tells comes too late.
  start.boot(booting);
  expect(worker.posted).toHaveLength(2);
});

it.each([
  ["another image", { ...booting, image: { ...image, path: "images/pandas-1.image" } }],
  ["no image", { ...booting, image: null }],
  ["other packages", { ...booting, lock: ["numpy"] }],
  ["a start after a failure", { ...booting, isFresh: true }],
])("has something else than %s: it is ended", (_, wanted) => {
  const { start, worker } = begin(booting);
  expect(start.take(wanted, listener())).toBeNull();
  expect(worker.isEnded).toBe(true);
});

it("has failed, which nobody has heard: the app tries by itself", () => {
  const { start, worker } = begin(booting);
  worker.say({ type: "failed", reason: "asset", what: "a.wasm", detail: "HTTP 500", value: null });
  expect(start.take(booting, listener())).toBeNull();
  expect(worker.isEnded).toBe(true);
});

it("fails when it has been taken: whoever ends it hears no more", async () => {
  const { start, worker } = begin(booting);
  const taken: { worker: AppWorker | null } = { worker: null };
  const onMessage = vi.fn(({ type }: { type: string }) => {
    if (type === "failed") taken.worker?.end();
  });
  worker.say({ type: "log", level: "info", text: "one" });
  taken.worker = start.take(booting, { onMessage, onEnd: vi.fn() });
  worker.say({ type: "failed", reason: "asset", what: "a.wasm", detail: "HTTP 500", value: null });
  worker.onmessage?.({ data: { type: "progress", stage: "python", loaded: 1, total: 2 } });
  await expect.poll(() => worker.isEnded).toBe(true);
  expect(onMessage.mock.calls.map(([{ type }]) => type)).toEqual(["log", "failed"]);
});

it("asks the view for a file: it hears of its parts, and of what is kept nothing is taken where it says so", async () => {
  const worker = new FakeWorker();
  const bytes = vi.fn(async (_: string, { onBytes }: ReadOptions = {}) => {
    onBytes?.(5);
    return new ArrayBuffer(5);
  });
  new AppWorker(worker as unknown as Worker, { bytes });
  worker.say({ type: "ask", id: 3, path: "pyodide/a.wasm", isFresh: true });
  await expect.poll(() => worker.posted.map(({ type }) => type)).toEqual(["arrived", "answer"]);
  expect(worker.posted[0]).toEqual({ type: "arrived", id: 3, count: 5 });
  expect(bytes.mock.calls[0]?.[1]?.cache).toBe("reload");
});

it("is dropped where no app comes, and has its core prepared once", () => {
  const { start, worker, posted } = begin(null);
  start.prepare(preparation(null, index, null));
  expect(posted()).toEqual(["prepare"]);
  start.drop();
  expect(worker.isEnded).toBe(true);
  start.boot(booting);
  expect(start.take(booting, listener())).toBeNull();
  expect(posted()).toEqual(["prepare"]);
});

it("has died: the app has a worker of its own", () => {
  const { start, worker } = begin(booting);
  worker.onerror?.({ message: "not found", preventDefault() {} });
  expect(start.take(booting, listener())).toBeNull();
});

it("an app takes it, and tells the page what the next visit is to begin with", async () => {
  const { start, worker } = begin(booting);
  worker.say({ type: "booted" });
  const app = new TestedUnit({ headStart: start });
  app.open();
  await expect.poll(() => worker.opened).toBeDefined();
  worker.say({ type: "ready", canSuspend: true });
  const isTold = ({ type }: { type: string }) => type === "started";
  await expect
    .poll(() => app.toldPage.find(isTold))
    .toEqual({
      type: "started",
      lock: [],
      images: [path],
    });
  expect(app.workers).toEqual([]);
});
