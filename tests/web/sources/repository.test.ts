import { describe, expect, it } from "vitest";
import { isSourceError, openSource } from "../../../web/src/sources/sources.ts";
import { limitAnswer } from "./gist-answers.ts";
import { repositoryAnswers, treeAddress } from "./github-answers.ts";
import { HELLO, makeWorld, PNG, settle, textOf, type World } from "./world.ts";

const PAGE = "https://github.com/Ann/demo";
const COMMIT = "89abcdef0123456789abcdef0123456789abcdef";
const FILES = {
  "README.md": "# Demo",
  "apps/one/app.py": `${HELLO}import helper`,
  "apps/one/helper.py": "x = 1",
  "apps/one/data/ä b.csv": "a,b",
  "apps/one/__pycache__/helper.pyc": "old",
  "apps/one/logo.png": PNG,
  "apps/two/app.py": HELLO,
};

const worldOf = (ref = "main") => makeWorld(repositoryAnswers("Ann/demo", ref, FILES));

const open = (world: World, address: string) => openSource({ kind: "address", address }, world.env);

async function failureOf(world: World, address: string) {
  const error: unknown = await open(world, address).catch((caught: unknown) => caught);
  if (!isSourceError(error)) throw new Error(`It opened, or failed with ${String(error)}.`);
  return error;
}

describe("a folder of a repository", () => {
  it("is its files, by one request to the API", async () => {
    const world = worldOf();
    const project = await open(world, `${PAGE}/tree/main/apps/one`);
    expect(project).toMatchObject({
      entry: "app.py",
      origin: { kind: "repository", host: "github.com", address: `${PAGE}/tree/main/apps/one` },
      isTrusted: false,
      notices: [],
    });
    expect([...project.files.keys()].sort()).toEqual([
      "app.py",
      "data/ä b.csv",
      "helper.py",
      "logo.png",
    ]);
    expect(project.files.get("logo.png")).toEqual(PNG);
    expect(world.requests.filter((url) => url.includes("api.github.com"))).toHaveLength(1);
  });

  it("may be the whole repository at its default branch, with the script named", async () => {
    const { entry, files } = await open(worldOf("HEAD"), `${PAGE}#apps/two/app.py`);
    expect(entry).toBe("apps/two/app.py");
    expect(textOf(files, "README.md")).toBe("# Demo");
  });

  it("is found where a branch has slashes in its name", async () => {
    const world = worldOf("feature/chart");
    const { files } = await open(world, `${PAGE}/tree/feature/chart/apps/two`);
    expect([...files.keys()]).toEqual(["app.py"]);
    expect(world.requests.slice(0, 2)).toEqual([
      treeAddress("Ann/demo", "feature"),
      treeAddress("Ann/demo", "feature/chart"),
    ]);
  });

  it("at a commit is asked for once, and says which commit", async () => {
    const world = worldOf(COMMIT);
    const { origin } = await open(world, `${PAGE}/tree/${COMMIT}/apps/two`);
    expect(origin.revision).toBe(COMMIT);
    await settle();
    world.requests.length = 0;
    const again = await open(world, `${PAGE}/tree/${COMMIT}/apps/two`);
    expect(world.requests).toEqual([]);
    expect(again).toMatchObject({ entry: "app.py", notices: [] });
  });

  it("that is not there, or a branch that is not, says so", async () => {
    for (const path of ["tree/main/none", "tree/other/apps"]) {
      expect(await failureOf(worldOf(), `${PAGE}/${path}`)).toMatchObject({
        kind: "missing",
        why: "The repository has no such folder, branch or tag.",
      });
    }
    expect(await failureOf(worldOf(), "https://github.com/ann/none")).toMatchObject({
      why: "There is nothing at this address (404).",
    });
  });

  it("without a script names what is there", async () => {
    const world = worldOf();
    expect(await failureOf(world, `${PAGE}/tree/main/apps/one/data`)).toMatchObject({
      kind: "no-python",
      why: "No Python file is in it, only ä b.csv.",
    });
  });

  it("with too many files says how to open a part of it", async () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`${n}.py`, HELLO]));
    const world = makeWorld(repositoryAnswers("Ann/demo", "HEAD", many));
    expect(await failureOf(world, PAGE)).toMatchObject({
      why: "301 files are in it; 300 is the most that is fetched here.",
      remedy: "Give the address of the app's folder in it, or of its script.",
    });
    expect(world.requests).toHaveLength(1);
  });
});

describe("a second visit", () => {
  it("asks only whether anything changed", async () => {
    const world = worldOf();
    const fresh = await open(world, `${PAGE}/tree/main/apps/two`);
    await settle();
    const api = treeAddress("Ann/demo", "main");
    world.web.set(api, () => new Response(null, { status: 304 }));
    world.requests.length = 0;
    const again = await open(world, `${PAGE}/tree/main/apps/two`);
    expect(world.headers.get(api)?.get("if-none-match")).toBe('W/"tree"');
    expect(world.requests).toEqual([api]);
    expect(again).toMatchObject({ entry: fresh.entry, files: fresh.files, notices: [] });
  });

  it("has the last good copy at GitHub's limit, and without a network", async () => {
    const world = worldOf();
    await open(world, `${PAGE}/tree/main/apps/two`);
    await settle();
    world.web.set(treeAddress("Ann/demo", "main"), () => limitAnswer(world.env.now() + 60_000));
    const { notices } = await open(world, `${PAGE}/tree/main/apps/two`);
    expect(notices[0]).toMatch("Shown is the copy that was kept a moment ago.");
    world.deadHosts.add("*");
    expect(await open(world, `${PAGE}/tree/main/apps/two`)).toMatchObject({ entry: "app.py" });
  });
});
