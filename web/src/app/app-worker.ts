/** A worker as the unit holds it: from its start until it ends, by itself or by the unit. */
import type { ToPython } from "../protocol/messages.ts";
import type { FromWorker, Open, ToWorker } from "../protocol/worker.ts";
import type { BootOptions } from "./boot-options.ts";
import type { Loader } from "./loader.ts";
import { Signals } from "./signals.ts";

type Told = Exclude<FromWorker, { type: "alive" | "pong" | "ask" }>;

/** What a worker has to tell. */
export interface WorkerListener {
  onMessage(message: Told): void;
  /** It has ended by itself; nothing follows. */
  onEnd(detail: string): void;
}

export class AppWorker {
  readonly signals = new Signals();
  readonly #worker: Worker;
  readonly #loader: Pick<Loader, "bytes">;
  #listener: WorkerListener | null;
  /** What it has told and nobody has heard yet. */
  #unheard: Told[] = [];
  /** The lock that the worker holds while it lives. */
  readonly #life = `tabstream worker ${Math.random()}`;
  /** The other end of it goes when the worker does. */
  readonly #lifeline = new MessageChannel();
  readonly #watch = new AbortController();
  #hasSpoken = false;
  /** Those who wait for a sign of life. */
  #waiting: (() => void)[] = [];

  /** Without a listener what it tells waits for the first one. */
  constructor(
    worker: Worker,
    loader: Pick<Loader, "bytes">,
    listener: WorkerListener | null = null,
  ) {
    this.#worker = worker;
    this.#loader = loader;
    this.#listener = listener;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      const what = event.message || "its code could not be loaded";
      // A worker outlives what goes wrong in it, such as in a timer that the script has set.
      if (!this.#hasSpoken) this.#end(what);
      else this.#tell({ type: "log", level: "error", text: what });
    };
  }

  /** Whether it is gone, or of no use, and nobody has heard of it. */
  get hasFailed(): boolean {
    return this.#watch.signal.aborted || this.#unheard.some(({ type }) => type === "failed");
  }

  /**
   * Tell another one from here on: it has become somebody's own. What nobody has heard yet comes
   * when the caller is done.
   */
  listen(listener: WorkerListener): void {
    this.#listener = listener;
    setTimeout(() => this.#catchUp());
  }

  /** Start the interpreter; see protocol/worker.ts. */
  boot(options: BootOptions): void {
    const { port1, port2 } = this.#lifeline;
    const { buffers } = this.signals;
    // Not every browser has this event; the lock tells the others. Where there are no locks, in a
    // frame with an origin of its own, it is all there is.
    port1.addEventListener("close", () => this.#end("it ended without a word"));
    port1.start();
    this.post({ ...options, type: "boot", signals: buffers, life: this.#life, lifeline: port2 }, [
      port2,
    ]);
  }

  /** Put an app into it, as soon as it has booted. */
  open(options: Omit<Open, "type">): void {
    this.post({ ...options, type: "open" }, options.results ? [options.results] : []);
  }

  post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  toPython(message: ToPython): void {
    const text = JSON.stringify(message);
    this.post({ type: "python", text, event: this.signals.newest });
  }

  /** Whether it gives a sign of life within a time. One that runs a script may give none. */
  answers(limit_ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      setTimeout(() => resolve(false), limit_ms);
      this.#waiting.push(() => resolve(true));
      this.post({ type: "ping" });
    });
  }

  /** End it, whatever it is at. */
  end(): void {
    this.#watch.abort();
    this.#unheard = [];
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#lifeline.port1.close();
    this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    this.#hasSpoken = true;
    for (const answer of this.#waiting.splice(0)) answer();
    if (message.type === "alive") this.#watchLife();
    else if (message.type === "ask") void this.#answer(message);
    else if (message.type !== "pong") this.#tell(message);
  }

  /** One after the other, in the order in which they came. */
  #tell(message: Told): void {
    const isWaiting = this.#unheard.length > 0 || !this.#listener;
    if (isWaiting) this.#unheard.push(message);
    else this.#listener?.onMessage(message);
  }

  #catchUp(): void {
    // Whoever hears of a failure may end it: then nothing follows.
    for (let next = this.#unheard.shift(); next; next = this.#unheard.shift()) {
      this.#listener?.onMessage(next);
    }
  }

  /** Hand it an asset that it may not fetch by itself. */
  async #answer({ id, path, isFresh }: Extract<FromWorker, { type: "ask" }>): Promise<void> {
    const cache = isFresh ? "reload" : "default";
    const onBytes = (count: number): void => this.post({ type: "arrived", id, count });
    try {
      const bytes = await this.#loader.bytes(path, { cache, onBytes });
      this.post({ type: "answer", id, bytes }, [bytes]);
    } catch (error) {
      this.post({ type: "answer", id, bytes: null, error: String(error) });
    }
  }

  /** No event tells of a worker that ran out of memory or closed itself; but its lock is free. */
  #watchLife(): void {
    const onFree = (): void => this.#end("it ended without a word");
    navigator.locks?.request(this.#life, { signal: this.#watch.signal }, onFree).catch(() => {});
  }

  /** It has ended by itself, which may be noticed in two ways. */
  #end(detail: string): void {
    if (this.#watch.signal.aborted) return;
    this.end();
    this.#listener?.onEnd(detail);
  }
}
