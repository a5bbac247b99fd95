/** The picture of a visit: when it is taken, and when the next visit shows it. */
import { describe, expect, it } from "vitest";
import { MAIN } from "../../../web/src/protocol/messages.ts";
import type { Picture } from "../../../web/src/protocol/picture.ts";
import type { Project } from "../../../web/src/protocol/port.ts";
import { type FakeWorker, TestedUnit } from "./tested-unit.ts";

const idle = () => new Promise((resolve) => requestIdleCallback(resolve));

function pictures(app: TestedUnit): (Picture | null)[] {
  return app.toldPage.flatMap((message) => (message.type === "picture" ? [message.picture] : []));
}

async function visit(more: Partial<Project> = {}): Promise<[TestedUnit, FakeWorker]> {
  const app = new TestedUnit();
  app.open(more);
  return [app, await app.startWorker()];
}

/** The picture of a visit that drew one text. */
async function takenPicture(): Promise<Picture> {
  const [app, worker] = await visit();
  worker.draw("first");
  worker.run("done");
  await expect.poll(() => pictures(app)).toHaveLength(1);
  return pictures(app)[0] as Picture;
}

const shown = ({ unit }: TestedUnit) => {
  const { children } = unit.runs.tree.root(MAIN);
  return children.map(({ props, isPast }) => [(props as { body: string }).body, isPast]);
};

describe("a picture", () => {
  it("is taken once a run is over and nothing else is to do", async () => {
    const { roots } = await takenPicture();
    expect(roots[0]?.[1].map(({ content }) => content.props)).toEqual([{ body: "first" }]);
  });

  it("is taken again when the page goes out of sight, after another run", async () => {
    const [app, worker] = await visit();
    worker.run("done");
    await expect.poll(() => pictures(app)).toHaveLength(1);
    window.dispatchEvent(new Event("pagehide"));
    app.unit.runs.request({ trigger: null, live: false });
    worker.run("done");
    await idle();
    expect(pictures(app)).toHaveLength(1);
    window.dispatchEvent(new Event("pagehide"));
    await expect.poll(() => pictures(app)).toHaveLength(2);
  });

  it("is not taken after a person has changed something, of an error, or of saved files", async () => {
    const [app, worker] = await visit();
    app.unit.runs.values.change("size", 3, { form: null, reruns: true });
    worker.run("done");
    const [other, failing] = await visit();
    failing.sayPython({ type: "run_started", run: 1, request: 1, page: "", fragment: null });
    failing.sayPython({ type: "run_ended", run: 1, how: "error", error: null });
    const [third, saving] = await visit();
    saving.sayPython({ type: "run_started", run: 1, request: 1, page: "", fragment: null });
    third.tell({ type: "write_files", files: new Map(), removed: [], runs: false });
    await expect.poll(() => saving.heard.map(({ type }) => type)).toContain("files_changed");
    saving.sayPython({ type: "run_ended", run: 1, how: "done", error: null });
    await idle();
    window.dispatchEvent(new Event("pagehide"));
    await idle();
    expect([app, other, third].flatMap(pictures)).toEqual([]);
  });

  it("is none, and an older one goes, when the app's options say so", async () => {
    const [app, worker] = await visit();
    worker.sayPython({ type: "app_config", options: { "tabstream.paintLastVisit": false } });
    worker.run("done");
    await expect.poll(() => pictures(app)).toEqual([null]);
  });
});

describe("the next visit", () => {
  it("shows it until the run has drawn, and starts as ever", async () => {
    const picture = await takenPicture();
    const app = new TestedUnit();
    app.open({ picture });
    await expect.poll(() => shown(app)).toEqual([["first", true]]);
    const { state, values } = app.unit.runs;
    expect(state.get()).toMatchObject({ script: "initial", hasDrawn: false, showsLastVisit: true });
    const worker = await app.startWorker();
    expect(worker.heard).toMatchObject([{ type: "run", widgets: {} }]);
    expect(values.all()).toEqual({});
    worker.draw("second");
    expect(shown(app)).toEqual([["second", false]]);
    expect(state.get()).toMatchObject({ hasDrawn: true, showsLastVisit: false });
  });

  it("takes away at the run's end what it has not drawn", async () => {
    const app = new TestedUnit();
    app.open({ picture: await takenPicture() });
    const worker = await app.startWorker();
    await expect.poll(() => shown(app)).toHaveLength(1);
    worker.run("done");
    expect(shown(app)).toEqual([]);
  });

  it("takes it away when Python cannot be started", async () => {
    const app = new TestedUnit();
    app.open({ picture: await takenPicture() });
    const worker = await app.nextWorker();
    await expect.poll(() => shown(app)).toHaveLength(1);
    worker.crash();
    expect(shown(app)).toEqual([]);
    await expect.poll(() => app.failure).toBeDefined();
  });

  const OTHERS: [string, Partial<Project>][] = [
    ["of another script", { files: new Map([["app.py", new Uint8Array([32])]]) }],
    ["with other arguments", { argv: ["--dark"] }],
    ["with another query", { query: [["n", "1"]] }],
    ["of another page", { page: "about" }],
  ];

  it.each(OTHERS)("does not show one %s", async (_, other) => {
    const picture = await takenPicture();
    const [app, worker] = await visit({ ...other, picture });
    await idle();
    expect(shown(app)).toEqual([]);
    worker.run("done");
    await expect.poll(() => pictures(app)).toHaveLength(1);
    expect(pictures(app)[0]?.of).not.toBe(picture.of);
  });

  it("does not show one that comes after what the run has drawn", async () => {
    const app = new TestedUnit();
    const picture = await takenPicture();
    app.open();
    const worker = await app.startWorker();
    worker.draw("own");
    app.unit.runs.showPast(picture);
    expect(shown(app)).toEqual([["own", false]]);
  });
});
