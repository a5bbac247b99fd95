import { deflateSync } from "fflate";
import { encodeBase64url } from "./base64url.ts";
import { concatBytes } from "./bytes.ts";
import { type CodeProject, VERSION } from "./code-link.ts";
import { failures } from "./errors.ts";
import { selectShareable } from "./shareable.ts";

/** Safari shows a longer address as a blank page, and many chats cut links long before that. */
export const MAX_CODE_LENGTH = 80_000;

export interface EncodedCode {
  code: string;
  /** Paths of the files that are not in it. */
  leftOut: readonly string[];
}

/**
 * What goes into `#code=` to open this project elsewhere, in the format of code-link.ts. Throws a
 * `SourceError` when it would be too long, or when the script itself is to stay where it is.
 */
export function encodeCode({ entry, files: all }: CodeProject): EncodedCode {
  const { files, leftOut } = selectShareable(all);
  if (!files.has(entry)) throw failures.keptBack(entry);
  const shared = [...files].sort(byPath);
  const sizes = shared.map(([path, bytes]) => [path, bytes.length]);
  const header = new TextEncoder().encode(`${JSON.stringify({ entry, files: sizes })}\n`);
  const payload = concatBytes([header, ...shared.map(([, bytes]) => bytes)]);
  const code = `${VERSION}.${encodeBase64url(deflateSync(payload, { level: 9 }))}`;
  if (code.length > MAX_CODE_LENGTH) {
    const what = `A link to it would have ${code.length.toLocaleString("en")} characters`;
    throw failures.tooLarge(entry, what, MAX_CODE_LENGTH.toLocaleString("en"));
  }
  return { code, leftOut };
}

function byPath([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
