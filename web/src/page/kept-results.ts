/**
 * Cached results that outlive a reload, as the page has to do with them: it brings an app's Python
 * together with the worker that keeps its results, and knows whether the person wants any kept.
 *
 * Most first visits keep nothing. So while nothing is stored the page says so itself, and fetches
 * the worker's code only when there is something to put. Until then nobody listens to the port:
 * what has come by it goes to the worker with it, whereas Firefox loses a message when a port that
 * was listened to is given away.
 */
import type { FromResults } from "../protocol/results.ts";
import type { ResultsWorker, StoragePort } from "../storage/storage.ts";

export interface ResultsEnvironment {
  storage: StoragePort;
  /** Whether results may be stored; see storage/results/results.ts. */
  mayHaveResults: () => Promise<boolean>;
  startWorker: () => Promise<ResultsWorker>;
}

/** For each app whose results are not kept: false. */
const STORE = "kept-results";

export class KeptResults {
  readonly #environment: ResultsEnvironment;
  /** What came of starting it: null when its code did not come, and then nothing is kept. */
  #worker: Promise<ResultsWorker | null> | null = null;
  /**
   * The person's wishes, by app, that the storage has not taken: they are on their way, or it is
   * out of order. All others are read each time, for they may change in another tab.
   */
  readonly #wishes = new Map<string, boolean>();
  /** Ports that no worker has yet, by app. */
  readonly #waiting = new Map<string, MessagePort>();
  /** The end of what is being done: one thing after the other, in the order of the calls. */
  #doing: Promise<void> = Promise.resolve();

  constructor(environment: ResultsEnvironment) {
    this.#environment = environment;
  }

  /** Whether the person wants results of an app kept, as they said last in any tab. */
  async isKept(app: string): Promise<boolean> {
    return this.#wishes.get(app) ?? this.#readWish(app);
  }

  /** Answer a new start of an app, which takes the place of the one before. */
  connect(app: string, port: MessagePort): Promise<void> {
    return this.#do(async () => {
      const isKept = await this.isKept(app);
      if (isKept && (await this.#hasResults())) return this.#serve(app, port);
      this.#waiting.get(app)?.close();
      this.#waiting.set(app, port);
      sayNothingIsThere(port);
      if (!isKept) saySwitched(port, isKept);
    });
  }

  /** An app has something to keep. */
  wakeFor(app: string): Promise<void> {
    return this.#do(async () => {
      if (await this.isKept(app)) return this.#serveWaiting(app);
      const port = this.#waiting.get(app);
      if (port) saySwitched(port, false); // in another tab, of which nobody has heard here
    });
  }

  /** Keep results of an app from now on, or forget them at once and keep none. */
  keep(app: string, isKept: boolean): Promise<void> {
    this.#wishes.set(app, isKept);
    return this.#do(async () => {
      await this.#noteWish(app, isKept);
      if (await this.#hasResults()) (await this.#start())?.keep(app, isKept);
      const port = this.#waiting.get(app);
      if (port) saySwitched(port, isKept);
      // What was put before the word came waits in the port.
      if (isKept) await this.#serveWaiting(app);
    });
  }

  async #serveWaiting(app: string): Promise<void> {
    const port = this.#waiting.get(app);
    this.#waiting.delete(app);
    if (port) await this.#serve(app, port);
  }

  async #serve(app: string, port: MessagePort): Promise<void> {
    const worker = await this.#start();
    if (worker) return worker.open(app, port);
    sayNothingIsThere(port);
    saySwitched(port, false);
  }

  async #hasResults(): Promise<boolean> {
    return this.#worker !== null || this.#environment.mayHaveResults();
  }

  #start(): Promise<ResultsWorker | null> {
    this.#worker ??= this.#environment.startWorker().catch((error: unknown) => {
      console.warn("tabstream: cached results are not kept:", error);
      return null;
    });
    return this.#worker;
  }

  async #readWish(app: string): Promise<boolean> {
    try {
      return (await this.#environment.storage.get(STORE, app)) !== false;
    } catch {
      return true;
    }
  }

  async #noteWish(app: string, isKept: boolean): Promise<void> {
    const { storage } = this.#environment;
    try {
      await (isKept ? storage.delete(STORE, app) : storage.put(STORE, app, false));
    } catch {
      return; // without storage it holds until the page is left
    }
    if (this.#wishes.get(app) === isKept) this.#wishes.delete(app);
  }

  #do(task: () => Promise<void>): Promise<void> {
    this.#doing = this.#doing.then(task).catch((error: unknown) => {
      console.warn("tabstream: cached results:", error);
    });
    return this.#doing;
  }
}

function say(port: MessagePort, message: FromResults): void {
  port.postMessage(message);
}

/** Say whether results are kept; if not, what was put so far is not, either. */
function saySwitched(port: MessagePort, isKept: boolean): void {
  say(port, { type: "switched", isKept });
  if (!isKept) say(port, { type: "gone", prefix: "" });
}

function sayNothingIsThere(port: MessagePort): void {
  say(port, { type: "recalled", known: [], recent: [] });
}
