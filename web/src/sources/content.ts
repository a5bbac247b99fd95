import { failures, type SourceError } from "./errors.ts";

/** Endings of files that are surely no script, so that a wrong pick is said in plain words. */
const NOT_PYTHON =
  /\.(md|rst|csv|tsv|json|toml|ya?ml|ini|cfg|html?|css|jsx?|tsx?|svg|xml|lock|log|R|rb|go|rs|java|c|h|cpp|sh|bat|sql)$/i;

/** Why the file `name` can be no script, by its name alone. `asked` is for the message. */
export function whyNotScriptByName(name: string, asked: string): SourceError | undefined {
  if (/\.ipynb$/i.test(name)) return failures.notebook(asked);
  const extension = NOT_PYTHON.exec(name)?.[1];
  return extension ? failures.notPython(asked, extension) : undefined;
}

/** Why `bytes` can be no script, by what is in them. */
export function whyNotScript(bytes: Uint8Array, asked: string): SourceError | undefined {
  const text = tryDecode(bytes);
  if (text === undefined) return failures.binary(asked);
  if (text.trim() === "") return failures.empty(asked);
  if (/^\s*<(?:!doctype|html|\?xml)\b/i.test(text)) return failures.page(asked);
  if (isNotebook(text)) return failures.notebook(asked);
  return undefined;
}

/** The text, or undefined for what is no text. A script may name an older encoding in its head. */
export function tryDecode(bytes: Uint8Array): string | undefined {
  const utf8 = tryDecodeUtf8(bytes);
  if (utf8 !== undefined || hasZero(bytes)) return utf8;
  const text = new TextDecoder("latin1").decode(bytes);
  const head = text.split("\n", 2).join("\n");
  return /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/m.test(head) ? text : undefined;
}

/** The text of what can be changed and written as UTF-8 again without anything else becoming different. */
export function tryDecodeUtf8(bytes: Uint8Array): string | undefined {
  if (hasZero(bytes)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text has none, and where anything else begins with some, they come early. */
function hasZero(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}

function isNotebook(text: string): boolean {
  return /^\s*\{/.test(text) && /"nbformat"\s*:/.test(text) && /"cells"\s*:/.test(text);
}
