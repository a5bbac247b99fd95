import type { Answer } from "./world.ts";

/**
 * Answers of GitHub's gist API. Written here in the documented format
 * (https://docs.github.com/en/rest/gists/gists#get-a-gist), not recorded; fields that nobody
 * reads are left out.
 */
export interface GivenFile {
  content: string | Uint8Array;
  /** The API carries one megabyte of a file, and less when another file is that large. */
  isCut?: boolean;
}

export const USER = "ann";
export const ID = "0123456789abcdef0123456789abcdef";
export const REVISION = "89abcdef0123456789abcdef0123456789abcdef";
export const RAW = `https://gist.githubusercontent.com/${USER}/${ID}/raw`;
export const API = `https://api.github.com/gists/${ID}`;
export const PAGE = `https://gist.github.com/${USER}/${ID}`;

/** What the API and the raw host answer for a gist with these files. */
export function gistAnswers(
  given: Record<string, string | Uint8Array | GivenFile>,
): Record<string, Answer> {
  const files = Object.entries(given).map(
    ([name, file]) =>
      [
        name,
        typeof file === "string" || file instanceof Uint8Array ? { content: file } : file,
      ] as const,
  );
  const answers: Record<string, Answer> = { [API]: apiAnswer(new Map(files)) };
  for (const [index, [name, { content }]] of files.entries()) {
    if (index === 0) answers[RAW] = content;
    answers[`${RAW}/${encodeURIComponent(name)}`] = content;
    answers[rawUrl(name)] = content;
  }
  return answers;
}

function apiAnswer(files: ReadonlyMap<string, GivenFile>): () => Response {
  const listed = [...files].map(([name, { content, isCut = false }]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    // What is not UTF-8 comes out of the API as text with replacement characters.
    const text = new TextDecoder().decode(bytes);
    const file = {
      filename: name,
      type: name.endsWith(".py") ? "application/x-python" : "text/plain",
      language: name.endsWith(".py") ? "Python" : null,
      raw_url: rawUrl(name),
      size: bytes.length,
      truncated: isCut,
      content: isCut ? text.slice(0, 10) : text,
      encoding: "utf-8",
    };
    return [name, file] as const;
  });
  const body = {
    url: API,
    id: ID,
    html_url: PAGE,
    public: true,
    files: Object.fromEntries(listed),
    owner: { login: "Ann", id: 1 },
    history: [{ version: REVISION }],
    truncated: false,
  };
  return () => Response.json(body, { headers: { etag: 'W/"1"', "x-ratelimit-remaining": "59" } });
}

function rawUrl(name: string): string {
  return `${RAW}/${REVISION}/${encodeURIComponent(name)}`;
}

/** The API's answer when the 60 requests of the hour are used up. */
export function limitAnswer(reset_ms: number): Response {
  const message = "API rate limit exceeded for 203.0.113.7.";
  return Response.json(
    {
      message,
      documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
    },
    {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset_ms / 1_000) },
    },
  );
}
