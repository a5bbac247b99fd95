/** Cached results as the page has to do with them; the test is the app, and the worker. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeptResults } from "../../../web/src/page/kept-results.ts";
import type { FromResults, ToResults } from "../../../web/src/protocol/results.ts";
import { memoryStorage, type StoragePort } from "../../../web/src/storage/storage.ts";

/** What the worker was told, and what it hears by each app's port. */
const kept: [app: string, isKept: boolean][] = [];
const opened: { app: string; heard: ToResults[] }[] = [];
const ports: MessagePort[] = [];
const startWorker = vi.fn(async () => ({
  open(app: string, port: MessagePort) {
    const heard: ToResults[] = [];
    opened.push({ app, heard });
    port.onmessage = ({ data }: MessageEvent<ToResults>) => void heard.push(data);
    ports.push(port);
  },
  keep: (app: string, isKept: boolean) => void kept.push([app, isKept]),
}));
const mayHaveResults = vi.fn(async () => false);
let storage: StoragePort;
let results: KeptResults;

beforeEach(() => {
  opened.length = 0;
  kept.length = 0;
  storage = memoryStorage();
  results = openPage();
});

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  startWorker.mockClear();
  mayHaveResults.mockReset().mockResolvedValue(false);
});

function openPage(): KeptResults {
  return new KeptResults({ storage, mayHaveResults, startWorker });
}

/** Start an app's Python, which asks at once what is there. */
async function start(app: string) {
  const { port1, port2 } = new MessageChannel();
  const heard: FromResults[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromResults>) => void heard.push(data);
  ports.push(port1);
  port1.postMessage({ type: "recall" } satisfies ToResults);
  await results.connect(app, port2);
  const put = (key: string): void => {
    const content = new Uint8Array([1]).buffer;
    port1.postMessage({ type: "put", key, made: 1, content } satisfies ToResults, [content]);
  };
  return { put, heard };
}

const NOTHING: FromResults = { type: "recalled", known: [], recent: [] };
const OFF: FromResults[] = [
  { type: "switched", isKept: false },
  { type: "gone", prefix: "" },
];
const ON: FromResults = { type: "switched", isKept: true };
const keysPut = (place: number) =>
  opened[place]?.heard.flatMap((message) => (message.type === "put" ? [message.key] : []));

describe("at a first visit", () => {
  it("the page says that nothing is there, and the worker is not fetched", async () => {
    const app = await start("gist:may/1");
    await expect.poll(() => app.heard).toEqual([NOTHING]);
    expect(startWorker).not.toHaveBeenCalled();
  });

  it("the worker comes when there is something to put, and hears all that was said", async () => {
    const app = await start("gist:may/1");
    const keys = Array.from({ length: 50 }, (_, index) => `k${index}`);
    for (const key of keys.slice(0, 25)) app.put(key);
    await results.wakeFor("gist:may/1");
    for (const key of keys.slice(25)) app.put(key);
    await expect.poll(() => keysPut(0)).toEqual(keys);
    expect(opened.map(({ app }) => app)).toEqual(["gist:may/1"]);
    expect(startWorker).toHaveBeenCalledOnce();
  });

  it("of an app that was started anew, the last start is served", async () => {
    await start("gist:may/1");
    const again = await start("gist:may/1");
    again.put("a");
    await results.wakeFor("gist:may/1");
    await expect.poll(() => keysPut(0)).toEqual(["a"]);
    expect(opened.length).toBe(1);
  });
});

it("where something is stored the worker has the port from the start, one worker for all", async () => {
  mayHaveResults.mockResolvedValue(true);
  await start("gist:may/1");
  await start("gist:may/2");
  await expect
    .poll(() => opened)
    .toEqual([
      { app: "gist:may/1", heard: [{ type: "recall" }] },
      { app: "gist:may/2", heard: [{ type: "recall" }] },
    ]);
  expect(startWorker).toHaveBeenCalledOnce();
});

it("a worker that does not start is not waited for, and nothing is put", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  startWorker.mockRejectedValueOnce(new Error("no code"));
  mayHaveResults.mockResolvedValue(true);
  const app = await start("gist:may/1");
  await expect.poll(() => app.heard).toEqual([NOTHING, ...OFF]);
  await results.wakeFor("gist:may/1");
  expect(startWorker).toHaveBeenCalledOnce();
  warn.mockRestore();
});

describe("a person who wants no results kept", () => {
  it("has those of the app deleted, and none put", async () => {
    mayHaveResults.mockResolvedValue(true);
    await results.keep("gist:may/1", false);
    expect(kept).toEqual([["gist:may/1", false]]);
    const app = await start("gist:may/1");
    await expect.poll(() => app.heard).toEqual([NOTHING, ...OFF]);
    await results.wakeFor("gist:may/1");
    expect(opened).toEqual([]);
  });

  it("is heard by an app that has not put anything yet", async () => {
    const app = await start("gist:may/1");
    await results.keep("gist:may/1", false);
    await expect.poll(() => app.heard).toEqual([NOTHING, ...OFF]);
    expect(startWorker).not.toHaveBeenCalled();
  });

  it("is remembered, for this app alone", async () => {
    await results.keep("gist:may/1", false);
    const later = openPage();
    expect(await later.isKept("gist:may/1")).toBe(false);
    expect(await later.isKept("gist:may/2")).toBe(true);
  });

  it("and who wants them again has those kept that come from then on", async () => {
    await results.keep("gist:may/1", false);
    const app = await start("gist:may/1");
    await results.keep("gist:may/1", true);
    await expect.poll(() => app.heard).toEqual([NOTHING, ...OFF, ON]);
    app.put("a");
    await expect.poll(() => keysPut(0)).toEqual(["a"]);
    expect(await openPage().isKept("gist:may/1")).toBe(true);
  });

  it("and changes their mind twice at once is taken at the last word", async () => {
    mayHaveResults.mockResolvedValue(true);
    await Promise.all([results.keep("gist:may/1", false), results.keep("gist:may/1", true)]);
    expect(kept.map(([, isKept]) => isKept)).toEqual([false, true]);
    expect(await openPage().isKept("gist:may/1")).toBe(true);
  });
});

describe("what a person says in another tab", () => {
  let otherTab: KeptResults;

  beforeEach(async () => {
    otherTab = openPage();
    expect(await results.isKept("gist:may/1")).toBe(true);
  });

  it("is heard at the next start of an app", async () => {
    mayHaveResults.mockResolvedValue(true);
    await start("gist:may/1");
    await otherTab.keep("gist:may/1", false);
    const again = await start("gist:may/1");
    await expect.poll(() => again.heard).toEqual([NOTHING, ...OFF]);
    expect(opened.length).toBe(1);
    expect(await results.isKept("gist:may/1")).toBe(false);
    await otherTab.keep("gist:may/1", true);
    await start("gist:may/1");
    expect(opened.length).toBe(2);
  });

  it("is heard by an app that has something to keep for the first time", async () => {
    const app = await start("gist:may/1");
    await otherTab.keep("gist:may/1", false);
    app.put("a");
    await results.wakeFor("gist:may/1");
    await expect.poll(() => app.heard).toEqual([NOTHING, ...OFF]);
    expect(opened).toEqual([]);
  });

  it("counts more than what was said before here", async () => {
    await results.keep("gist:may/1", false);
    await otherTab.keep("gist:may/1", true);
    expect(await results.isKept("gist:may/1")).toBe(true);
  });
});

it("what a person says holds until the page is left where it cannot be noted", async () => {
  storage = { ...memoryStorage(), put: () => Promise.reject(new Error("blocked")) };
  results = openPage();
  await results.keep("gist:may/1", false);
  expect(await results.isKept("gist:may/1")).toBe(false);
  await results.keep("gist:may/1", true);
  expect(await results.isKept("gist:may/1")).toBe(true);
});

it("results are kept where the page's own storage does not answer", async () => {
  storage = { ...memoryStorage(), get: () => Promise.reject(new Error("blocked")) };
  expect(await openPage().isKept("gist:may/1")).toBe(true);
});
