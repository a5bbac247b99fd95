/** Results as Python sees them; the test is the storage, at the other end of a real port. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type FromResults,
  MAX_APP_BYTES,
  type ToResults,
} from "../../../web/src/protocol/results.ts";
import { Results } from "../../../web/src/worker/results.ts";
import { pyBytes } from "./py-bytes.ts";

const heard: ToResults[] = [];
const told: string[] = [];
const onFirstPut = vi.fn();
let storage: MessagePort;
let results: Results;

beforeEach(() => {
  heard.length = 0;
  told.length = 0;
  const { port1, port2 } = new MessageChannel();
  storage = port2;
  storage.onmessage = ({ data }: MessageEvent<ToResults>) => void heard.push(data);
  onFirstPut.mockClear();
  results = new Results(port1, (text) => told.push(text), onFirstPut);
});

afterEach(() => {
  storage.close();
  vi.useRealTimers();
});

/** As long as no result may be; nobody looks at what is in it. */
const HUGE = { byteLength: MAX_APP_BYTES + 1 } as Uint8Array<ArrayBuffer>;
const bytes = (...data: number[]): ArrayBuffer => new Uint8Array(data).buffer;
const known = (key: string, size = 1) => ({ key, size, made: 7 });
const listed = (): unknown => JSON.parse(results.listing());
const heardTypes = () => heard.map(({ type }) => type);

/** Say something, and wait until it has been heard: a fetch that is answered after it. */
async function say(...messages: FromResults[]): Promise<void> {
  for (const message of messages) storage.postMessage(message);
  const asked = vi.fn();
  const fetched = results.fetch("the end of it").then(asked);
  await expect.poll(() => heard.at(-1)).toMatchObject({ type: "fetch", key: "the end of it" });
  const fetch = heard.pop();
  if (fetch?.type !== "fetch") throw new Error("no fetch");
  storage.postMessage({ type: "fetched", id: fetch.id, content: null } satisfies FromResults);
  await fetched;
}

it("asks for what is there as soon as it is made, and a run waits for the answer", async () => {
  await expect.poll(heardTypes).toEqual(["recall"]);
  const waiting = results.recalled(60_000);
  await say({ type: "recalled", known: [known("a")], recent: [] });
  await waiting;
  expect(listed()).toEqual([{ key: "a", size: 1, made: 7 }]);
});

it("waits no longer than it may, and what comes later still counts", async () => {
  await results.recalled(0);
  expect(listed()).toEqual([]);
  await say({
    type: "recalled",
    known: [known("a")],
    recent: [{ key: "a", content: bytes(1) }],
  });
  expect(results.has("a")).toBe("here");
});

it("gives bytes that are here once, and says that they were of use", async () => {
  await say({
    type: "recalled",
    known: [known("a", 2), known("b")],
    recent: [{ key: "a", content: bytes(1, 2) }],
  });
  expect([results.has("a"), results.has("b"), results.has("c")]).toEqual(["here", "stored", ""]);
  expect(results.take("a")).toEqual(new Uint8Array([1, 2]));
  expect(results.has("a")).toBe("stored");
  expect(results.take("a")).toBeUndefined();
  await expect.poll(heardTypes).toEqual(["recall", "used"]);
});

it("fetches what is not here, and forgets what the storage has no more", async () => {
  await say({ type: "recalled", known: [known("a"), known("b")], recent: [] });
  storage.onmessage = ({ data }: MessageEvent<ToResults>) => {
    if (data.type !== "fetch") return;
    const content = data.key === "a" ? bytes(5) : null;
    storage.postMessage({ type: "fetched", id: data.id, content });
  };
  const [a, b] = await Promise.all([results.fetch("a"), results.fetch("b")]);
  expect(a).toEqual(new Uint8Array([5]));
  expect(b).toBeUndefined();
  expect([results.has("a"), results.has("b")]).toEqual(["stored", ""]);
});

it("does not wait for a storage that is silent, and keeps it in mind", async () => {
  await say({ type: "recalled", known: [known("a")], recent: [] });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const fetched = results.fetch("a");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await fetched).toBeUndefined();
  expect(results.has("a")).toBe("stored");
});

it("copies what is put once, gives the copy away, and knows of it at once", async () => {
  const content = pyBytes(1, 2, 3);
  results.put("a", 12, content);
  expect(content.released).toEqual(["buffer"]);
  expect(listed()).toEqual([{ key: "a", size: 3, made: 12 }]);
  await expect.poll(() => heard.at(-1)).toMatchObject({ type: "put", key: "a", made: 12 });
  const put = heard.at(-1);
  expect(put?.type === "put" && [...new Uint8Array(put.content)]).toEqual([1, 2, 3]);
});

describe("what the storage would refuse", () => {
  it("is not put when it is too large, and the log says so once", () => {
    const content = pyBytes(1);
    const large = { ...content, getBuffer: () => ({ ...content.getBuffer(), data: HUGE }) };
    results.put("a", 1, large);
    results.put("b", 1, large);
    expect([results.has("a"), content.released]).toEqual(["", ["buffer", "buffer"]]);
    expect(told).toEqual([expect.stringContaining("larger than the 256 MB")]);
    expect(onFirstPut).not.toHaveBeenCalled();
  });

  it("is not put under a name that is too long, and the log says so once", async () => {
    results.put("k".repeat(1_001), 1, pyBytes(1));
    results.put("l".repeat(1_001), 1, pyBytes(1));
    results.put("k".repeat(1_000), 1, pyBytes(1));
    expect(listed()).toEqual([{ key: "k".repeat(1_000), size: 1, made: 1 }]);
    expect(told).toEqual([expect.stringContaining("too long")]);
    await expect.poll(heardTypes).toEqual(["recall", "put"]);
  });
});

describe("a result that the storage does not have after all", () => {
  const lost = (key: string, made: number): FromResults => {
    return { type: "lost", results: [{ key, made }] };
  };

  it("is known no more; others are, also those whose key begins with its key", async () => {
    for (const key of ["f/a", "f/ab", "f"]) results.put(key, 1, pyBytes(1));
    await say(lost("f/a", 1));
    expect(["f/a", "f/ab", "f"].map((key) => results.has(key))).toEqual(["", "stored", "stored"]);
  });

  it("takes no newer one of its key with it", async () => {
    results.put("a", 1, pyBytes(1));
    results.put("a", 2, pyBytes(1));
    await say(lost("a", 1));
    expect(results.has("a")).toBe("stored");
    await say(lost("a", 2));
    expect(results.has("a")).toBe("");
  });

  it("is not known from an answer that was given before", async () => {
    await say(lost("a", 7), {
      type: "recalled",
      known: [known("a"), known("ab")],
      recent: [],
    });
    expect(listed()).toEqual([known("ab")]);
  });
});

it("calls for the storage with the first result to keep, and once", async () => {
  results.drop("");
  expect(onFirstPut).not.toHaveBeenCalled();
  results.put("a", 1, pyBytes(1));
  results.put("b", 1, pyBytes(1));
  expect(onFirstPut).toHaveBeenCalledOnce();
});

it("copies nothing while the person wants nothing kept", async () => {
  await say({ type: "switched", isKept: false });
  const content = pyBytes(1);
  results.put("a", 1, content);
  expect([results.has("a"), content.released]).toEqual(["", []]);
  expect(onFirstPut).not.toHaveBeenCalled();
  await say({ type: "switched", isKept: true });
  results.put("a", 1, content);
  expect(results.has("a")).toBe("stored");
});

describe("a script that has begun before it is known what is there", () => {
  const late: FromResults = {
    type: "recalled",
    known: [known("f/a"), known("f/b"), known("g/a")],
    recent: ["f/a", "f/b", "g/a"].map((key) => ({ key, content: bytes(0) })),
  };

  it("has the last word on what it has put", async () => {
    results.put("f/a", 99, pyBytes(1, 1));
    await say(late);
    expect(results.has("f/a")).toBe("stored");
    expect(listed()).toContainEqual({ key: "f/a", size: 2, made: 99 });
    expect(results.has("f/b")).toBe("here");
  });

  it("and on what it has dropped", async () => {
    results.drop("f/");
    await say(late);
    expect(listed()).toEqual([known("g/a")]);
    expect(heardTypes()).toEqual(["recall", "drop"]);
  });
});

it("hears what another tab puts and drops", async () => {
  await say({
    type: "recalled",
    known: [known("f/a"), known("g/a")],
    recent: [{ key: "g/a", content: bytes(0) }],
  });
  await say({ type: "known", ...known("g/a", 9) }, { type: "gone", prefix: "f/" });
  expect(listed()).toEqual([known("g/a", 9)]);
  expect(results.has("g/a")).toBe("stored");
});

it("brings what the storage complains of into the log", async () => {
  await say({ type: "problem", text: "no room" });
  expect(told).toEqual(["no room"]);
});

it("where there is no storage nothing is there, and nothing is kept", async () => {
  const nowhere = new Results(
    null,
    () => {},
    () => {},
  );
  await nowhere.recalled(60_000);
  const content = pyBytes(1);
  nowhere.put("a", 1, content);
  nowhere.drop("");
  expect(content.released).toEqual([]);
  expect([nowhere.listing(), nowhere.has("a")]).toEqual(["[]", ""]);
  expect([nowhere.take("a"), await nowhere.fetch("a")]).toEqual([undefined, undefined]);
});

it("does not wait where nobody is at the other end", async () => {
  const { port1, port2 } = new MessageChannel();
  const abandoned = new Results(
    port1,
    () => {},
    () => {},
  );
  port2.close();
  await abandoned.recalled(60_000);
});
