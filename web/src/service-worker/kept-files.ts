/**
 * The files of the site that are kept, each under its path and its hash. Two releases can so lie
 * side by side: what is the same in both is there once, and a page that asks for a file of its own
 * release never gets another's. What comes over the network is kept only when it has that hash.
 */
import { PACKED_ENDING } from "../protocol/assets.ts";
import { sha256 } from "../protocol/sha256.ts";
import {
  addressOf,
  fileAt,
  fileMeant,
  keyOf,
  kindOf,
  pathBelow,
  type SiteFile,
  type SiteList,
} from "./site-list.ts";

export class KeptFiles {
  readonly #list: SiteList;
  readonly #scope: string;
  readonly #cache: Promise<Cache>;

  /** The cache's name has the scope in it: a host may have several sites. */
  constructor(list: SiteList, scope: string, caches: CacheStorage) {
    this.#list = list;
    this.#scope = scope;
    this.#cache = caches.open(`tabstream ${scope}`);
  }

  /** A file as it is kept. */
  async find(file: SiteFile): Promise<Response | undefined> {
    return (await this.#cache).match(keyOf(file, this.#scope));
  }

  /** A file of any release: for one whose name tells of its content. */
  async findAny(path: string): Promise<Response | undefined> {
    return (await this.#cache).match(`${this.#scope}${path}`, { ignoreSearch: true });
  }

  /**
   * The answer of the network, kept as it passes; `waitUntil` hears of the work that this is. An
   * answer that turns out not to be the file breaks off at its end: a page of one release must not
   * get the file of another.
   */
  async pass(file: SiteFile, request: Request, waitUntil: (work: Promise<void>) => void) {
    const response = await fetch(request);
    if (response.status !== 200 || !response.body) return response;
    const own = ownOf(file, response);
    const reader = response.body.getReader();
    let end = (): void => {};
    // Said at once: when the last piece has passed, it is too late.
    waitUntil(
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        try {
          const piece = await reader.read();
          if (!piece.done) {
            pieces.push(piece.value);
            return controller.enqueue(piece.value);
          }
          const content = await contentOf(file, await new Blob(pieces).arrayBuffer());
          controller.close();
          // Where the browser has no room for it, the page has it all the same.
          await this.#put(file, own ?? responseOf(content, response)).catch(() => {});
        } catch (error) {
          controller.error(error);
        }
        end();
      },
      cancel: async (reason) => {
        await reader.cancel(reason);
        end();
      },
    });
    return new Response(body, { headers: headersOf(response) });
  }

  /** A file anew from the network, or as it is kept when it does not come, or another one does. */
  async renew(file: SiteFile, request: Request): Promise<Response> {
    try {
      await this.#fetchAnew(file, request.url, "reload");
    } catch (error) {
      console.warn(`tabstream: ${error}`);
    }
    return (await this.find(file)) ?? Response.error();
  }

  /** Keep what every start needs, and the new forms of all that was kept of an earlier release. */
  async install(): Promise<void> {
    const paths = new Set([...this.#list.essential, ...(await this.#successors())]);
    for (const path of paths) {
      const file = fileAt(path, this.#list);
      if (file) await this.#fetchInto(file, addressOf(file, this.#scope));
    }
  }

  /** Keep what a page has used, which the browser still has, and what it may come to use. */
  async keepUsed(addresses: readonly string[], { withLazy }: { withLazy: boolean }): Promise<void> {
    const lazy = withLazy ? this.#list.lazy : [];
    for (const address of [...addresses, ...lazy.map((path) => this.#scope + path)]) {
      const file = fileMeant(new URL(address), this.#scope, this.#list);
      // Of another release: its own worker will keep it.
      if (!file || fileAt(file.path, this.#list)?.hash !== file.hash) continue;
      // One that does not come is no reason to do without the others.
      await this.#fetchInto(file, address).catch(() => {});
    }
  }

  /** Drop what belongs neither to this release nor to the one before, of which pages may be open. */
  async prune(): Promise<void> {
    const cache = await this.#cache;
    const noted = `${this.#scope}?list`;
    const before = await cache.match(noted);
    const lists = [this.#list, { ...this.#list, files: before ? await before.json() : {} }];
    for (const { url } of await cache.keys()) {
      const address = new URL(url);
      if (url === noted) continue;
      const path = pathBelow(address, this.#scope) ?? "";
      const isListed = lists.some((list) => {
        const file = fileAt(path, list);
        return file && keyOf(file, this.#scope) === url;
      });
      if (!isListed) await cache.delete(url);
    }
    await cache.put(noted, Response.json(this.#list.files));
  }

  /** The paths of this release that take the place of what is kept. */
  async #successors(): Promise<string[]> {
    const byKind = new Map(Object.keys(this.#list.files).map((path) => [kindOf(path), path]));
    const kept = (await (await this.#cache).keys()).map(({ url }) =>
      pathBelow(new URL(url), this.#scope),
    );
    return kept.flatMap((path) => {
      if (path === null) return [];
      const next = path in this.#list.files ? path : byKind.get(kindOf(path));
      return next ? [next] : [];
    });
  }

  async #fetchInto(file: SiteFile, address: string): Promise<void> {
    if (await this.find(file)) return;
    // The page has just got it from where the browser keeps files: however old they are there,
    // their hash will tell. Only the first page has the same address in all releases.
    const mode = file.path === "index.html" ? "no-cache" : "force-cache";
    await this.#fetchAnew(file, address, mode).catch(() =>
      this.#fetchAnew(file, address, "reload"),
    );
  }

  async #fetchAnew(file: SiteFile, address: string, cache: RequestCache): Promise<void> {
    const response = await fetch(address, { cache });
    if (response.status !== 200) throw new Error(`${address}: HTTP ${response.status}`);
    const own = ownOf(file, response);
    const content = await contentOf(file, await response.arrayBuffer());
    await this.#put(file, own ?? responseOf(content, response));
  }

  async #put(file: SiteFile, kept: Response): Promise<void> {
    await (await this.#cache).put(keyOf(file, this.#scope), kept);
  }
}

/**
 * What is kept is the host's own answer, unless it was packed: an engine remembers the code that it
 * has compiled only for scripts that came from their address, and not for a response of ours.
 */
function ownOf(file: SiteFile, response: Response): Response | null {
  return isPacked(file) ? null : response.clone();
}

/** A response of ours with what was in the host's. */
function responseOf(content: ArrayBuffer, response: Response): Response {
  return new Response(content, { headers: headersOf(response) });
}

/** The bytes to keep, unpacked, which spares every start doing it; throws for other bytes. */
async function contentOf(file: SiteFile, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const content = isPacked(file) ? await unpacked(bytes) : bytes;
  if (file.isOwnHash && (await hashOf(content)) !== file.hash) {
    throw new Error(`${file.path} is not that of this release`);
  }
  return content;
}

function isPacked({ path }: SiteFile): boolean {
  return path.endsWith(PACKED_ENDING);
}

/** A host may have unpacked a packed file on its own, and told the browser so. */
async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).arrayBuffer();
}

/** As the build writes it: half of it is enough to tell releases apart. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  return (await sha256(bytes)).slice(0, 16);
}

/** The headers of an answer that is handed on: its bytes are not as they came any more. */
export function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return headers;
}
