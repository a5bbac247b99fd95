/** Tabs of an app, as the storage has to do with them: shelves over a real database. */
import { deleteDB } from "idb";
import { beforeEach, expect, onTestFinished } from "vitest";
import type { FromResults, ToResults } from "../../../../web/src/protocol/results.ts";
import { ResultsDatabase } from "../../../../web/src/storage/results/database.ts";
import { Shelf, type ShelfEnvironment } from "../../../../web/src/storage/results/shelf.ts";

const MEGABYTE = 1_000_000;

/** What all tabs of a test share. */
export const world = {
  /** Of the database, and of the channel. */
  name: "",
  now: 0,
  /** What the browser grants the site, in bytes. */
  quota: 0,
};

beforeEach(() => {
  world.name = `results test ${crypto.randomUUID()}`;
  world.now = Date.UTC(2026, 10, 3, 12);
  world.quota = 1_000 * MEGABYTE;
  const { name } = world;
  return () => deleteDB(name);
});

type Recalled = Extract<FromResults, { type: "recalled" }>;

/** One start of an app in one tab: a shelf of its own, with a connection of its own. */
export function openTab(app = "one", more: Partial<ShelfEnvironment> = {}) {
  const { port1, port2 } = new MessageChannel();
  const channels: BroadcastChannel[] = [];
  const heard: FromResults[] = [];
  let lastId = 0;
  port1.onmessage = ({ data }: MessageEvent<FromResults>) => void heard.push(data);
  new Shelf(app, port2, {
    database: new ResultsDatabase(world.name),
    bounds: { app: 256 * MEGABYTE, perResult: 0, shareOfQuota: 0.5 },
    recentBytes: 64 * MEGABYTE,
    estimate: async () => ({ quota: world.quota }),
    now: () => world.now,
    openChannel() {
      const channel = new BroadcastChannel(world.name);
      channels.push(channel);
      return channel;
    },
    ...more,
  });
  onTestFinished(() => {
    port1.close();
    for (const channel of channels) channel.close();
  });
  const say = (message: unknown): void => port1.postMessage(message);
  const fetch = async (key: string): Promise<number[] | null> => {
    lastId += 1;
    const id = lastId;
    say({ type: "fetch", id, key });
    const find = () => heard.find((message) => message.type === "fetched" && message.id === id);
    await expect.poll(find).toBeDefined();
    const found = find();
    const content = found?.type === "fetched" ? found.content : null;
    return content && [...new Uint8Array(content)];
  };
  return {
    heard,
    say,
    fetch,
    put(key: string, content: number | number[] = [1], made = world.now): void {
      const bytes = new Uint8Array(content as number[]);
      const message: ToResults = { type: "put", key, made, content: bytes.buffer };
      port1.postMessage(message, [bytes.buffer]);
    },
    async recall(): Promise<Recalled> {
      const before = heard.filter(({ type }) => type === "recalled").length;
      say({ type: "recall" });
      const answers = () => heard.filter((message) => message.type === "recalled");
      await expect.poll(() => answers().length).toBe(before + 1);
      return answers().at(-1) as Recalled;
    },
    /** Until all that was said before is done. */
    settle: () => fetch("nothing of this name"),
    /** The keys of what was put and is not stored, or had to make room. */
    lost: () =>
      heard.flatMap((message) =>
        message.type === "lost" ? message.results.map(({ key }) => key) : [],
      ),
    problems: () => heard.flatMap((message) => (message.type === "problem" ? [message.text] : [])),
  };
}

export const keysOf = ({ known }: Recalled) => known.map(({ key }) => key).sort();
export const recentOf = ({ recent }: Recalled) => recent.map(({ key }) => key);
