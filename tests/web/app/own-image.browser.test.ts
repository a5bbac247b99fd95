/** When an image of an app's own packages is taken; the test is the page and the workers. */
import { expect, it } from "vitest";
import type { Images } from "../../../web/src/protocol/port.ts";
import { TestedUnit } from "./tested-unit.ts";

const files = new Map([["app.py", new TextEncoder().encode("import shapes")]]);
const RESOLVED = { lock: ["micropip"], wheels: ["https://index.test/shapes.whl"] };

function images(changes: Partial<Images> = {}): Images {
  return { kept: new Map(), mayFetch: true, mayTake: true, refused: new Set(), ...changes };
}

/** Run an app that has a package from an index to its end, and let it tell what it has imported. */
async function run(changes: Partial<Images> = {}) {
  const app = new TestedUnit();
  app.open({ files, images: images(changes) });
  const worker = await app.startWorker();
  worker.say({ type: "found", ...RESOLVED });
  worker.run("done");
  return { app, worker };
}

/** Whether the app's worker has been asked for what it has imported. */
async function isAsked({ worker }: Awaited<ReturnType<typeof run>>): Promise<boolean> {
  await new Promise((resolve) => requestIdleCallback(resolve));
  return worker.posted.some(({ type }) => type === "list_imports");
}

it("it is taken after a good run, of what was imported, and handed to the page", async () => {
  const { app, worker } = await run();
  await expect.poll(() => worker.posted.map(({ type }) => type)).toContain("list_imports");
  worker.say({ type: "imports", names: ["json", "shapes"] });
  const taker = await app.nextWorker();
  const [wish] = taker.posted;
  expect(wish).toMatchObject({ type: "take_image", modules: ["json", "shapes"] });
  expect(wish).toMatchObject({ packages: { lock: ["micropip"], wheels: RESOLVED.wheels } });
  taker.say({ type: "image_taken", parts: [new Uint8Array([1, 2])] });
  const isTold = ({ type }: { type: string }) => type === "image_taken";
  const parts = [new Uint8Array([1, 2])];
  await expect.poll(() => app.toldPage.find(isTold)).toMatchObject({ parts });
  expect(taker.isEnded).toBe(true);
  // Once is enough.
  worker.run("done");
  expect(await isAsked({ app, worker })).toBe(true);
  expect(app.workers).toHaveLength(2);
});

it("a busy Python is asked again after its next run", async () => {
  const { app, worker } = await run();
  const asked = () => worker.posted.filter(({ type }) => type === "list_imports").length;
  await expect.poll(asked).toBe(1);
  worker.run("done");
  await expect.poll(asked).toBe(2);
  worker.say({ type: "imports", names: [] });
  await app.nextWorker();
});

it("where none can be taken the page hears of it", async () => {
  const { app, worker } = await run();
  await expect.poll(() => isAsked({ app, worker })).toBe(true);
  worker.say({ type: "imports", names: [] });
  const taker = await app.nextWorker();
  taker.onerror?.({ message: "out of memory", preventDefault: () => {} });
  const isTold = ({ type }: { type: string }) => type === "image_taken";
  await expect.poll(() => app.toldPage.find(isTold)).toMatchObject({ parts: null });
  expect(app.failure).toBeUndefined();
});

it("the page is told that a kept one is used, and no other is taken", async () => {
  const first = await run();
  await expect.poll(() => isAsked(first)).toBe(true);
  first.worker.say({ type: "imports", names: [] });
  (await first.app.nextWorker()).say({ type: "image_taken", parts: [] });
  const told = () => first.app.toldPage.find((message) => message.type === "image_taken");
  await expect.poll(told).toBeDefined();
  const { name = "" } = told() ?? {};

  const found = first.app.toldPage.find((message) => message.type === "resolved");
  const app = new TestedUnit();
  const kept = images({ kept: new Map([[name, new Blob()]]) });
  app.open({ files, images: kept, resolved: found?.resolved ?? null });
  const worker = await app.startWorker();
  expect(worker.posted[0]).toMatchObject({ type: "boot", image: { path: name, isWhole: true } });
  worker.run("done");
  expect(await isAsked({ app, worker })).toBe(false);
  await expect.poll(() => app.toldPage).toContainEqual({ type: "image_used", name });

  // One that has turned out to be of no use is not taken again.
  worker.say({ type: "image_failed" });
  worker.run("done");
  await isAsked({ app, worker });
  worker.say({ type: "imports", names: [] });
  expect(app.workers).toHaveLength(1);
});
