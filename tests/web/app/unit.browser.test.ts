/** What the unit carries between the page and Python; the test is both of them. */
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import type { FromPython } from "../../../web/src/protocol/messages.ts";
import { TestedUnit } from "./tested-unit.ts";

let app: TestedUnit;

beforeEach(() => {
  app = new TestedUnit();
});

function hidePage(): void {
  const state = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  onTestFinished(() => state.mockRestore());
  document.dispatchEvent(new Event("visibilitychange"));
}

it("carries what the page asks of the caches to Python, and what Python reports back", async () => {
  app.open();
  const worker = await app.startWorker();
  app.tell({ type: "watch_caches", on: true });
  app.tell({ type: "clear_caches", function: "load", entry: "12ab" });
  app.tell({ type: "watch_caches", on: false });
  await expect
    .poll(() => worker.heardBesides)
    .toEqual([
      { type: "watch_caches", on: true },
      { type: "clear_caches", function: "load", entry: "12ab" },
      { type: "watch_caches", on: false },
    ]);
  const report: FromPython = { type: "cache_report", functions: [], could_be_cached: [] };
  worker.sayPython(report);
  await expect.poll(() => app.toldPage).toContainEqual(report);
});

it("lets a new worker be watched like the one before, as soon as it is there", async () => {
  app.open();
  app.tell({ type: "watch_caches", on: true });
  const first = await app.startWorker();
  await expect.poll(() => first.heardBesides).toEqual([{ type: "watch_caches", on: true }]);
  app.tell({ type: "restart" });
  const second = await app.startWorker();
  expect(second.heard.map(({ type }) => type)).toEqual(["watch_caches", "run"]);
  app.tell({ type: "watch_caches", on: false });
  app.tell({ type: "restart" });
  const third = await app.startWorker();
  expect(third.heardBesides).toEqual([]);
});

it("lets Python begin with the first run by itself, however busy this thread is", async () => {
  app.open();
  const worker = await app.nextWorker();
  await expect.poll(() => worker.heard).toMatchObject([{ type: "run", trigger: null, seen: 0 }]);
  expect(app.unit.runs.state.get().script).toBe("initial");
  worker.say({ type: "ready", canSuspend: true });
  expect(app.unit.runs.state.get().script).toBe("running");
  worker.run("done");
  expect(worker.heard).toHaveLength(1);
});

it("runs once more with what was asked for while Python started", async () => {
  app.open();
  const worker = await app.nextWorker();
  await expect.poll(() => worker.heard).toHaveLength(1);
  app.unit.runs.request({ trigger: { widget: "go", value: true }, live: false });
  expect(worker.heard).toHaveLength(1);
  worker.say({ type: "ready", canSuspend: true });
  expect(worker.heard.at(-1)).toMatchObject({ type: "run", id: 2, trigger: { widget: "go" } });
});

it("begins in a new worker with the values as they are then, where somebody is using the app", async () => {
  app.open();
  const first = await app.startWorker();
  first.run(null);
  first.draw("one");
  app.tell({ type: "restart" });
  const second = await app.nextWorker();
  await expect.poll(() => second.opened).toBeDefined();
  expect(second.heard).toEqual([]);
  second.say({ type: "ready", canSuspend: true });
  expect(second.heard).toMatchObject([{ type: "run" }]);
});

it("sends what was uploaded before the first run of a new worker", async () => {
  app.open();
  await app.startWorker();
  app.unit.upload("1", { name: "a.csv", mime: "text/csv", bytes: new Uint8Array([1]) });
  app.tell({ type: "restart" });
  const second = await app.startWorker();
  expect(second.heard.map(({ type }) => type)).toEqual(["upload", "run"]);
});

it("tells Python that the page is out of sight, or is left", async () => {
  app.open();
  const worker = await app.startWorker();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(worker.heardBesides).toEqual([]);
  hidePage();
  expect(worker.heardBesides).toEqual([{ type: "page_hidden" }]);
  window.dispatchEvent(new Event("pagehide"));
  expect(worker.heardBesides).toHaveLength(2);
});

it("tells it to nobody before Python is there, and after its end", async () => {
  hidePage();
  app.open();
  const worker = await app.startWorker();
  app.unit.dispose();
  window.dispatchEvent(new Event("pagehide"));
  expect(worker.heardBesides).toEqual([]);
});
