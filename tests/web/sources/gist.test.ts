import { describe, expect, it } from "vitest";
import { isSourceError, openSource } from "../../../web/src/sources/sources.ts";
import { API, gistAnswers, ID, limitAnswer, PAGE, RAW, REVISION } from "./gist-answers.ts";
import { HELLO, makeWorld, NOTEBOOK, PNG, textOf, type World } from "./world.ts";

const open = (world: World, address = PAGE) => openSource({ kind: "address", address }, world.env);

async function failureOf(world: World, address = PAGE) {
  const error: unknown = await open(world, address).catch((caught: unknown) => caught);
  if (!isSourceError(error)) throw new Error(`It opened, or failed with ${String(error)}.`);
  return error;
}

const refuse = (world: World) => world.web.set(API, () => limitAnswer(world.env.now() + 720_000));

describe("the API is asked only when the raw file is not enough", () => {
  it("a script that stands alone takes one raw request", async () => {
    const world = makeWorld(gistAnswers({ "hello.py": HELLO }));
    const project = await open(world);
    expect(world.requests).toEqual([RAW]);
    expect(project).toMatchObject({
      entry: "app.py", // The raw address does not tell the name.
      identity: `gist:ann/${ID}`,
      origin: { kind: "gist", host: "gist.github.com", address: PAGE },
      isTrusted: false,
      notices: [],
    });
    expect(textOf(project.files, "app.py")).toBe(HELLO);
  });

  it("a file that is named is taken by its name", async () => {
    const world = makeWorld(gistAnswers({ "a.py": "x = 1", "my_app.py": HELLO }));
    for (const address of [
      `${PAGE}#file-my_app-py`,
      `${RAW}/my_app.py`,
      `${PAGE}?file=my_app.py`,
    ]) {
      world.requests.length = 0;
      const project = await open(world, address);
      expect(world.requests).toEqual([`${RAW}/my_app.py`]);
      expect(project).toMatchObject({ entry: "my_app.py", identity: `gist:ann/${ID}/my_app.py` });
    }
  });

  it("an unknown user takes the API, which names them", async () => {
    const world = makeWorld(gistAnswers({ "hello.py": HELLO }));
    const project = await open(world, `https://gist.github.com/${ID}`);
    expect(world.requests).toEqual([API]);
    expect(project).toMatchObject({ entry: "hello.py", identity: `gist:ann/${ID}` });
  });

  it("an import that nothing answers takes the list of all files", async () => {
    const world = makeWorld(
      gistAnswers({ "app.py": `${HELLO}import helper`, "helper.py": "x = 1", "data.csv": "a,b" }),
    );
    const { files } = await open(world);
    expect(world.requests).toEqual([RAW, API]);
    expect([...files.keys()].sort()).toEqual(["app.py", "data.csv", "helper.py"]);
  });

  it("an import of a known package does not", async () => {
    const world = makeWorld(gistAnswers({ "app.py": `${HELLO}import pandas` }));
    world.env.isKnownModule = (name) => name === "pandas";
    await open(world);
    expect(world.requests).toEqual([RAW]);
  });

  it("a file name in the script does", async () => {
    const world = makeWorld(gistAnswers({ "app.py": `${HELLO}open("a.csv")`, "a.csv": "a" }));
    expect([...(await open(world)).files.keys()]).toEqual(["app.py", "a.csv"]);
  });

  it("a first file that is no app does", async () => {
    const given = { "README.md": "# Read me", "z_app.py": HELLO, "helper.py": "x = 1" };
    const project = await open(makeWorld(gistAnswers(given)));
    expect(project).toMatchObject({ entry: "z_app.py", identity: `gist:ann/${ID}` });
  });
});

describe("the script among several files", () => {
  const entryOf = async (given: Record<string, string>, address?: string) =>
    (await open(makeWorld(gistAnswers({ "0.txt": "first", ...given })), address)).entry;

  it.each([
    [{ "app.py": "", "streamlit_app.py": HELLO }, "streamlit_app.py"],
    [{ "main.py": HELLO, "app.py": HELLO }, "app.py"],
    [{ "a.py": "x = 1", "b.py": HELLO }, "b.py"],
    [{ "a.py": "x = 1", "b.py": "y = 1" }, "a.py"],
    [{ gistfile1: HELLO }, "gistfile1"],
  ])("%j: %s", async (given, expected) => {
    expect(await entryOf(given as Record<string, string>)).toBe(expected);
  });

  it("is the one of the anchor, however its name is written there", async () => {
    const given = { "app.py": HELLO, "My App.v2.py": HELLO };
    expect(await entryOf(given, `${PAGE}#file-my-app-v2-py`)).toBe("My App.v2.py");
  });

  it("is not guessed when the address names one that is not there", async () => {
    const world = makeWorld(gistAnswers({ "app.py": HELLO }));
    expect(await failureOf(world, `${RAW}/gone.py`)).toMatchObject({
      kind: "missing",
      why: "gone.py is not in it.",
      remedy: "There is app.py.",
    });
    expect(await failureOf(world, `${PAGE}#file-gone-py`)).toMatchObject({ kind: "missing" });
  });
});

describe("files that the API cannot carry are fetched raw", () => {
  it("a long one and a binary one arrive whole, whatever type they are said to have", async () => {
    const long = "a,b\n".repeat(300_000);
    const world = makeWorld(
      gistAnswers({
        "app.py": `${HELLO}open("long.csv")`,
        "long.csv": { content: long, isCut: true },
        "logo.txt": PNG,
        "utf8.txt": "größer 🐍",
      }),
    );
    const { files } = await open(world);
    expect(textOf(files, "long.csv")).toBe(long);
    expect(files.get("logo.txt")).toEqual(PNG);
    expect(textOf(files, "utf8.txt")).toBe("größer 🐍");
    expect(world.requests).not.toContain(`${RAW}/${REVISION}/utf8.txt`);
  });

  it("the script too, when another file's size has emptied it", async () => {
    const world = makeWorld(
      gistAnswers({ "0.txt": "x", "app.py": { content: HELLO, isCut: true } }),
    );
    expect(textOf((await open(world)).files, "app.py")).toBe(HELLO);
  });

  it("one that cannot be had is left out with a notice", async () => {
    const answers = gistAnswers({
      "app.py": `${HELLO}open("big.csv")`,
      "big.csv": { content: "x".repeat(99), isCut: true },
    });
    delete answers[`${RAW}/${REVISION}/big.csv`];
    const { files, notices } = await open(makeWorld(answers));
    expect([...files.keys()]).toEqual(["app.py"]);
    expect(notices).toEqual(["big.csv is left out. There is nothing at this address (404)."]);
  });

  it("what a pyscript.toml names is fetched as well", async () => {
    const answers = gistAnswers({
      "app.py": `${HELLO}open("x.csv")`,
      "pyscript.toml": '[files]\n"https://o.example/x.csv" = ""',
    });
    const { files } = await open(makeWorld({ ...answers, "https://o.example/x.csv": "x" }));
    expect(textOf(files, "x.csv")).toBe("x");
  });
});

describe("what is no app says what it is", () => {
  it.each<[string, Record<string, string | Uint8Array>]>([
    ["empty", {}],
    ["empty", { "app.py": "\n" }],
    ["empty", { "notes.txt": " " }],
    ["notebook", { "analysis.ipynb": NOTEBOOK }],
    ["no-python", { "a.md": "# a", "b.csv": "x" }],
    ["binary", { "app.py": PNG }],
  ])("%s", async (kind, given) => {
    expect((await failureOf(makeWorld(gistAnswers(given)))).kind).toBe(kind);
  });

  it("a gist that is not there", async () => {
    expect((await failureOf(makeWorld())).kind).toBe("missing");
  });

  it("an answer that is not the API's", async () => {
    for (const body of ["<html></html>", "[]", '{"files": 3}']) {
      expect((await failureOf(makeWorld({ [API]: body }))).kind).toBe("server");
    }
  });
});

describe("when GitHub's limit is reached", () => {
  it("a script that needs the API says when to try again", async () => {
    const world = makeWorld(gistAnswers({ "README.md": "# Read me", "app.py": HELLO }));
    refuse(world);
    expect(await failureOf(world)).toMatchObject({
      kind: "limit",
      remedy: "Try again in 12 minutes, or give the address of the raw file.",
    });
  });

  it("a script that stands alone opens all the same", async () => {
    const world = makeWorld(gistAnswers({ "app.py": HELLO }));
    refuse(world);
    expect((await open(world)).notices).toEqual([]);
  });

  it("files that the script names are asked for by their names", async () => {
    const given = {
      "app.py": `${HELLO}import helper\nopen("a.csv")`,
      "helper.py": "x = 1",
      "a.csv": "a",
    };
    const world = makeWorld(gistAnswers(given));
    refuse(world);
    expect([...(await open(world)).files.keys()].sort()).toEqual(["a.csv", "app.py", "helper.py"]);
  });

  it("the last good copy is used, and says so", async () => {
    const world = makeWorld(gistAnswers({ "README.md": "# Read me", "app.py": HELLO }));
    const fresh = await open(world);
    await world.pass(5 * 60_000);
    refuse(world);
    const kept = await open(world);
    expect(kept.files).toEqual(fresh.files);
    expect(kept.notices).toEqual([
      "GitHub answers 60 such requests an hour from one network, and they are used up (403). Shown is the copy that was kept 5 minutes ago.",
    ]);
  });

  it("a refusal that is no limit is told apart", async () => {
    const world = makeWorld({ [API]: new Response("{}", { status: 403 }) });
    expect((await failureOf(world)).kind).toBe("refused");
  });
});

describe("what was read before", () => {
  const several = gistAnswers({ "README.md": "# Read me", "app.py": HELLO });

  it("is asked for by its version, and taken when that is still the newest", async () => {
    const world = makeWorld(several);
    const fresh = await open(world);
    world.web.set(API, () => new Response(null, { status: 304 }));
    const again = await open(world);
    expect(world.headers.get(API)?.get("if-none-match")).toBe('W/"1"');
    expect(again).toEqual(fresh);
    // The version is still known after that.
    await open(world);
    expect(world.headers.get(API)?.get("if-none-match")).toBe('W/"1"');
  });

  it("is the answer without any request when the address names a revision", async () => {
    const raw = `https://gist.githubusercontent.com/ann/${ID}/raw/${REVISION}`;
    const world = makeWorld({ [raw]: HELLO });
    const fresh = await open(world, `${PAGE}/${REVISION}`);
    expect(fresh.origin.revision).toBe(REVISION);
    world.requests.length = 0;
    world.deadHosts.add("*");
    expect(await open(world, `${PAGE}/${REVISION}`)).toEqual(fresh);
    expect(world.requests).toEqual([]);
  });

  it("opens without a network, and two files of one gist are kept apart", async () => {
    const world = makeWorld(gistAnswers({ "a.py": HELLO, "b.py": `${HELLO}# b` }));
    await open(world, `${RAW}/a.py`);
    await open(world, `${RAW}/b.py`);
    world.deadHosts.add("*");
    expect((await open(world, `${RAW}/a.py`)).entry).toBe("a.py");
    expect((await open(world, `${RAW}/b.py`)).entry).toBe("b.py");
    expect((await failureOf(world)).kind).toBe("network");
  });
});

it("a network that blocks one of GitHub's hosts is no hindrance", async () => {
  const world = makeWorld(gistAnswers({ "hello.py": HELLO }));
  world.deadHosts.add("gist.githubusercontent.com");
  expect(await open(world)).toMatchObject({ entry: "hello.py" });
});
