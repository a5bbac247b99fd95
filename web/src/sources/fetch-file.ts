import { concatBytes } from "./bytes.ts";
import { failures, SourceError } from "./errors.ts";
import type { SourceEnv } from "./project.ts";
import { megabytes } from "./project-paths.ts";

export interface FetchRequest {
  url: string;
  /** What the person gave, for messages. */
  asked: string;
  limit_bytes: number;
  headers?: Record<string, string>;
}

export interface FetchedFile {
  bytes: Uint8Array;
  /** Where it came from in the end, after redirects. */
  url: string;
  etag: string | undefined;
}

/** Fetches one file, or throws the `SourceError` that says why it cannot be had. */
export async function fetchFile(request: FetchRequest, env: SourceEnv): Promise<FetchedFile> {
  return readAnswer(await fetchAnswer(request, env), request, env);
}

/** The file that `response` brings, or the `SourceError` that its status means. */
export async function readAnswer(
  response: Response,
  request: FetchRequest,
  env: SourceEnv,
): Promise<FetchedFile> {
  if (!response.ok) throw failureOf(response, request, env);
  const bytes = await readWithin(response, request);
  return {
    bytes,
    url: response.url || request.url,
    etag: response.headers.get("etag") ?? undefined,
  };
}

/** The answer, whatever its status; throws when there is none that this page may read. */
export async function fetchAnswer(request: FetchRequest, env: SourceEnv): Promise<Response> {
  const url = new URL(request.url);
  const isSafeSite = new URL(env.site).protocol === "https:";
  if (isSafeSite && url.protocol === "http:" && !isLoopback(url)) {
    throw failures.insecure(request.asked);
  }
  try {
    // Always ask whether there is a newer one, for the author may just have saved it.
    return await env.fetch(request.url, {
      cache: "no-cache",
      ...(request.headers && { headers: request.headers }),
    });
  } catch {
    throw await whyNoAnswer(url, request.asked, env);
  }
}

/** A refusal by CORS looks like a dead host; asking without wanting to read tells them apart. */
async function whyNoAnswer(url: URL, asked: string, env: SourceEnv): Promise<SourceError> {
  if (url.origin === new URL(env.site).origin) return failures.network(asked, url.host);
  try {
    await env.fetch(url.href, { mode: "no-cors" });
    return failures.cors(asked, url.host);
  } catch {
    return failures.network(asked, url.host);
  }
}

function failureOf(response: Response, { url, asked }: FetchRequest, env: SourceEnv): SourceError {
  const { status, headers } = response;
  if (status === 404 || status === 410) return failures.missing(asked);
  const isUsedUp = headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after");
  if (status === 429 || (status === 403 && isUsedUp)) {
    const minutes = minutesUntilReset(headers, env.now());
    return failures.limit(asked, new URL(url).host, status, minutes);
  }
  if (status === 401 || status === 403) return failures.refused(asked, status);
  return failures.server(asked, status);
}

function minutesUntilReset(headers: Headers, now_ms: number): number | undefined {
  const wait_s = Number(headers.get("retry-after") ?? Number.NaN);
  if (wait_s > 0) return Math.ceil(wait_s / 60);
  const reset_s = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  return reset_s > 0 ? Math.max(1, Math.ceil((reset_s - now_ms / 1000) / 60)) : undefined;
}

/** Reads the body, and stops as soon as it is larger than allowed, whatever its header said. */
async function readWithin(response: Response, request: FetchRequest): Promise<Uint8Array> {
  const { asked, limit_bytes } = request;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size_bytes = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      size_bytes += part.value.length;
      if (size_bytes > limit_bytes) {
        await reader.cancel();
        const limit = megabytes(limit_bytes);
        throw failures.tooLarge(asked, `It has more than ${limit}`, limit);
      }
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw failures.network(asked, new URL(request.url).host);
  }
  return concatBytes(parts);
}

function isLoopback(url: URL): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/.test(url.hostname);
}
