/** A worker as the unit holds it: from its start until it ends, by itself or by the unit. */
import type { ToPython } from "../protocol/messages.ts";
import type { Boot, FromWorker, Open, ToWorker } from "../protocol/worker.ts";
import { Signals } from "./signals.ts";

/** What a worker has to tell. */
export interface WorkerListener {
  onMessage(message: Exclude<FromWorker, { type: "alive" }>): void;
  /** It has ended by itself; nothing follows. */
  onEnd(detail: string): void;
}

export class AppWorker {
  readonly signals = new Signals();
  readonly #worker: Worker;
  readonly #listener: WorkerListener;
  /** The lock that the worker holds while it lives. */
  readonly #life = `tabstream worker ${Math.random()}`;
  readonly #watch = new AbortController();

  constructor(worker: Worker, listener: WorkerListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "alive") this.#watchLife();
      else listener.onMessage(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      listener.onEnd(event.message || "its code could not be loaded");
    };
  }

  /** Start the interpreter; see protocol/worker.ts. */
  boot(options: Omit<Boot, "type" | "signals" | "life">): void {
    this.post({ ...options, type: "boot", signals: this.signals.buffers, life: this.#life });
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

  /** End it, whatever it is at. */
  end(): void {
    this.#watch.abort();
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.terminate();
  }

  /** No event tells of a worker that ran out of memory or closed itself; but its lock is free. */
  #watchLife(): void {
    const onFree = (): void => this.#listener.onEnd("it ended without a word");
    navigator.locks.request(this.#life, { signal: this.#watch.signal }, onFree).catch(() => {});
  }
}
