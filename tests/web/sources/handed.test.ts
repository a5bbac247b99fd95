import { expect, it } from "vitest";
import type { HandedFiles, ToApp } from "../../../web/src/protocol/embedding.ts";
import type { PageAround } from "../../../web/src/sources/handed.ts";
import { openSource, type Project, type ProjectChange } from "../../../web/src/sources/sources.ts";
import { bytesOf, HELLO, makeWorld, SITE, settle, textOf } from "./world.ts";

const ELSEWHERE = "https://docs.example";

/** A page around the site's, and what it has beside it. */
function makeAround(beside: Record<string, string> = {}) {
  const asked: unknown[] = [];
  const listeners = new Set<Parameters<PageAround["listen"]>[0]>();
  const say = (message: ToApp, origin = ELSEWHERE) => {
    for (const listener of [...listeners]) listener(message, origin);
  };
  const around: PageAround = {
    post(message) {
      asked.push(message);
      const { type, id, address } = message as { type: string; id: number; address: string };
      if (type !== "tabstream:read") return;
      const text = beside[address];
      const bytes = text === undefined ? null : bytesOf(text);
      queueMicrotask(() => say({ type: "tabstream:file", id, status: 404, bytes }));
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { around, asked, listeners, say };
}

function handed(files: Record<string, string>, more: Partial<HandedFiles> = {}): ToApp {
  const bytes = Object.entries(files).map(([path, text]) => [path, bytesOf(text)] as const);
  const base = { entry: "app.py", base: null, configBase: null };
  return { type: "tabstream:files", files: new Map(bytes), ...base, ...more };
}

function open(page: ReturnType<typeof makeAround>): Promise<Project> {
  const { env } = makeWorld();
  return openSource({ kind: "page", name: "/guide#1" }, { ...env, around: page.around });
}

it("an app that another host's page hands in is that host's, and not trusted", async () => {
  const page = makeAround();
  const opening = open(page);
  expect(page.asked).toEqual([{ type: "tabstream:wants_files" }]);
  page.say(handed({ "app.py": HELLO, "a/b.csv": "1", "../x.py": "no" }));
  const project = await opening;
  expect([...project.files.keys()]).toEqual(["app.py", "a/b.csv"]);
  expect(project).toMatchObject({
    entry: "app.py",
    identity: `page:${ELSEWHERE} /guide#1`,
    origin: { kind: "page", host: "docs.example" },
    isTrusted: false,
  });
});

it("a page beside the site is the site's own", async () => {
  const page = makeAround();
  const opening = open(page);
  page.say(handed({ "app.py": HELLO }), new URL(SITE).origin);
  expect(await opening).toMatchObject({ isTrusted: true, origin: { kind: "page" } });
});

it("what is no file is passed over, and what is no app says so", async () => {
  for (const files of [
    undefined,
    "app.py",
    [["app.py", bytesOf(HELLO)]],
    new Map([["app.py", "text"]]),
  ]) {
    const page = makeAround();
    const opening = open(page);
    page.say({ ...handed({}), files } as unknown as ToApp);
    await expect(opening).rejects.toMatchObject({ name: "SourceError" });
  }
});

it("more than an app may have is refused", async () => {
  const page = makeAround();
  const opening = open(page);
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.py`, ""]));
  page.say(handed(many));
  await expect(opening).rejects.toMatchObject({ kind: "too-large" });
});

it("a script that a page of the site has fetched from elsewhere is of elsewhere", async () => {
  const page = makeAround();
  const opening = open(page);
  const base = "https://scripts.example/";
  page.say(handed({ "app.py": HELLO }, { base }), new URL(SITE).origin);
  const origin = { kind: "page", host: "scripts.example" };
  expect(await opening).toMatchObject({ isTrusted: false, origin });
});

it("the page reads for the script what lies beside it, and nothing else", async () => {
  const { env, web } = makeWorld();
  const page = makeAround({ [`${ELSEWHERE}/own.csv`]: "own", "https://inner.example/x": "secret" });
  web.set("https://open.example/x", "open");
  const opening = openSource({ kind: "page", name: "a" }, { ...env, around: page.around });
  const files = {
    "app.py": HELLO,
    "pyscript.toml": `[files]
"./own.csv" = ""
"https://inner.example/x" = "inner"
"https://open.example/x" = "open"
"https://[" = "broken"
`,
  };
  page.say(handed(files, { base: `${ELSEWHERE}/` }));
  const project = await opening;
  expect(textOf(project.files, "own.csv")).toBe("own");
  expect(textOf(project.files, "open")).toBe("open");
  expect(project.files.has("inner")).toBe(false);
});

it("a page from the disk is nobody's", async () => {
  const page = makeAround();
  const opening = open(page);
  page.say(handed({ "app.py": HELLO }), "null");
  const origin = { kind: "page", host: "a page without an address" };
  expect(await opening).toMatchObject({ isTrusted: false, origin });
});

it("what lies beside the page is read by the page, and only what the script wants", async () => {
  const base = `${ELSEWHERE}/guide/`;
  const page = makeAround({ [`${base}own.py`]: "A = 1", [`${base}other.py`]: "B = 2" });
  const opening = open(page);
  page.say(handed({ "app.py": `import own\n${HELLO}` }, { base }));
  const { files } = await opening;
  expect(textOf(files, "own.py")).toBe("A = 1");
  expect(files.has("other.py")).toBe(false);
});

it("pyscript.toml names files and archives relative to itself", async () => {
  const { zipSync, strToU8 } = await import("fflate");
  const zip = zipSync({ "data/a.csv": strToU8("a"), "data/__pycache__/a.pyc": strToU8("no") });
  const configBase = `${ELSEWHERE}/config/`;
  const page = makeAround({ [`${configBase}one.csv`]: "1" });
  const { post } = page.around;
  page.around.post = (message) => {
    const { id, address } = message as { id: number; address: string };
    if (address !== `${configBase}all.zip`) return post(message);
    queueMicrotask(() => page.say({ type: "tabstream:file", id, status: 200, bytes: zip }));
  };
  const opening = open(page);
  const manifest = '[files]\n"one.csv" = ""\n"all.zip" = "./in/*"\n';
  const files = { "app.py": HELLO, "pyscript.toml": manifest };
  page.say(handed(files, { base: `${ELSEWHERE}/`, configBase }));
  expect([...(await opening).files.keys()].sort()).toEqual([
    "app.py",
    "in/data/a.csv",
    "one.csv",
    "pyscript.toml",
  ]);
});

it("a later word of the page is a change of just the files that differ", async () => {
  const page = makeAround();
  const opening = open(page);
  page.say(handed({ "app.py": HELLO, "a.csv": "1", "b.csv": "2" }));
  const changes: ProjectChange[] = [];
  const stop = (await opening).watch?.((change) => changes.push(change));
  page.say(handed({ "app.py": HELLO, "a.csv": "1", "b.csv": "2" }));
  expect(changes).toEqual([]);
  page.say(handed({ "app.py": HELLO, "a.csv": "3" }));
  expect(changes).toEqual([
    { type: "saved", files: new Map([["a.csv", bytesOf("3")]]), removed: ["b.csv"] },
  ]);
  stop?.();
  expect(page.listeners.size).toBe(0);
});

it("a word of the page that comes while neighbours are read is heard by whoever watches then", async () => {
  const page = makeAround({ [`${ELSEWHERE}/app.py`]: HELLO });
  const opening = open(page);
  page.say(handed({ "app.py": HELLO }, { base: `${ELSEWHERE}/app.py` }));
  await Promise.resolve(); // it has begun to read
  page.say(handed({ "app.py": "1" }, { base: `${ELSEWHERE}/app.py` }));
  page.say(handed({ "app.py": "2" }, { base: `${ELSEWHERE}/app.py` }));
  const project = await opening;
  expect(textOf(project.files, "app.py")).toBe(HELLO);
  const changes: ProjectChange[] = [];
  project.watch?.((change) => changes.push(change))?.();
  expect(changes).toEqual([
    { type: "saved", files: new Map([["app.py", bytesOf("2")]]), removed: [] },
  ]);
  expect(page.listeners.size).toBe(0);
});

it("a file that the page does not find, and a page that never answers, say so", async () => {
  const page = makeAround();
  const opening = open(page);
  page.say({ type: "tabstream:no_files", asked: "app.py", why: "Its host answered 404." });
  await expect(opening).rejects.toMatchObject({ asked: "app.py", why: "Its host answered 404." });

  const { env, pass } = makeWorld();
  const { around } = makeAround();
  const waiting = openSource({ kind: "page", name: "x" }, { ...env, around });
  const refused = expect(waiting).rejects.toMatchObject({ kind: "missing" });
  await pass(60_000);
  await refused;

  await settle();
  await expect(openSource({ kind: "page", name: "x" }, env)).rejects.toMatchObject({
    why: "The page that has this app in it hands no script over.",
  });
});
