import { describe, expect, it } from "vitest";
import { PortGuard, readFromUnit, TOO_MUCH } from "../../../web/src/page/port-guard.ts";
import type { FromUnit } from "../../../web/src/protocol/port.ts";

const line = (text: string) => ({ type: "log", level: "info", text });
const settings = { title: null, icon: "🎈", layout: "wide", sidebar: 300, menu_items: {} };
const state: FromUnit = { type: "state", state: "running" };

describe("a message of an app", () => {
  it.each<unknown>([
    state,
    line("a word"),
    { type: "query", query: [["day", "1"]] },
    { type: "page_settings", settings },
    { type: "page_settings", settings: { ...settings, menu_items: { About: "us", Help: null } } },
    { type: "healing", healing: null },
    { type: "healing", healing: { cause: "memory", isDone: true, lost: ["name"] } },
    { type: "download", name: "a.txt", mime: "text/plain", bytes: new Uint8Array(3) },
    { type: "key", key: "r", isShifted: false },
    { type: "picture", picture: null },
    { type: "picture", picture: { of: "1", roots: [[0, [{ data: new Uint8Array(900_000) }]]] } },
    { type: "app_config", options: { "theme.base": "dark", list: [1, [2, null]] } },
    { type: "cache_report", functions: [], could_be_cached: [] },
    { type: "keeps_results" },
  ])("is taken as it is: %#", (message) => {
    expect(readFromUnit(message)).toEqual(message);
  });

  it.each<unknown>([
    null,
    "state",
    {},
    { type: "open", project: {} },
    { type: "constructor" },
    { type: "__proto__" },
    { type: ["state"], state: "running" },
    { type: "state", state: 3 },
    { type: "log", level: "fatal", text: "x" },
    { type: "query", query: [["day"]] },
    { type: "query", query: [["day", "1", "2"]] },
    { type: "page_settings", settings: { ...settings, title: {} } },
    { type: "page_settings", settings: { ...settings, menu_items: { About: {} } } },
    { type: "healing", healing: { cause: "__proto__", isDone: true, lost: [] } },
    { type: "healing", healing: { cause: "stop", isDone: true, lost: ["x".repeat(1_001)] } },
    { type: "cache_report", functions: {}, could_be_cached: [] },
    { type: "cache_report", functions: [{ name: "f" }], could_be_cached: [] },
    { type: "download", name: "a.txt", mime: "text/plain", bytes: "text" },
    { type: "height", height: Number.NaN },
    { type: "results", port: {} },
    { type: "assets", paths: Array.from({ length: 1_001 }, () => "a") },
    { type: "picture", picture: { of: "x".repeat(5_000_000) } },
    { type: "picture", picture: { data: new Uint8Array(5_000_000) } },
    { type: "picture", picture: { data: new ArrayBuffer(8) } },
    { type: "picture", picture: new Map([["of", "1"]]) },
    { type: "app_config", options: { now: new Date(0) } },
  ])("is refused that does not fit: %#", (message) => {
    expect(readFromUnit(message)).toBeNull();
  });

  it("brings nothing in that is not asked for", () => {
    const more = { ...state, stowaway: new ArrayBuffer(8) };
    expect(readFromUnit(more)).toEqual(state);
    const inside = { type: "resolved", resolved: { asked: "", lock: [], wheels: [], more: 1 } };
    expect(readFromUnit(inside)).toEqual({
      type: "resolved",
      resolved: { asked: "", lock: [], wheels: [] },
    });
  });

  it("that goes round in a circle, or too deep, is refused", () => {
    const options: Record<string, unknown> = {};
    options.self = options;
    expect(readFromUnit({ type: "app_config", options })).toBeNull();
  });

  it("keeps a name that means something to JavaScript as a name", () => {
    const options = JSON.parse('{"__proto__": {"x": 1}}');
    const read = readFromUnit({ type: "app_config", options }) as { options: object };
    expect(Object.keys(read.options)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(read.options)).toBe(Object.prototype);
  });

  it("has its line cut where nobody would read on", () => {
    const { text } = readFromUnit(line("x".repeat(60_000))) as { text: string };
    expect(text.length).toBeLessThan(50_100);
    expect(text).toContain("… (60000 characters)");
  });
});

describe("an app that says too much", () => {
  const say = (guard: PortGuard, count: number, message: unknown, now = 0) =>
    Array.from({ length: count }, () => guard.receive(message, now));

  it("is ended, whether what it says fits or not", () => {
    expect(say(new PortGuard(), 2_001, state).indexOf(TOO_MUCH)).toBe(2_000);
    expect(say(new PortGuard(), 2_001, "nonsense").indexOf(TOO_MUCH)).toBe(2_000);
  });

  it("is ended sooner by what takes long to read", () => {
    const picture = { type: "picture", picture: null };
    expect(say(new PortGuard(), 101, picture).indexOf(TOO_MUCH)).toBe(100);
  });

  it("may say as much every second", () => {
    const guard = new PortGuard();
    for (const now of [0, 1_000, 2_000]) {
      expect(say(guard, 2_000, state, now)).not.toContain(TOO_MUCH);
    }
  });

  it("may print in a loop: what nobody could read is left out, which is told", () => {
    const guard = new PortGuard();
    const received = say(guard, 20_003, line("again"));
    expect(received.at(19_999)).toEqual([line("again")]);
    expect(received.at(20_000)).toEqual([]);
    const [told, next] = guard.receive(line("later"), 1_000) as unknown[];
    expect(told).toMatchObject({
      type: "log",
      text: expect.stringContaining("3 lines were left out"),
    });
    expect(next).toEqual(line("later"));
  });

  it("is ended by lines without end", () => {
    expect(say(new PortGuard(), 100_001, line("x")).at(-1)).toBe(TOO_MUCH);
  });
});
