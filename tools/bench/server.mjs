// Serves the built site with the bench's apps beside it, as hosts of several kinds would.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { root } from "../setup/paths.mjs";
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
 */

/** @typedef {Awaited<ReturnType<typeof serveSite>>} Server */

/**
 * Starts a host; answers its address, what it has sent since it was last asked, and how to end
 * it. Counted and slowed down here, because the browser's tools take a page and its worker apart.
 * @param {Kind} [kind] without anything, a plain static host
 * @returns {Promise<{ address: string, takeTraffic: () => Traffic, close: () => void }>}
 */
export async function serveSite({ withImages = true, compresses = false, speed } = {}) {
  let traffic = { requests: 0, bytes: 0 };
  const link = speed && new Link(speed);
  /** @type {WeakSet<object>} */
  const used = new WeakSet();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
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
    const headers = {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "max-age=3600",
      ...(encoding ? { "Content-Encoding": encoding } : {}),
    };
    return { file: file + ending, size: found.size, headers };
  }
  return null;
}
