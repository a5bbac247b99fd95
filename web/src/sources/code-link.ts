import { deflateSync, Inflate } from "fflate";
import { encodeBase64url, tryDecodeBase64url } from "./base64url.ts";
import { concatBytes } from "./bytes.ts";
import { whyNotScript } from "./content.ts";
import { failures, SourceError } from "./errors.ts";
import { tryFingerprint } from "./fingerprint.ts";
import type { Project } from "./project.ts";
import { isSafePath, megabytes } from "./project-paths.ts";

/**
 * A whole project inside an address: `#code=1.<text>`.
 *
 * `1` is the version of the format. The text is base64url of raw deflate of
 *
 *     {"entry": "app.py", "files": [["app.py", 120], ["data.csv", 999]]}\n
 *
 * followed by the bytes of each file, in this order and of the lengths given. All files go through
 * one compression, so what they have in common is stored once, and binary files cost no more.
 */
export const VERSION = "1";
const LINE_END = 0x0a;
const ASKED = "The script in this link";
const MAX_BYTES = 10_000_000;

export type CodeProject = Pick<Project, "entry" | "files">;

/** The project inside the text of a `#code=`; throws a `SourceError` when it cannot be read. */
export function decodeCode(code: string): CodeProject {
  return readPayload(inflateCode(code));
}

export async function openCode(code: string): Promise<Project> {
  const payload = inflateCode(code);
  const { entry, files } = readPayload(payload);
  const wrong = whyNotScript(files.get(entry) as Uint8Array, ASKED);
  if (wrong) throw wrong;
  return {
    entry,
    files,
    // Without a fingerprint the content stands for itself.
    identity: `code:${(await tryFingerprint(payload)) ?? encodeBase64url(deflateSync(payload))}`,
    origin: { kind: "code" },
    isTrusted: false,
    args: [],
    notices: [],
  };
}

function inflateCode(code: string): Uint8Array {
  const [, version, text = ""] = /^(\w+)\.(.*)$/s.exec(code.trim()) ?? [];
  if (version === undefined) throw failures.badCode(ASKED, "It has no version in front.");
  if (version !== VERSION) {
    throw failures.badCode(ASKED, `It is of version ${version}, which a newer site can read.`);
  }
  const compressed = tryDecodeBase64url(text);
  if (!compressed) throw failures.badCode(ASKED, "It has characters that do not belong in it.");
  return inflate(compressed);
}

/** Unpacks piece by piece, so that a small text that unpacks to gigabytes is stopped early. */
function inflate(compressed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size_bytes = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    size_bytes += part.length;
    if (size_bytes > MAX_BYTES) {
      throw failures.tooLarge(ASKED, "It unpacks to too much", megabytes(MAX_BYTES));
    }
  });
  try {
    const step = 1_024;
    for (let at = 0; at < compressed.length; at += step) {
      stream.push(compressed.subarray(at, at + step), at + step >= compressed.length);
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw failures.badCode(ASKED, "It cannot be unpacked.");
  }
  return concatBytes(parts);
}

function readPayload(payload: Uint8Array): CodeProject {
  const headerEnd = payload.indexOf(LINE_END);
  const header = tryReadHeader(payload.subarray(0, Math.max(0, headerEnd)));
  if (!header) throw failures.badCode(ASKED, "Its list of files cannot be read.");
  const files = new Map<string, Uint8Array>();
  let at = headerEnd + 1;
  for (const [path, size_bytes] of header.files) {
    if (!isSafePath(path)) throw failures.badCode(ASKED, `It has a file at "${path}".`);
    files.set(path, payload.slice(at, at + size_bytes));
    at += size_bytes;
  }
  if (at !== payload.length) throw failures.badCode(ASKED, "It is not complete.");
  if (!files.has(header.entry)) throw failures.badCode(ASKED, `${header.entry} is not in it.`);
  return { entry: header.entry, files };
}

function tryReadHeader(bytes: Uint8Array) {
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is { entry: string; files: [string, number][] } {
  const { entry, files } = (value ?? {}) as { entry: unknown; files: unknown };
  const isFile = (file: unknown) =>
    Array.isArray(file) &&
    typeof file[0] === "string" &&
    Number.isSafeInteger(file[1]) &&
    file[1] >= 0;
  return typeof entry === "string" && Array.isArray(files) && files.every(isFile);
}
