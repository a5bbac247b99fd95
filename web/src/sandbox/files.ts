/** Hands a frame files of the site: those in the build's own folders, and no others. */
import type { ReadOptions } from "../protocol/assets.ts";
import type { FileAnswer, FileProgress, FileQuestion } from "../protocol/sandbox.ts";

/** A path in one of those folders, in plain letters, with the file's version or without. */
const OF_BUILD = /^(?:assets|icons|images|pyodide)(?:\/[\w.+-]+)+(?:\?v=\w+)?$/;

/** A step that leads upwards, or nowhere. */
const DOTS = /\/\.+(?:\/|$)/;

/** More than an app asks for at a time. */
const MOST_AT_ONCE = 200;

/** Reads a file of the site by its path. */
export type ReadPath = (path: string, options?: ReadOptions) => Promise<ArrayBuffer>;

/** Whether a frame may have it: a browser finds nothing in such a path that leads out of the folder. */
export function isOfBuild(path: unknown): path is string {
  return typeof path === "string" && OF_BUILD.test(path) && !DOTS.test(path);
}

/** Answer what is asked on a port, with bytes that are the frame's own. */
export function answerQuestions(port: MessagePort, read: ReadPath): void {
  let current = 0;
  port.onmessage = async ({ data }: MessageEvent<FileQuestion | null>) => {
    const { id, path, isFresh } = data ?? { id: 0, path: "" };
    if (current >= MOST_AT_ONCE) return port.postMessage({ id, bytes: null, error: TOO_MANY });
    current += 1;
    const answer = await tryRead(path, read, {
      cache: isFresh === true ? "reload" : "default",
      onBytes: (count) => port.postMessage({ id, count } satisfies FileProgress),
    });
    current -= 1;
    port.postMessage({ id, ...answer } satisfies FileAnswer, answer.bytes ? [answer.bytes] : []);
  };
}

const TOO_MANY = "Too much is asked for at once.";

async function tryRead(
  path: unknown,
  read: ReadPath,
  options: ReadOptions,
): Promise<Omit<FileAnswer, "id">> {
  if (!isOfBuild(path)) return { bytes: null, error: "This is no file of an app." };
  try {
    return { bytes: await read(path, options) };
  } catch (error) {
    return { bytes: null, error: error instanceof Error ? error.message : String(error) };
  }
}
