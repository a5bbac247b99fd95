/** What becomes of an app whose worker is lost; the test is the page and the workers. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeWorker, TestedUnit } from "./tested-unit.ts";

let app: TestedUnit;
let worker: FakeWorker;

beforeEach(async () => {
  app = new TestedUnit();
  app.open();
  worker = await app.startWorker();
});

const runs = ({ heard }: FakeWorker) => heard.filter(({ type }) => type === "run");

describe("a worker that is lost", () => {
  it("in a run gives its place to one that runs the script again", async () => {
    worker.run("done");
    app.tell({ type: "rerun" });
    await expect.poll(() => runs(worker)).toHaveLength(2);
    worker.run(null);
    worker.crash();
    expect(worker.isEnded).toBe(true);
    const next = await app.nextWorker();
    await expect.poll(() => app.healing).toEqual({ cause: "python", isDone: false, lost: [] });
    next.say({ type: "ready", canSuspend: true });
    expect(runs(next)).toHaveLength(1);
    await expect.poll(() => app.healing?.isDone).toBe(true);
    expect(app.failure).toBeUndefined();
  });

  it("while nothing runs gives its place to one that runs nothing until it is asked", async () => {
    worker.run("done");
    worker.crash();
    const next = await app.startWorker();
    await expect.poll(() => app.healing?.isDone).toBe(true);
    expect(runs(next)).toEqual([]);
    app.tell({ type: "rerun" });
    await expect.poll(() => runs(next)).toHaveLength(1);
  });

  it("once more, before a run came to its end, is not replaced unasked", async () => {
    worker.run(null);
    worker.crash();
    const second = await app.startWorker();
    second.run(null);
    second.crash();
    await expect.poll(() => app.failure).toMatchObject({ reason: "python" });
    expect(app.healing).toBeNull();
    expect(app.workers).toHaveLength(2);
    // So it is after Retry: one attempt each time.
    app.unit.restart();
    const third = await app.startWorker();
    third.run(null);
    third.crash();
    await expect.poll(() => app.toldPage.filter(({ type }) => type === "failed")).toHaveLength(2);
    expect(app.workers).toHaveLength(3);
  });

  it("once more, after a run that came to its end, is replaced as the first time", async () => {
    for (let count = 0; count < 4; count += 1) {
      worker.run("done");
      worker.crash();
      worker = await app.startWorker();
      app.tell({ type: "rerun" });
      await expect.poll(() => runs(worker)).not.toEqual([]);
    }
    expect(app.failure).toBeUndefined();
  });

  it("before its Python is there is a start that has failed", async () => {
    app.tell({ type: "restart" });
    (await app.nextWorker()).crash();
    await expect.poll(() => app.failure).toBeDefined();
  });

  it("has not ended when something has gone wrong in it", async () => {
    worker.run("done");
    worker.onerror?.({ message: "later", preventDefault: () => {} });
    await expect
      .poll(() => app.toldPage)
      .toContainEqual({ type: "log", level: "error", text: "later" });
    expect(worker.isEnded).toBe(false);
  });
});

describe("the session state", () => {
  const content = { $buffer: 0 } as never;
  const save = (bytes: number[], unkept: Record<string, string> = {}): void => {
    const text = JSON.stringify({ type: "state_saved", content, unkept });
    worker.say({ type: "python", text, buffers: [new Uint8Array(bytes).buffer] });
  };

  it("is handed to the next worker, as it was saved last; what could not be kept is named", async () => {
    expect(worker.opened?.saved).toEqual({ content: null, refused: [] });
    worker.run("done");
    save([1]);
    save([2, 3], { link: "TypeError: no" });
    worker.crash();
    const next = await app.startWorker();
    expect(next.opened?.saved).toEqual({ content: new Uint8Array([2, 3]), refused: [] });
    await expect.poll(() => app.healing?.lost).toEqual(["link"]);
    const text = 'st.session_state["link"] could not be kept: TypeError: no';
    expect(app.toldPage).toContainEqual({ type: "log", level: "warning", text });
    next.sayPython({ type: "state_lost", name: "game", why: "AttributeError: Game" });
    await expect.poll(() => app.healing?.lost).toEqual(["link", "game"]);
  });

  it("is kept without a value that has ended Python", async () => {
    worker.run("done");
    worker.crash("deep");
    const next = await app.startWorker();
    expect(next.opened?.saved).toEqual({ content: null, refused: ["deep"] });
    await expect.poll(() => app.healing?.lost).toEqual(["deep"]);
  });

  it("is not that of an app that is opened anew", async () => {
    save([1]);
    app.open();
    expect((await app.startWorker()).opened?.saved).toEqual({ content: null, refused: [] });
  });
});

it("a worker goes on with the query parameters as they are", async () => {
  const query = (from: FakeWorker): unknown => JSON.parse(from.opened?.open ?? "{}").query;
  worker.run("done");
  worker.sayPython({ type: "query", query: [["day", "1"]] });
  worker.crash();
  worker = await app.startWorker();
  expect(query(worker)).toEqual([["day", "1"]]);
  app.tell({ type: "query", query: [["day", "2"]] });
  await expect.poll(() => runs(worker)).toHaveLength(1);
  worker.run("done");
  worker.crash();
  expect(query(await app.startWorker())).toEqual([["day", "2"]]);
});

describe("a page that wakes up", () => {
  const wake = () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));

  beforeEach(() => worker.run("done"));

  it("has lost a worker that gives no sign of life", async () => {
    worker.answers = false;
    vi.useFakeTimers();
    wake();
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
    const next = await app.startWorker();
    expect(worker.isEnded).toBe(true);
    await expect.poll(() => app.healing?.isDone).toBe(true);
    expect(app.healing?.cause).toBe("asleep");
    expect(runs(next)).toEqual([]);
  });

  it("goes on with one that is there, or is busy", async () => {
    const pings = () => worker.posted.filter(({ type }) => type === "ping").length;
    vi.useFakeTimers();
    wake();
    document.dispatchEvent(new Event("resume"));
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
    expect(pings()).toBe(2);
    worker.answers = false;
    app.tell({ type: "rerun" });
    await expect.poll(() => runs(worker)).toHaveLength(2);
    wake();
    expect(pings()).toBe(2);
    expect(worker.isEnded).toBe(false);
  });
});

describe("a spare worker", () => {
  const wantSpare = () =>
    worker.sayPython({ type: "app_config", options: { "tabstream.spareWorker": true } });

  it("is booted without an app, after a run, where it is wanted", async () => {
    worker.run("done");
    wantSpare();
    worker.run("done");
    const spare = await app.nextWorker();
    expect(spare.posted.map(({ type }) => type)).toEqual(["boot"]);
    worker.run("done");
    spare.say({ type: "booted" });

    // It takes the place of the one that is lost, with all that is kept.
    worker.crash();
    await expect.poll(() => spare.opened).toBeDefined();
    spare.say({ type: "ready", canSuspend: true });
    await expect.poll(() => app.healing?.isDone).toBe(true);
    expect(app.workers).toHaveLength(2);
    expect(spare.posted.filter(({ type }) => type === "boot")).toHaveLength(1);

    // And then there is to be another.
    app.tell({ type: "rerun" });
    await expect.poll(() => runs(spare)).toHaveLength(1);
    spare.run("done");
    expect((await app.nextWorker()).posted.map(({ type }) => type)).toEqual(["boot"]);
  });

  it("that has not booted yet, or has failed, is of no use", async () => {
    wantSpare();
    worker.run("done");
    const spare = await app.nextWorker();
    worker.crash();
    const next = await app.startWorker();
    expect(next).not.toBe(spare);
    expect(spare.isEnded).toBe(true);
    next.run("done");
    const second = await app.nextWorker();
    second.crash();
    expect(second.isEnded).toBe(true);
    expect(app.failure).toBeUndefined();
    // Where there is no room for one there is none: it is not tried again.
    app.tell({ type: "rerun" });
    await expect.poll(() => runs(next)).toHaveLength(1);
    next.run("done");
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(app.workers).toHaveLength(4);
  });

  it("goes with the app", async () => {
    wantSpare();
    worker.run("done");
    const spare = await app.nextWorker();
    app.unit.dispose();
    expect(spare.isEnded).toBe(true);
  });
});
