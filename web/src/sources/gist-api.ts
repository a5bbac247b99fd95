import { failures } from "./errors.ts";
import { type FetchRequest, fetchAnswer, fetchFile, readAnswer } from "./fetch-file.ts";
import type { GistPlace } from "./locate.ts";
import type { SourceEnv } from "./project.ts";
import { MAX_FILE_BYTES, MAX_PROJECT_BYTES } from "./project-paths.ts";

/**
 * GitHub's answer to `GET /gists/{id}`, as far as it is used.
 * https://docs.github.com/en/rest/gists/gists#get-a-gist
 */
export interface GistAnswer {
  owner: string | undefined;
  /** The newest one. */
  revision: string | undefined;
  files: readonly GistFile[];
  /** Whether there are more than the 300 files that the API lists. */
  isCut: boolean;
  etag: string | undefined;
}

export interface GistFile {
  name: string;
  size_bytes: number;
  rawUrl: string;
  /** Text as the API has it; of a long or binary file it is cut or damaged. */
  content: string;
  isCut: boolean;
}

/** Asks the API for a gist; undefined when it is the one that `etag` stands for. */
export async function fetchGistAnswer(
  place: GistPlace,
  asked: string,
  etag: string | undefined,
  env: SourceEnv,
): Promise<GistAnswer | undefined> {
  const path = place.revision ? `${place.id}/${place.revision}` : place.id;
  const request: FetchRequest = {
    url: `https://api.github.com/gists/${path}`,
    asked,
    limit_bytes: MAX_PROJECT_BYTES,
    headers: { Accept: "application/vnd.github+json", ...(etag && { "If-None-Match": etag }) },
  };
  const response = await fetchAnswer(request, env);
  if (etag && response.status === 304) return undefined;
  const answer = await readAnswer(response, request, env);
  const read = tryReadAnswer(answer.bytes);
  if (!read) throw failures.server(asked, response.status);
  return { ...read, etag: answer.etag };
}

function tryReadAnswer(bytes: Uint8Array): Omit<GistAnswer, "etag"> | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (!isRecord(answer) || !isRecord(answer.files)) return undefined;
  const owner = isRecord(answer.owner) ? answer.owner.login : undefined;
  const [newest] = Array.isArray(answer.history) ? answer.history : [];
  const revision = isRecord(newest) ? newest.version : undefined;
  return {
    owner: typeof owner === "string" ? owner : undefined,
    revision: typeof revision === "string" ? revision : undefined,
    isCut: answer.truncated === true,
    files: Object.values(answer.files).filter(isRecord).map(readFile),
  };
}

function readFile(file: Record<string, unknown>): GistFile {
  return {
    name: String(file.filename),
    size_bytes: Number(file.size ?? 0),
    rawUrl: String(file.raw_url),
    content: typeof file.content === "string" ? file.content : "",
    isCut: file.truncated === true,
  };
}

/**
 * A file's bytes. The API carries text alone: what was no text arrives damaged, whatever type it
 * is said to have, and so has another length than the size that is told with it.
 */
export async function readGistFile(
  file: GistFile,
  asked: string,
  env: SourceEnv,
): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(file.content);
  if (!file.isCut && bytes.length === file.size_bytes) return bytes;
  const request = { url: file.rawUrl, asked, limit_bytes: MAX_FILE_BYTES };
  return (await fetchFile(request, env)).bytes;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
