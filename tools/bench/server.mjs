// Serves the built site with the bench's apps beside it, as a plain static host would.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { root } from "../setup/paths.mjs";

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

/** @typedef {{ requests: number, bytes: number }} Traffic */

/**
 * Starts the server; answers its address, what it has sent since it was last asked, and how to end
 * it. Counted here, because the browser's tools count a page and its worker apart.
 * @returns {Promise<{ address: string, takeTraffic: () => Traffic, close: () => void }>}
 */
export async function serveSite() {
  let traffic = { requests: 0, bytes: 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith("/bench/")
      ? path.join(root, "tools", pathname)
      : path.join(root, "dist", pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    traffic.requests += 1;
    traffic.bytes += found.size;
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "max-age=3600",
    });
    createReadStream(file).pipe(response);
  });
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
    close: () => void server.close(),
  };
}
