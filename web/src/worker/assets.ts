/**
 * Where the worker gets the site's assets: by their address, or by asking the view for each, in a
 * frame that may fetch nothing from the site. Counts the bytes as they arrive.
 */
import { PACKED_ENDING, versioned } from "../protocol/assets.ts";
import { stage, traced } from "../protocol/trace.ts";
import { unpack } from "../protocol/unpack.ts";
import type { Boot, BootFailure, FromWorker, Prepare } from "../protocol/worker.ts";

/**
 * The address Pyodide is told its files lie under. Nothing is there: every fetch of it is answered
 * by `Assets.open`, so that both ways of getting an asset are one.
 */
export const VIRTUAL_BASE = "https://assets.invalid/";

/** An asset that did not come, or is not what it should be. */
export class AssetError extends Error {
  readonly failure: BootFailure;

  constructor(reason: "asset" | "broken_asset", path: string, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    super(`${path}: ${detail}`);
    this.failure = { reason, what: path, detail };
  }
}

type Bytes = Uint8Array<ArrayBuffer>;
/** Answers what to throw when an asset does not come. */
type OnFailure = (error: unknown) => unknown;
type Answer = { bytes: ArrayBuffer | null; error?: string };
type Asked = { path: string; resolve: (answer: Answer) => void };

export class Assets {
  /** Rejects with the first asset that fails; Pyodide itself would wait for it for ever. */
  readonly failed: Promise<never>;
  readonly #base: string | null;
  /** Whether what the browser has kept is passed over. */
  readonly #isFresh: boolean;
  readonly #versions: Boot["versions"];
  /** The paths of what is fetched packed. */
  readonly #packed: ReadonlySet<string>;
  readonly #post: (message: FromWorker) => void;
  readonly #onBytes: (path: string, count: number) => void;
  readonly #fetch = fetch.bind(self);
  readonly #asked = new Map<number, Asked>();
  readonly #given = new Map<string, Promise<Bytes>>();
  #fail: (error: AssetError) => void = () => {};
  #lastId = 0;

  constructor(
    { base, isFresh, versions, packed }: Omit<Prepare, "type" | "core">,
    post: (message: FromWorker) => void,
    onBytes: (path: string, count: number) => void,
  ) {
    this.#base = base;
    this.#isFresh = isFresh;
    this.#versions = versions;
    this.#packed = new Set(packed);
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
    const given = this.#given.get(path);
    this.#given.delete(path);
    // What was promised by somebody else and does not come is no failure of the site's.
    if (given) return new Response(await given, { headers: { "Content-Type": contentType(path) } });
    const onFailure = (error: unknown) => this.fail("asset", path, error);
    try {
      const stream = this.#packed.has(path) ? await this.#openPacked(path, onFailure) : null;
      return asResponse(path, stream ?? this.#counted(path, await this.#get(path), onFailure));
    } catch (error) {
      throw onFailure(error);
    }
  }

  /** The same for an asset that a start can do without: its failure is its caller's alone. */
  async tryOpen(path: string): Promise<Response> {
    return asResponse(
      path,
      this.#counted(path, await this.#get(path), (error) => error),
    );
  }

  /** All of such an asset, where the view hands it in as a whole anyway; null: it comes in pieces. */
  async tryWhole(path: string): Promise<ArrayBuffer | null> {
    if (this.#base !== null) return null;
    const bytes = await this.#ask(path);
    this.#onBytes(path, Number.POSITIVE_INFINITY);
    return bytes;
  }

  /** Note that an asset is there, which came another way. */
  countWhole(path: string): void {
    const announced = this.#packed.has(path) ? path + PACKED_ENDING : path;
    this.#onBytes(announced, Number.POSITIVE_INFINITY);
  }

  /** Answer for an asset, once, with bytes that are there already or on their way. */
  give(path: string, bytes: Promise<Bytes>): void {
    this.#given.set(path, bytes);
  }

  /** What is in a packed asset, as it comes; null where the host does not have it. */
  async #openPacked(path: string, onFailure: OnFailure): Promise<ReadableStream<Bytes> | null> {
    const packed = path + PACKED_ENDING;
    const response = await this.#get(packed).catch(() => null);
    return response && (await unpack(this.#counted(packed, response, onFailure)));
  }

  /** Import an asset that is a module. */
  async module<T>(path: string): Promise<T> {
    const address = await this.#moduleAddress(path);
    try {
      const module: T = await import(/* @vite-ignore */ address);
      this.#onBytes(path, Number.POSITIVE_INFINITY);
      return module;
    } catch (error) {
      throw this.fail("asset", path, error);
    } finally {
      if (this.#base === null) URL.revokeObjectURL(address);
    }
  }

  /** Note that an asset is of no use; answers what to throw. */
  fail(reason: "asset" | "broken_asset", path: string, cause: unknown): AssetError {
    const error = cause instanceof AssetError ? cause : new AssetError(reason, path, cause);
    this.#fail(error);
    return error;
  }

  /** Take the view's answer to an `ask`. */
  answer(id: number, answer: Answer): void {
    this.#asked.get(id)?.resolve(answer);
    this.#asked.delete(id);
  }

  /** Take the view's news that a part of what was asked for has come. */
  arrived(id: number, count: number): void {
    const asked = this.#asked.get(id);
    if (asked) this.#onBytes(asked.path, count);
  }

  async #get(path: string): Promise<Response> {
    if (this.#base === null) return new Response(await this.#ask(path));
    const cache = this.#isFresh ? "reload" : "default";
    const address = new URL(this.#address(path), this.#base);
    const response = await traced(`ask for ${path}`, this.#fetch(address, { cache }));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  }

  /** How it is asked for: its content is part of the name. */
  #address(path: string): string {
    return versioned(path, this.#versions);
  }

  async #ask(path: string): Promise<ArrayBuffer> {
    const id = ++this.#lastId;
    const { bytes, error } = await new Promise<Answer>((resolve) => {
      this.#asked.set(id, { path, resolve });
      this.#post({ type: "ask", id, path: this.#address(path), isFresh: this.#isFresh });
    });
    if (!bytes) throw new Error(error ?? "it is not there");
    return bytes;
  }

  /**
   * The body of a response, but each piece is counted under the name that it is announced by, and
   * one that does not come is a failure.
   */
  #counted(announced: string, response: Response, onFailure: OnFailure): ReadableStream<Bytes> {
    const reader = response.body?.getReader();
    const end = stage(`read ${announced}`);
    return new ReadableStream<Bytes>({
      pull: async (controller) => {
        try {
          const piece = await reader?.read();
          if (!piece || piece.done) {
            end();
            return controller.close();
          }
          this.#onBytes(announced, piece.value.byteLength);
          controller.enqueue(piece.value);
        } catch (error) {
          throw onFailure(error);
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    });
  }

  async #moduleAddress(path: string): Promise<string> {
    const address = this.#base && new URL(this.#address(path), this.#base).href;
    if (address !== null && !this.#isFresh) return address;
    const bytes = await (await this.open(path)).arrayBuffer();
    // An import cannot pass over what the browser has kept, but now that is fresh.
    if (address !== null) return address;
    return URL.createObjectURL(new Blob([bytes], { type: contentType(path) }));
  }
}

function asResponse(path: string, body: ReadableStream<Bytes>): Response {
  // Not the host's own type: a host that does not know .wasm would break streaming compilation.
  return new Response(body, { headers: { "Content-Type": contentType(path) } });
}

function contentType(path: string): string {
  if (path.endsWith(".wasm")) return "application/wasm";
  if (path.endsWith(".json")) return "application/json";
  return path.endsWith(".mjs") ? "text/javascript" : "application/octet-stream";
}
