/**
 * Where the worker gets the site's assets: by their address, or by asking the view for each, in a
 * frame that may fetch nothing from the site. Counts the bytes as they arrive.
 */
import type { BootFailure, FromWorker } from "../protocol/worker.ts";

/**
 * The address Pyodide is told its files lie under. Nothing is there: every fetch of it is answered
 * by `Assets.open`, so that both ways of getting an asset are one.
 */
export const VIRTUAL_BASE = "https://assets.invalid/";

/** An asset that did not come, or is not what it should be. */
export class AssetError extends Error {
  readonly failure: BootFailure;

  constructor(failure: BootFailure) {
    super(`${failure.what}: ${failure.detail}`);
    this.failure = failure;
  }
}

type Answer = { bytes: ArrayBuffer | null; error?: string };

export class Assets {
  /** Rejects with the first asset that fails; Pyodide itself would wait for it for ever. */
  readonly failed: Promise<never>;
  readonly #base: string | null;
  readonly #post: (message: FromWorker) => void;
  readonly #onBytes: (path: string, count: number) => void;
  readonly #fetch = fetch.bind(self);
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #fail: (error: AssetError) => void = () => {};
  #lastId = 0;

  constructor(
    base: string | null,
    post: (message: FromWorker) => void,
    onBytes: (path: string, count: number) => void,
  ) {
    this.#base = base;
    this.#post = post;
    this.#onBytes = onBytes;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // The failure is also thrown where the asset was wanted; nobody may be listening here.
    this.failed.catch(() => {});
  }

  /** Answer fetches of `VIRTUAL_BASE` from here on; all others go to the network as they are. */
  serveFetch(): void {
    self.fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      if (!address.startsWith(VIRTUAL_BASE)) return this.#fetch(input, init);
      return this.open(address.slice(VIRTUAL_BASE.length));
    };
  }

  /** An asset as a response whose bytes are counted. */
  async open(path: string): Promise<Response> {
    try {
      const response = await this.#get(path);
      return path.endsWith(".wasm") ? await this.#checkedWasm(path, response) : response;
    } catch (error) {
      const failure = error instanceof AssetError ? error : unreachable(path, error);
      this.#fail(failure);
      throw failure;
    }
  }

  /** Import an asset that is a module. */
  async module<T>(path: string): Promise<T> {
    if (this.#base !== null) {
      const module = await import(/* @vite-ignore */ new URL(path, this.#base).href).catch(
        (error: unknown) => {
          const failure = unreachable(path, error);
          this.#fail(failure);
          throw failure;
        },
      );
      this.#onBytes(path, Number.POSITIVE_INFINITY);
      return module;
    }
    const bytes = await (await this.open(path)).arrayBuffer();
    const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
    try {
      return await import(/* @vite-ignore */ address);
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** Take the view's answer to an `ask`. */
  answer(id: number, answer: Answer): void {
    this.#asked.get(id)?.(answer);
    this.#asked.delete(id);
  }

  async #get(path: string): Promise<Response> {
    if (this.#base === null) return this.#ask(path);
    const response = await this.#fetch(new URL(path, this.#base));
    if (!response.ok) {
      throw new AssetError({ reason: "asset", what: path, detail: `HTTP ${response.status}` });
    }
    return this.#counted(path, response);
  }

  async #ask(path: string): Promise<Response> {
    const id = ++this.#lastId;
    const { bytes, error } = await new Promise<Answer>((resolve) => {
      this.#asked.set(id, resolve);
      this.#post({ type: "ask", id, path });
    });
    if (!bytes) {
      throw new AssetError({ reason: "asset", what: path, detail: error ?? "not there" });
    }
    this.#onBytes(path, bytes.byteLength);
    return new Response(bytes, { headers: { "Content-Type": contentType(path) } });
  }

  #counted(path: string, response: Response): Response {
    if (!response.body) return response;
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        this.#onBytes(path, chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    // Not the host's own type: a host that does not know .wasm would break streaming compilation.
    const headers = { "Content-Type": contentType(path) };
    return new Response(response.body.pipeThrough(count), { headers });
  }

  /**
   * Look at the first four bytes before Pyodide does: it never settles on what is not wasm, such
   * as the error page that a host answers with status 200.
   */
  async #checkedWasm(path: string, response: Response): Promise<Response> {
    const reader = response.body?.getReader();
    const first = await reader?.read();
    if (!reader || !first?.value || !startsLikeWasm(first.value)) {
      const detail = "its first bytes are not those of a WebAssembly file";
      throw new AssetError({ reason: "broken_asset", what: path, detail });
    }
    const { value } = first;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(value),
      pull: async (controller) => {
        const next = await reader.read().catch((error: unknown) => {
          const failure = unreachable(path, error);
          this.#fail(failure);
          throw failure;
        });
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    });
    return new Response(body, { headers: response.headers });
  }
}

function startsLikeWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

function unreachable(path: string, error: unknown): AssetError {
  const detail = error instanceof Error ? error.message : String(error);
  return new AssetError({ reason: "asset", what: path, detail });
}

function contentType(path: string): string {
  if (path.endsWith(".wasm")) return "application/wasm";
  if (path.endsWith(".json")) return "application/json";
  return path.endsWith(".mjs") ? "text/javascript" : "application/octet-stream";
}
