import { describe, expect, it } from "vitest";
import {
  openSource,
  type ProjectChange,
  type ServedManifest,
} from "../../../web/src/sources/sources.ts";
import { HELLO, makeWorld, settle, textOf, type World } from "./world.ts";

const SITE = "http://localhost:8501/";

/** The local server's `/_app.events`, as the page sees it. */
class ServerEvents {
  static opened: ServerEvents[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    ServerEvents.opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A local server whose files can be changed. */
function makeServer(files: Record<string, string>, manifest: Partial<ServedManifest> = {}) {
  const world = makeWorld({}, SITE);
  ServerEvents.opened = [];
  world.env.EventSource = ServerEvents as unknown as typeof EventSource;
  const times = new Map<string, number>();

  function serve(): void {
    world.web.clear();
    const list = Object.entries(files).map(([path, text]) => {
      return {
        path,
        size: new TextEncoder().encode(text).length,
        mtime_ms: times.get(path) ?? 1_000_000,
      };
    });
    world.web.set(`${SITE}_app.json`, () =>
      Response.json({
        entry: "app.py",
        argv: [],
        base: "_app/",
        events: "_app.events",
        files: list,
        ...manifest,
      }),
    );
    for (const [path, text] of Object.entries(files)) {
      world.web.set(`${SITE}_app/${path.split("/").map(encodeURIComponent).join("/")}`, text);
    }
  }

  serve();
  return {
    world,
    async save(path: string, text: string | undefined): Promise<void> {
      if (text === undefined) delete files[path];
      else files[path] = text;
      times.set(path, world.env.now() / 1_000);
      serve();
      ServerEvents.opened.at(-1)?.onmessage?.({ data: JSON.stringify({ changed: [path] }) });
      await settle();
    },
    async disconnect(): Promise<void> {
      ServerEvents.opened.at(-1)?.onerror?.();
      await settle();
    },
    async reconnect(): Promise<void> {
      ServerEvents.opened.at(-1)?.onopen?.();
      await settle();
    },
  };
}

const open = (world: World) => openSource({ kind: "served", manifest: "_app.json" }, world.env);

async function openAndWatch(files: Record<string, string>) {
  const server = makeServer(files);
  const changes: ProjectChange[] = [];
  const project = await open(server.world);
  const stop = project.watch?.((change) => changes.push(change));
  await server.reconnect();
  return { ...server, project, changes, stop };
}

it("the served app comes with its folder, its arguments and trust", async () => {
  const files = { "app.py": HELLO, "data/a b.csv": "a,b", "ä.py": "x = 1" };
  const { world } = makeServer(files, { argv: ["--city", "Bern"], id: "/home/ann/app.py" });
  const project = await open(world);
  expect(project).toMatchObject({
    entry: "app.py",
    identity: "served:/home/ann/app.py",
    origin: { kind: "served" },
    isTrusted: true,
    args: ["--city", "Bern"],
  });
  expect([...project.files.keys()].sort()).toEqual(Object.keys(files).sort());
  expect(textOf(project.files, "data/a b.csv")).toBe("a,b");
  expect(world.requests.filter((url) => url.endsWith(".json"))).toHaveLength(1);
});

it("a file whose path leads out of the folder is not asked for", async () => {
  const { world } = makeServer({ "app.py": HELLO, "../secret.txt": "x" });
  expect([...(await open(world)).files.keys()]).toEqual(["app.py"]);
});

it("an empty script is one that is about to be written", async () => {
  const { world } = makeServer({ "app.py": "" });
  expect(await open(world)).toMatchObject({ entry: "app.py" });
});

it("a server that is gone says what to do", async () => {
  const { world } = makeServer({ "app.py": HELLO });
  world.deadHosts.add("*");
  await expect(open(world)).rejects.toMatchObject({
    kind: "network",
    remedy: "Start it again in its terminal; this page goes on by itself.",
  });
});

it("an app that was built into the site stays as it is", async () => {
  const { world } = makeServer({ "app.py": HELLO });
  const at = "_app/app.py?v=34cd";
  world.web.set(SITE + at, HELLO);
  world.web.set(`${SITE}_app.json?v=12ab`, () => {
    const files = [{ path: "app.py", size: HELLO.length, mtime_ms: 0, at }];
    return Response.json({ entry: "app.py", argv: [], base: "./", files });
  });
  const built = { kind: "served", manifest: "_app.json?v=12ab" } as const;
  const project = await openSource(built, world.env);
  const identity = "served:/_app.json";
  expect(project).toMatchObject({ entry: "app.py", isTrusted: true, identity });
  expect(textOf(project.files, "app.py")).toBe(HELLO);
  expect(project.watch).toBeUndefined();
  expect(ServerEvents.opened).toEqual([]);
  world.deadHosts.add("*");
  await expect(openSource(built, world.env)).rejects.toMatchObject({
    asked: "The app's host",
    remedy: "Check the spelling and the connection, then try again.",
  });
});

describe("a change is told as soon as the server tells it", () => {
  it("with the saved file alone", async () => {
    const { save, changes } = await openAndWatch({ "app.py": HELLO, "helper.py": "x = 1" });
    await save("helper.py", "x = 2");
    expect(changes).toEqual([
      {
        type: "saved",
        files: new Map([["helper.py", new TextEncoder().encode("x = 2")]]),
        removed: [],
      },
    ]);
  });

  it("with new files and removed ones", async () => {
    const { save, changes, world } = await openAndWatch({ "app.py": HELLO, "old.csv": "a" });
    await save("new.csv", "b");
    await save("old.csv", undefined);
    await world.pass(1_000);
    expect(changes).toMatchObject([
      { type: "saved", files: new Map([["new.csv", new TextEncoder().encode("b")]]) },
      { type: "saved", removed: ["old.csv"] },
    ]);
  });

  it("also when the server was away meanwhile", async () => {
    const { save, reconnect, changes, world } = await openAndWatch({ "app.py": HELLO });
    world.deadHosts.add("*");
    await save("app.py", "x = 1");
    await world.pass(5_000);
    expect(changes).toMatchObject([{ type: "lost", error: { kind: "network" } }]);
    world.deadHosts.clear();
    await reconnect();
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({ type: "saved" });
  });

  it("and so is that the server has gone, before anything is saved", async () => {
    const { disconnect, reconnect, changes, world } = await openAndWatch({ "app.py": HELLO });
    world.deadHosts.add("*");
    await disconnect();
    await world.pass(5_000);
    expect(changes).toMatchObject([{ type: "lost", error: { kind: "network" } }]);
    world.deadHosts.clear();
    await reconnect();
    expect(changes[1]).toMatchObject({ type: "saved" });
  });

  it("but not when nothing differs", async () => {
    const { save, changes } = await openAndWatch({ "app.py": HELLO });
    await save("app.py", HELLO);
    expect(changes).toEqual([]);
  });

  it("and not after watching has stopped", async () => {
    const { save, stop, changes } = await openAndWatch({ "app.py": HELLO });
    stop?.();
    await save("app.py", "x = 1");
    expect(changes).toEqual([]);
    expect(ServerEvents.opened.at(-1)?.isClosed).toBe(true);
  });
});
