/**
 * The service worker: with it the site, and what its apps have used of it, start with the network
 * off. Nothing needs it; docs/offline.md tells what it does when.
 *
 * Pages of two releases may be open at once under one worker, and nothing has to wait for any of
 * them to be closed: each asks for files by their content, in their name or in `?v=`.
 */
import { collectGarbage } from "../protocol/garbage.ts";
import type { KeepUsed } from "../protocol/offline.ts";
import { hashOf, headersOf, KeptFiles } from "./kept-files.ts";
import { fileAt, fileMeant, pathBelow, type SiteList } from "./site-list.ts";

declare const self: ServiceWorkerGlobalScope & { TABSTREAM_SITE: SiteList };

/**
 * How long a start waits to hear whether there is a new release. It asks at all because a page that
 * is a release behind at every first start would surprise its author.
 */
const NEWS_LIMIT_MS = 400;

/** As the site's owner asked for: pages may share memory with their workers. */
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "credentialless",
};

const list = self.TABSTREAM_SITE;
const { scope } = self.registration;
const kept = new KeptFiles(list, scope, self.caches);
const isIsolated = new URL(self.location.href).searchParams.has("isolated");

self.addEventListener("install", (event) => {
  event.waitUntil(kept.install().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(kept.prune()));

self.addEventListener("message", (event) => {
  const { type, addresses } = event.data as KeepUsed;
  if (type !== "keep_used") return;
  event.waitUntil(
    kept
      .keepUsed(addresses, { withLazy: !savesData() })
      .then(collectGarbage)
      // Now that it is kept, also the page that brought the worker gets it from here: see offline/remembering.ts.
      .then(() => self.clients.claim())
      .then(() => event.ports[0]?.postMessage(null)),
  );
});

self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (isIsolated && isOfSite(event.request)) {
    event.respondWith((answer ?? fetch(event.request)).then(isolated));
  } else if (answer) {
    event.respondWith(answer);
  }
});

/** The answer to a request; null for what is none of the site's files: then the network is asked. */
function answerTo(event: FetchEvent): Promise<Response> | null {
  const { request } = event;
  if (!isOfSite(request) || request.headers.has("range")) return null;
  const address = new URL(request.url);
  const path = pathBelow(address, scope);
  if (path === null) return null;
  if (path === "index.html") return request.mode === "navigate" ? startPage(request) : null;
  const file = fileMeant(address, scope, list);
  if (file) {
    // Asked to pass over what is kept: that may be what a start has failed by.
    if (request.cache === "reload") return kept.renew(file, request);
    const pass = () => kept.pass(file, request, (work) => event.waitUntil(work));
    return kept.find(file).then((found) => found ?? pass());
  }
  // Of an earlier release whose page is open.
  if (path.startsWith("assets/")) {
    return kept.findAny(path).then((found) => found ?? fetch(request));
  }
  return null;
}

function isOfSite({ method, url }: Request): boolean {
  return method === "GET" && url.startsWith(scope);
}

/** The first page: a newer one when the network has it at once, else the one that is kept. */
async function startPage(request: Request): Promise<Response> {
  const file = fileAt("index.html", list);
  const found = file && (await kept.find(file));
  if (!found) return fetch(request);
  const limit = new Promise<null>((resolve) => setTimeout(resolve, NEWS_LIMIT_MS, null));
  const newer = await Promise.race([newerPage(file.hash).catch(() => null), limit]);
  return newer ?? found;
}

/** The first page as the host has it, when that is not the one of this release. */
async function newerPage(hash: string): Promise<Response | null> {
  const response = await fetch(scope, { cache: "no-cache" });
  // What a login or a hotel's network answers is no news of the site.
  if (response.status !== 200 || response.redirected) return null;
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) === hash) return null;
  const isOurs = new TextDecoder().decode(bytes).includes('name="tabstream-offline"');
  return isOurs ? new Response(bytes, { headers: headersOf(response) }) : null;
}

/** The same answer from a page that shares nothing with pages of other origins. */
function isolated(response: Response): Response {
  if (response.status === 0 || response.type === "error") return response;
  const headers = headersOf(response);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

/** Whether the person has asked the browser to load little. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
