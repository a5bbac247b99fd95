/**
 * Cached results that outlive a reload, as Python sees them: what is known of them, their bytes as
 * far as they are here, and the way to the storage; see protocol/results.ts.
 *
 * A script cannot wait for the storage everywhere. So the results that were used last are asked
 * for while Python starts, and are here when the script looks for them; the others can only be
 * fetched where Python can be suspended.
 */
import {
  type FromResults,
  type KnownResult,
  MAX_APP_BYTES,
  MAX_KEY_LENGTH,
  type ToResults,
} from "../protocol/results.ts";
import { copyOutUpTo, type PyBytes } from "./py-bytes.ts";

/** A storage that is silent for so long is not waited for: the script computes by itself. */
const FETCH_LIMIT_MS = 3_000;

/** What the storage would refuse unheard, and nobody could say then why. */
const REFUSALS = {
  large: `A cached result is larger than the ${MAX_APP_BYTES / 1024 / 1024} MB that an app may keep: after a reload it is computed anew.`,
  name: "A cached function has a name that is too long to keep results under it: after a reload they are computed anew.",
};

export class Results {
  readonly #port: MessagePort | null;
  readonly #tell: (text: string) => void;
  readonly #onFirstPut: () => void;
  #hasPut = false;
  /** Whether the person wants results kept. */
  #isKept = true;
  readonly #known = new Map<string, KnownResult>();
  /** Bytes that have come and that Python has not taken. */
  readonly #here = new Map<string, ArrayBuffer>();
  readonly #asked = new Map<number, (content: ArrayBuffer | null) => void>();
  #lastId = 0;
  readonly #recall: Promise<void>;
  #endRecall = (): void => {};
  /** Which results went before the recall was answered: the answer may not know of it. */
  #goneEarly: ((result: KnownResult) => boolean)[] | null = [];
  readonly #toldRefusals = new Set<keyof typeof REFUSALS>();

  /**
   * Asks for what is there at once; with no port nothing is there, and nothing is kept.
   * `onFirstPut` brings the storage, where it has not been needed so far.
   */
  constructor(port: MessagePort | null, tell: (text: string) => void, onFirstPut: () => void) {
    this.#port = port;
    this.#tell = tell;
    this.#onFirstPut = onFirstPut;
    this.#recall = new Promise((resolve) => {
      this.#endRecall = resolve;
    });
    if (!port) {
      this.#endRecall();
      return;
    }
    port.onmessage = (event: MessageEvent<FromResults>) => this.#receive(event.data);
    // Nobody is at the other end; not every browser says so.
    port.addEventListener("close", () => this.#endRecall());
    this.#post({ type: "recall" });
  }

  /** Resolves when it is known what is there, or after a time. */
  async recalled(limit_ms: number): Promise<void> {
    await withLimit(this.#recall, limit_ms);
  }

  // ---- called by Python -----------------------------------------------------------------------

  /** All that is known, as a JSON array of `{key, size, made}`. */
  listing(): string {
    return JSON.stringify([...this.#known.values()]);
  }

  /** "here": `take` has its bytes; "stored": `fetch` has them; empty: nothing is known of it. */
  has(key: string): "here" | "stored" | "" {
    if (this.#here.has(key)) return "here";
    return this.#known.has(key) ? "stored" : "";
  }

  /** The bytes of a result that are here. They are Python's from then on, and here no more. */
  take(key: string): Uint8Array | undefined {
    const content = this.#here.get(key);
    if (!content) return undefined;
    this.#here.delete(key);
    this.#post({ type: "used", key });
    return new Uint8Array(content);
  }

  /** The bytes of a result, wherever they are; undefined when they do not come in time. */
  async fetch(key: string): Promise<Uint8Array | undefined> {
    const here = this.take(key);
    if (here || !this.#port) return here;
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<ArrayBuffer | null>((resolve) => {
      this.#asked.set(id, resolve);
      this.#post({ type: "fetch", id, key });
    });
    const content = await withLimit(answer, FETCH_LIMIT_MS);
    this.#asked.delete(id);
    if (content === null) this.#known.delete(key);
    return content ? new Uint8Array(content) : undefined;
  }

  /**
   * Keep a result that was computed at `made`, in milliseconds since 1970. It is known from then on;
   * should the storage refuse it after all, that comes by the port.
   */
  put(key: string, made: number, bytes: PyBytes): void {
    if (!this.#port || !this.#isKept) return;
    if (key.length > MAX_KEY_LENGTH) return this.#refuse("name");
    const content = copyOutUpTo(MAX_APP_BYTES, bytes);
    if (!content) return this.#refuse("large");
    this.#here.delete(key);
    this.#known.set(key, { key, size: content.byteLength, made });
    this.#post({ type: "put", key, made, content }, [content]);
    if (!this.#hasPut) this.#onFirstPut();
    this.#hasPut = true;
  }

  /** Forget all results whose key begins with `prefix`. */
  drop(prefix: string): void {
    this.#forgetPrefix(prefix);
    this.#post({ type: "drop", prefix });
  }

  /** Say once why something is not kept. */
  #refuse(refusal: keyof typeof REFUSALS): void {
    if (this.#toldRefusals.has(refusal)) return;
    this.#toldRefusals.add(refusal);
    this.#tell(REFUSALS[refusal]);
  }

  // ---- the storage ----------------------------------------------------------------------------

  #receive(message: FromResults): void {
    switch (message.type) {
      case "recalled":
        return this.#onRecalled(message);
      case "fetched":
        return this.#asked.get(message.id)?.(message.content);
      case "known": {
        const { key, size, made } = message;
        this.#here.delete(key); // the other tab's result is newer
        this.#known.set(key, { key, size, made });
        return;
      }
      case "gone":
        return this.#forgetPrefix(message.prefix);
      case "lost": {
        const made = new Map(message.results.map((result) => [result.key, result.made]));
        return this.#forget((result) => made.get(result.key) === result.made);
      }
      case "switched":
        this.#isKept = message.isKept;
        return;
      case "problem":
        return this.#tell(message.text);
      default:
        message satisfies never;
    }
  }

  #onRecalled({ known, recent }: Extract<FromResults, { type: "recalled" }>): void {
    const goneEarly = this.#goneEarly ?? [];
    this.#goneEarly = null;
    const contents = new Map(recent.map(({ key, content }) => [key, content]));
    for (const result of known) {
      const { key } = result;
      // The script has begun without waiting, and has put or dropped this one.
      if (this.#known.has(key) || goneEarly.some((isGone) => isGone(result))) continue;
      this.#known.set(key, result);
      const content = contents.get(key);
      if (content) this.#here.set(key, content);
    }
    this.#endRecall();
  }

  #forgetPrefix(prefix: string): void {
    this.#forget(({ key }) => key.startsWith(prefix));
  }

  #forget(isGone: (result: KnownResult) => boolean): void {
    this.#goneEarly?.push(isGone);
    for (const result of this.#known.values()) {
      if (!isGone(result)) continue;
      this.#known.delete(result.key);
      this.#here.delete(result.key);
    }
  }

  #post(message: ToResults, transfer: ArrayBuffer[] = []): void {
    this.#port?.postMessage(message, transfer);
  }
}

/** What a promise comes to, or undefined after a time. */
async function withLimit<T>(promise: Promise<T>, limit_ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limit_ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
