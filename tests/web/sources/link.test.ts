import { describe, expect, it } from "vitest";
import { isSourceError, openSource } from "../../../web/src/sources/sources.ts";
import { type Answer, HELLO, makeWorld, NOTEBOOK, PNG, SITE, textOf, type World } from "./world.ts";

const open = (world: World, address: string) => openSource({ kind: "address", address }, world.env);

/** The kind of the failure that opening ends in. */
async function failureKind(world: World, address: string): Promise<string> {
  const error: unknown = await open(world, address).catch((caught: unknown) => caught);
  return isSourceError(error) ? error.kind : `no failure but ${String(error)}`;
}

const AT = "https://h.example/apps/app.py";

it("a script beside the site is trusted and known by its path", async () => {
  const world = makeWorld({ [`${SITE}examples/hello/app.py`]: HELLO });
  const project = await open(world, "examples/hello/app.py");
  expect(project).toMatchObject({
    entry: "app.py",
    identity: "site:examples/hello/app.py",
    origin: { kind: "site" },
    isTrusted: true,
    args: [],
    notices: [],
  });
  expect(textOf(project.files, "app.py")).toBe(HELLO);
});

it("a script of another origin is not trusted and names its host", async () => {
  const project = await open(makeWorld({ [AT]: HELLO }), AT);
  expect(project).toMatchObject({
    identity: `link:${AT}`,
    origin: { kind: "link", host: "h.example", address: AT },
    isTrusted: false,
  });
});

it("a site that redirects to another origin lends it no trust", async () => {
  const response = new Response(HELLO);
  Object.defineProperty(response, "url", { value: "https://evil.example/app.py" });
  const world = makeWorld({ [`${SITE}go.py`]: () => response });
  expect(await open(world, "go.py")).toMatchObject({
    origin: { kind: "link", host: "evil.example" },
    isTrusted: false,
  });
});

it("a page on GitHub is read from its raw twin", async () => {
  const raw = "https://raw.githubusercontent.com/ann/demo/main/app.py";
  const world = makeWorld({ [raw]: HELLO });
  await open(world, "https://github.com/ann/demo/blob/main/app.py#L3");
  expect(world.requests).toEqual([raw]);
});

it("a script that names nothing beside it costs one request", async () => {
  const world = makeWorld({ [AT]: `${HELLO}import math, pandas\nst.write("Hello. World")` });
  world.env.isKnownModule = (name) => name === "pandas";
  await open(world, AT);
  expect(world.requests).toEqual([AT]);
});

describe("what a script names is looked for beside it", () => {
  const base = "https://h.example/apps/";
  const files: Record<string, Answer> = {
    [AT]: `${HELLO}import helper, plotly\nfrom tools import draw\npd.read_csv("data/sales.csv")`,
    [`${base}helper.py`]: "import deeper\nopen('more.txt')",
    [`${base}deeper.py`]: "",
    [`${base}tools/__init__.py`]: "",
    [`${base}tools/draw.py`]: "",
    [`${base}data/sales.csv`]: "a,b",
    [`${base}more.txt`]: "more",
    [`${base}logo.png`]: PNG,
    [`${base}requirements.txt`]: "plotly>=5",
    [`${base}pyscript.toml`]: '[files]\n"./logo.png" = "img/"\n"https://o.example/x.csv" = ""\n',
    "https://o.example/x.csv": "x",
  };

  it("modules, modules of modules, packages, data and declarations", async () => {
    const { files: found } = await open(makeWorld(files), AT);
    expect([...found.keys()].sort()).toEqual([
      "app.py",
      "data/sales.csv",
      "deeper.py",
      "helper.py",
      "img/logo.png",
      "more.txt",
      "pyscript.toml",
      "requirements.txt",
      "tools/__init__.py",
      "tools/draw.py",
      "x.csv",
    ]);
  });

  it("nothing is asked for twice, and what is missing is not missed", async () => {
    const world = makeWorld({ [AT]: `${HELLO}import helper\nopen("gone.csv")` });
    const { files: found, notices } = await open(world, AT);
    expect([...found.keys()]).toEqual(["app.py"]);
    expect(notices).toEqual([]);
    expect(new Set(world.requests).size).toBe(world.requests.length);
  });

  it("a host that answers every path with its front page has not answered", async () => {
    const world = makeWorld({ [AT]: `${HELLO}import helper\nopen("a.csv")` });
    for (const name of ["helper.py", "a.csv", "requirements.txt"]) {
      world.web.set(base + name, "<!doctype html><title>Home</title>");
    }
    expect([...(await open(world, AT)).files.keys()]).toEqual(["app.py"]);
  });

  it("nothing outside the script's folder is asked for", async () => {
    const world = makeWorld({ [AT]: `${HELLO}open("../secret.txt"); open("a/../../b.txt")` });
    await open(world, AT);
    expect(world.requests).toEqual([AT]);
  });

  it("a script that names hundreds of files stops asking", async () => {
    const names = Array.from({ length: 500 }, (_, index) => `open("d${index}.csv")`);
    const world = makeWorld({ [AT]: HELLO + names.join("\n") });
    await open(world, AT);
    expect(world.requests.length).toBeLessThan(80);
  });
});

describe("each failure has its own kind", () => {
  it.each<[string, Answer, string]>([
    ["missing", new Response("", { status: 404 }), "app.py"],
    ["missing", new Response("", { status: 410 }), "app.py"],
    ["refused", new Response("", { status: 401 }), "app.py"],
    ["refused", new Response("", { status: 403 }), "app.py"],
    ["limit", new Response("", { status: 429 }), "app.py"],
    [
      "limit",
      new Response("", { status: 403, headers: { "x-ratelimit-remaining": "0" } }),
      "app.py",
    ],
    ["server", new Response("", { status: 503 }), "app.py"],
    ["empty", "\n  \n", "app.py"],
    ["binary", PNG, "app.py"],
    ["binary", new Uint8Array([0x70, 0xff, 0xfe, 0x70]), "app.py"],
    ["page", "\n<!DOCTYPE html><html></html>", "app.py"],
    ["notebook", NOTEBOOK, "app.py"],
    ["notebook", NOTEBOOK, "app.ipynb"],
    ["no-python", "# Hello", "README.md"],
    ["no-python", "a,b", "data.csv"],
    ["too-large", "#".repeat(5_000_001), "app.py"],
  ])("%s", async (kind, answer, name) => {
    const url = `https://h.example/${name}`;
    expect(await failureKind(makeWorld({ [url]: answer }), url)).toBe(kind);
  });

  it("a folder, when the host sends on to one", async () => {
    const response = new Response("<html>Index of /apps/</html>");
    Object.defineProperty(response, "url", { value: "https://h.example/apps/" });
    const world = makeWorld({ "https://h.example/apps": () => response });
    expect(await failureKind(world, "https://h.example/apps")).toBe("directory");
  });

  it("a host that lets no other site read it is told from one that is not there", async () => {
    const world = makeWorld({ [AT]: HELLO });
    world.closedHosts.add("h.example");
    expect(await failureKind(world, AT)).toBe("cors");
    world.deadHosts.add("h.example");
    expect(await failureKind(world, AT)).toBe("network");
  });

  it("an http address on an https site, but not one of this machine", async () => {
    const world = makeWorld({ "http://localhost:8000/app.py": HELLO });
    expect(await failureKind(world, "http://h.example/app.py")).toBe("address");
    expect(world.requests).toEqual([]);
    await open(world, "http://localhost:8000/app.py");
  });

  it("an answer that breaks off", async () => {
    const body = () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(HELLO));
        },
        pull(controller) {
          controller.error(new TypeError("network error"));
        },
      });
    const world = makeWorld({ [AT]: () => new Response(body()) });
    expect(await failureKind(world, AT)).toBe("network");
  });
});

it("a script in an older encoding that says so is a script", async () => {
  const text = new Uint8Array([
    ...new TextEncoder().encode("# -*- coding: latin-1 -*-\nx = '"),
    0xe9,
    0x27,
  ]);
  expect(await open(makeWorld({ [AT]: text }), AT)).toMatchObject({ entry: "app.py" });
});

it("an address whose last part has no ending is a script all the same", async () => {
  const url = "https://h.example/api/script?id=3";
  expect(await open(makeWorld({ [url]: HELLO }), url)).toMatchObject({ entry: "script.py" });
});

describe("the last good copy", () => {
  it("is used when the host cannot be reached, and says how old it is", async () => {
    const world = makeWorld({ [AT]: HELLO });
    const fresh = await open(world, AT);
    await world.pass(3 * 3_600_000);
    world.deadHosts.add("*");
    const kept = await open(world, AT);
    expect(kept).toMatchObject({ identity: fresh.identity, isTrusted: false, entry: "app.py" });
    expect(kept.files).toEqual(fresh.files);
    expect(kept.notices).toEqual([
      "h.example cannot be reached. Shown is the copy that was kept 3 hours ago.",
    ]);
  });

  it("is not used when the author took the script away", async () => {
    const world = makeWorld({ [AT]: HELLO });
    await open(world, AT);
    world.web.delete(AT);
    expect(await failureKind(world, AT)).toBe("missing");
  });

  it("gives way to a newer one", async () => {
    const world = makeWorld({ [AT]: HELLO });
    await open(world, AT);
    world.web.set(AT, "import streamlit");
    await open(world, AT);
    world.deadHosts.add("*");
    expect(textOf((await open(world, AT)).files, "app.py")).toBe("import streamlit");
  });

  it("is one of thirty: the one unused for longest goes first", async () => {
    const world = makeWorld();
    const addresses = Array.from({ length: 31 }, (_, index) => `https://h.example/${index}.py`);
    for (const address of addresses) {
      world.web.set(address, HELLO);
      await open(world, address);
      await world.pass(1_000);
      if (address.endsWith("/29.py")) {
        world.deadHosts.add("*");
        await open(world, "https://h.example/0.py");
        world.deadHosts.clear();
        await world.pass(1_000);
      }
    }
    world.deadHosts.add("*");
    expect(await failureKind(world, "https://h.example/1.py")).toBe("network");
    expect((await open(world, "https://h.example/0.py")).notices).toHaveLength(1);
    expect((await open(world, "https://h.example/30.py")).notices).toHaveLength(1);
  });

  it("cannot keep an app from opening when storage fails", async () => {
    const world = makeWorld({ [AT]: HELLO });
    world.env.storage = {
      get: () => Promise.reject(new Error("refused")),
      put: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      delete: () => Promise.reject(new Error("refused")),
      keys: () => Promise.reject(new Error("refused")),
      lasts: () => Promise.reject(new Error("refused")),
    };
    expect(await open(world, AT)).toMatchObject({ entry: "app.py" });
    world.deadHosts.add("*");
    expect(await failureKind(world, AT)).toBe("network");
  });
});
