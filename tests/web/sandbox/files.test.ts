import { expect, it } from "vitest";
import type { FileAnswer, FileProgress } from "../../../web/src/protocol/sandbox.ts";
import { answerQuestions, isOfBuild } from "../../../web/src/sandbox/files.ts";

it.each([
  "assets/app-C1D2ZafG.css",
  "pyodide/pyodide.asm.wasm.gzipped?v=cc36e3cab04fdfc9",
  "images/core-1.image",
  "icons/home.svg",
  "icons/outlined/10k_24px.svg",
])("a frame may have %s", (path) => {
  expect(isOfBuild(path)).toBe(true);
});

it.each([
  "index.html",
  "service-worker.js",
  "examples/hello/app.py",
  "assets/../private/data.csv",
  "assets/../../images/private.png",
  "assets/./../private",
  "assets/app.css?user=1",
  "assets/app.css#x",
  "assets",
  "assets/",
  "assets/%2e%2e/private",
  "assets/..%2fprivate",
  "assets/..\\..\\private",
  "/assets/app.css",
  "//elsewhere.example/assets/app.css",
  "https://elsewhere.example/assets/app.css",
  "",
  null,
  { toString: () => "assets/app.css" },
])("it may not have %s", (path) => {
  expect(isOfBuild(path)).toBe(false);
});

it("parts are told of as they come, and what is kept is passed over where that is asked", async () => {
  const { port1, port2 } = new MessageChannel();
  const caches: (RequestCache | undefined)[] = [];
  answerQuestions(port1, async (_, options) => {
    caches.push(options?.cache);
    options?.onBytes?.(3);
    options?.onBytes?.(1);
    return new TextEncoder().encode("code").buffer;
  });
  const heard: (FileAnswer | FileProgress)[] = [];
  port2.onmessage = ({ data }) => heard.push(data);
  port2.postMessage({ id: 7, path: "assets/a.js", isFresh: true });
  await expect.poll(() => heard.length).toBe(3);
  port2.postMessage({ id: 8, path: "assets/a.js", isFresh: "yes" });
  await expect.poll(() => heard.length).toBe(6);
  port1.close();
  expect(heard.slice(0, 2)).toEqual([
    { id: 7, count: 3 },
    { id: 7, count: 1 },
  ]);
  expect(heard[2]).toHaveProperty("bytes");
  expect(caches).toEqual(["reload", "default"]);
});

it("each question is answered, and what cannot be had with the reason", async () => {
  const { port1, port2 } = new MessageChannel();
  const asked: string[] = [];
  answerQuestions(port1, async (path) => {
    asked.push(path);
    if (path === "assets/gone.js") throw new Error("The site answered 404.");
    return new TextEncoder().encode("code").buffer;
  });
  const answers: FileAnswer[] = [];
  port2.onmessage = ({ data }: MessageEvent<FileAnswer>) => answers.push(data);
  for (const [id, path] of ["assets/a.js", "assets/gone.js", "secret.toml"].entries()) {
    port2.postMessage({ id, path });
  }
  await expect.poll(() => answers.length).toBe(3);
  port1.close();
  const byId = Object.fromEntries(answers.map((answer) => [answer.id, answer]));
  expect(byId[0]?.bytes?.byteLength).toBe(4);
  expect(byId[1]).toEqual({ id: 1, bytes: null, error: "The site answered 404." });
  expect(byId[2]).toEqual({ id: 2, bytes: null, error: "This is no file of an app." });
  expect(asked).toEqual(["assets/a.js", "assets/gone.js"]);
});
