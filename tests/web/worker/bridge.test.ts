import { describe, expect, it } from "vitest";
import type { FromWorker } from "../../../web/src/protocol/worker.ts";
import { Bridge } from "../../../web/src/worker/bridge.ts";
import { Results } from "../../../web/src/worker/results.ts";

function makeBridge(events: SharedArrayBuffer | null = null) {
  const sent: { message: FromWorker; transfer: ArrayBuffer[] }[] = [];
  const signals = events && { events, interrupt: new SharedArrayBuffer(1) };
  const post = (message: FromWorker, transfer: ArrayBuffer[]) => sent.push({ message, transfer });
  const results = new Results(
    null,
    () => {},
    () => {},
  );
  const bridge = new Bridge(post, signals, results);
  return { bridge, sent };
}

it("messages wait for Python and are handed over as one JSON array, once", () => {
  const { bridge } = makeBridge();
  bridge.deliver('{"a":1}', 1);
  bridge.deliver('{"b":2}', 2);
  expect(bridge.hasMail).toBe(true);
  expect(JSON.parse(bridge.receive())).toEqual([{ a: 1 }, { b: 2 }]);
  expect(bridge.receive()).toBe("");
});

it("bytes are copied once and the copy is given away", () => {
  const { bridge, sent } = makeBridge();
  const data = new Uint8Array([1, 2, 3]);
  const released: string[] = [];
  const item = {
    getBuffer: () => ({ data, release: () => released.push("buffer") }),
    destroy: () => released.push("proxy"),
  };
  const list = Object.assign([item], { destroy: () => {} });
  bridge.sendWithBuffers("{}", list);
  const [only] = sent;
  expect(only?.message).toMatchObject({ type: "python", text: "{}" });
  expect(only?.transfer.map((buffer) => [...new Uint8Array(buffer)])).toEqual([[1, 2, 3]]);
  expect(only?.transfer[0]).not.toBe(data.buffer);
  expect(released).toEqual(["buffer", "proxy"]);
});

describe("a sleeping script", () => {
  it("wakes when its time is over", async () => {
    const start = performance.now();
    await makeBridge().bridge.wait(30);
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  it("wakes at once when a message comes, or is there already", async () => {
    const { bridge } = makeBridge();
    const sleep = bridge.wait(60_000);
    bridge.deliver("{}", 1);
    await sleep;
    await bridge.wait(60_000);
  });
});

describe("where no message can arrive while Python runs", () => {
  it("a newer event is seen by its number, until its message has come", () => {
    const events = new SharedArrayBuffer(4);
    const { bridge } = makeBridge(events);
    expect(bridge.isInterrupted()).toBe(false);
    Atomics.store(new Int32Array(events), 0, 2);
    bridge.deliver("{}", 1);
    // The first of two events has come; the second is on its way.
    expect(bridge.isInterrupted()).toBe(true);
    bridge.deliver("{}", 2);
    expect(bridge.isInterrupted()).toBe(false);
  });

  it("a sleep ends early for it", () => {
    const events = new SharedArrayBuffer(4);
    const { bridge } = makeBridge(events);
    Atomics.store(new Int32Array(events), 0, 1);
    const start = performance.now();
    expect(bridge.block(60_000)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("and without shared memory Python sleeps by itself", () => {
    const { bridge } = makeBridge();
    expect(bridge.block(60_000)).toBe(false);
    expect(bridge.isInterrupted()).toBe(false);
  });
});
