// Serves the built site with the bench's apps beside it, as hosts of several kinds would.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { root } from "../setup/paths.mjs";
import { contentHash } from "../site/content-hash.mjs";
import { Link } from "./link.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Copies of files that a host may hand out instead, the best first. */
const ENCODINGS = { br: ".br", gzip: ".gz" };

/** @typedef {{ requests: number, bytes: number }} Traffic bytes of the contents, as they are sent */

/**
 * @typedef {object} Kind
 * @property {boolean} [withImages] whether it has memory images; else Python starts plainly
 * @property {boolean} [compresses] whether it hands out the compressed copies beside the files
 * @property {{ bitsPerSecond: number, latency_ms: number }} [speed] of the link to it
 * @property {"starts" | "reruns"} [tells] what its pages tell: when an app is there, or how long reruns take
 * @property {boolean} [framesAll] whether every app has a frame of its own
 */

/** Where pages tell what they have measured. */
const TOLD = "/bench/told";

/** What tells of reruns. */
const RERUNS = "./bench/reruns-page.mjs";

/** @typedef {Awaited<ReturnType<typeof serveSite>>} Server */

/**
 * Starts a host; answers its address, what it has sent since it was last asked, and how to end
 * it. Counted and slowed down here, because the browser's tools take a page and its worker apart.
 * @param {Kind} [kind] without anything, a plain static host
 */
export async function serveSite(kind = {}) {
  const { withImages = true, compresses = false, speed } = kind;
  const ears = new Ears();
  const changed = kind.tells || kind.framesAll ? await changedPages(kind) : new Map();
  let traffic = { requests: 0, bytes: 0 };
  const link = speed && new Link(speed);
  /** @type {WeakSet<object>} */
  const used = new WeakSet();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === TOLD) {
      ears.tell(JSON.parse(await text(request)));
      response.writeHead(204).end();
      return;
    }
    const own = changed.get(pathname);
    if (own) {
      response.writeHead(200, headersOf(pathname, own.length)).end(own);
      return;
    }
    const accepted = compresses ? `${request.headers["accept-encoding"]}` : "";
    const isThere = withImages || !pathname.startsWith("/images/");
    const found = isThere ? await tryFile(pathname, accepted) : null;
    traffic.bytes += found?.size ?? 0;
    traffic.requests += 1;
    if (link) await sendSlowly(link, request, response, found);
    else if (found) createReadStream(found.file).pipe(response.writeHead(200, found.headers));
    else response.writeHead(404).end();
  });
  /**
   * @param {Link} link
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {Awaited<ReturnType<typeof tryFile>>} found
   */
  async function sendSlowly(link, { socket }, response, found) {
    const isNew = !used.has(socket);
    used.add(socket);
    const content = found ? await readFile(found.file) : new Uint8Array(0);
    await link.delay(isNew);
    response.writeHead(found ? 200 : 404, found?.headers ?? {}).flushHeaders();
    await link.send(content, (piece) => {
      if (!response.destroyed) response.write(piece);
      return !response.destroyed;
    });
    response.end();
  }
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    /** Resolves with what a page tells next under a name. @param {string} name */
    hear: (name) => ears.hear(name),
    /** What has been sent since this was last asked. @returns {Traffic} */
    takeTraffic() {
      const taken = traffic;
      traffic = { requests: 0, bytes: 0 };
      return taken;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Reads what is at an address, in the best form that is accepted; null: nothing is.
 * @param {string} pathname
 * @param {string} accepted
 */
async function tryFile(pathname, accepted) {
  const file = pathname.startsWith("/bench/")
    ? path.join(root, "tools", pathname)
    : path.join(root, "dist", pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const encodings = Object.entries(ENCODINGS).filter(([name]) => accepted.includes(name));
  for (const [encoding, ending] of [...encodings, ["", ""]]) {
    const found = await stat(file + ending).catch(() => undefined);
    if (!found?.isFile()) continue;
    const encoded = encoding ? { "Content-Encoding": encoding } : {};
    const headers = { ...headersOf(file, found.size), ...encoded };
    return { file: file + ending, size: found.size, headers };
  }
  return null;
}

/**
 * @param {string} file
 * @param {number} size
 */
function headersOf(file, size) {
  return {
    "Content-Type": TYPES[path.extname(file) || ".html"] ?? "application/octet-stream",
    "Content-Length": size,
    "Cache-Control": "max-age=3600",
  };
}

/**
 * The first page with what the bench adds to it, and the service worker that knows of it: it keeps
 * no page but the one of its list.
 * @param {Kind} kind
 * @returns {Promise<Map<string, Buffer>>} by path
 */
async function changedPages({ withImages = true, tells, framesAll }) {
  const read = (/** @type {string} */ file) => readFile(path.join(root, "dist", file), "utf8");
  const [page, worker] = await Promise.all([read("index.html"), read("service-worker.js")]);
  const tell = tells === "reruns" ? RERUNS : `./bench/tell.mjs?images=${withImages ? 1 : 0}`;
  const frames = '<meta name="tabstream-frames" content="all">';
  // The page's own scripts do not wait for one that is async.
  const script = `<script type="module" async src="${tell}"></script>`;
  const added = (framesAll ? frames : "") + (tells ? script : "");
  const changed = page.replace("<head>", `<head>${added}`);
  const hashed = worker.replaceAll(contentHash(page), contentHash(changed));
  return new Map([
    ["/", Buffer.from(changed)],
    ["/service-worker.js", Buffer.from(hashed)],
  ]);
}

/** @typedef {{ name: string, time: any }} Told */

/** Brings what pages tell to those who wait for it; what nobody waits for yet is kept. */
class Ears {
  /** @type {Map<string, Told[]>} */
  #told = new Map();
  /** @type {Map<string, (told: Told) => void>} */
  #waiting = new Map();

  /** @param {Told} told */
  tell(told) {
    const waiting = this.#waiting.get(told.name);
    this.#waiting.delete(told.name);
    if (waiting) waiting(told);
    else this.#told.set(told.name, [...(this.#told.get(told.name) ?? []), told]);
  }

  /** @param {string} name */
  async hear(name) {
    const told = this.#told.get(name)?.shift();
    if (told) return told.time;
    const signal = AbortSignal.timeout(HEAR_TIMEOUT_MS);
    return await new Promise((resolve, reject) => {
      signal.onabort = () => reject(new Error(`No page has told "${name}".`));
      this.#waiting.set(name, ({ time }) => resolve(time));
    });
  }
}

const HEAR_TIMEOUT_MS = 300_000;
