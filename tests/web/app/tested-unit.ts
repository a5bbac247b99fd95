/** A unit between a page and workers that the test plays. */
import { expect, onTestFinished } from "vitest";
import type { SiteIndex } from "../../../web/src/app/boot-options.ts";
import type { Loader } from "../../../web/src/app/loader.ts";
import { Unit } from "../../../web/src/app/unit.ts";
import { type FromPython, MAIN, type ToPython } from "../../../web/src/protocol/messages.ts";
import type { FromUnit, HealingState, Project, ToUnit } from "../../../web/src/protocol/port.ts";
import type { FromWorker, Open, ToWorker } from "../../../web/src/protocol/worker.ts";

const IMAGE = "images/core-1.image";

export const index: SiteIndex = {
  core: { files: {} },
  lock: { file: "pyodide-lock.json", size: 1 },
  runtime: { file: "tabstream.zip", size: 1 },
  packages: {},
  images: [{ path: IMAGE, size: 1, packages: [] }],
  packed: {},
  versions: {},
  imports: {},
};

const project: Project = {
  entry: "app.py",
  files: new Map([["app.py", new TextEncoder().encode("import streamlit as st\n")]]),
  argv: [],
  query: [],
  page: "",
  config: {},
  indexUrls: null,
  resolved: null,
  keepsResults: false,
  images: {
    kept: new Map([[IMAGE, new Blob()]]),
    mayFetch: true,
    mayTake: true,
    refused: new Set(),
  },
};

/** A worker without Python: it notes what it is sent. */
export class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  readonly heard: ToPython[] = [];
  readonly posted: ToWorker[] = [];
  /** Whether it answers when it is asked for a sign of life. */
  answers = true;
  isEnded = false;

  postMessage(message: ToWorker): void {
    this.posted.push(message);
    const text = message.type === "python" ? message.text : "run" in message ? message.run : null;
    if (text) this.heard.push(JSON.parse(text) as ToPython);
    if (message.type === "ping" && this.answers) this.say({ type: "pong" });
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  sayPython(message: FromPython): void {
    this.say({ type: "python", text: JSON.stringify(message), buffers: [] });
  }

  /** Run the script for the newest event, to its end or not. */
  run(end: "done" | null): void {
    const request = this.heard.filter(({ type }) => type === "run").length;
    this.sayPython({ type: "run_started", run: request, request, page: "", fragment: null });
    if (end) this.sayPython({ type: "run_ended", run: request, how: end, error: null });
  }

  /** Draw a line of text. */
  draw(body: string, run = 1): void {
    const props = { body } as never;
    const content = { id: 7, kind: "text", props, block: false, widget: null, key: null } as const;
    const node = { ...content, page: "", fragment: null };
    this.sayPython({ type: "ops", run, ops: [{ op: "insert", parent: MAIN, index: 0, node }] });
  }

  /** The interpreter ends in the middle of what it is at. */
  crash(value: string | null = null): void {
    this.say({ type: "failed", reason: "python", what: "app", detail: "unreachable", value });
  }

  /** All but the runs, of which other tests tell. */
  get heardBesides(): ToPython[] {
    return this.heard.filter(({ type }) => type !== "run");
  }

  get opened(): Open | undefined {
    return this.posted.find((message) => message.type === "open");
  }
}

/** A unit that has been told to open the app, if nothing else is said; it ends with the test. */
export class TestedUnit {
  readonly workers: FakeWorker[] = [];
  readonly toldPage: FromUnit[] = [];
  readonly unit: Unit;
  readonly #port: MessagePort;
  #handedOut = 0;

  constructor(more: Partial<Loader> = {}) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromUnit>) => this.toldPage.push(data);
    const loader: Partial<Loader> = {
      base: "https://site.test/",
      worker: async () => {
        const worker = new FakeWorker();
        this.workers.push(worker);
        return worker as unknown as Worker;
      },
      ...more,
    };
    this.unit = new Unit(port2, loader as Loader, index);
    onTestFinished(() => {
      this.unit.dispose();
      port1.close();
    });
  }

  tell(message: ToUnit): void {
    this.#port.postMessage(message);
  }

  open(more: Partial<Project> = {}): void {
    this.tell({ type: "open", project: { ...project, ...more } });
  }

  /** Waits for the next worker, whose Python is there at once. */
  async startWorker(): Promise<FakeWorker> {
    const worker = await this.nextWorker();
    worker.say({ type: "ready", canSuspend: true });
    return worker;
  }

  /** Waits for the next worker; its Python is not there yet. */
  async nextWorker(): Promise<FakeWorker> {
    const place = this.#handedOut;
    this.#handedOut += 1;
    await expect.poll(() => this.workers[place]?.posted.length ?? 0).toBeGreaterThan(0);
    return this.workers[place] as FakeWorker;
  }

  /** What the page has heard last of a Python that was lost. */
  get healing(): HealingState | null | undefined {
    return this.toldPage.findLast((message) => message.type === "healing")?.healing;
  }

  get failure(): FromUnit | undefined {
    return this.toldPage.find((message) => message.type === "failed");
  }
}
