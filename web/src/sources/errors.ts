/** What kept a script from being opened. Each kind has its own words, and some their own button. */
export type SourceErrorKind =
  | "address" // it is not an address that a script can be read from
  | "code" // a `#code=` that cannot be read
  | "directory" // it leads to a folder, or to a list of things
  | "notebook"
  | "page" // a web page came instead of a script
  | "binary"
  | "empty"
  | "no-python" // there are files, but none of them is a Python script
  | "too-large"
  | "missing" // 404, or a file that is not in the gist
  | "refused" // 401 or 403: it needs a login or a permission
  | "limit" // GitHub answers no more requests from this network for a while
  | "server" // any other answer that is no success
  | "cors" // the host answers, but does not let other sites read it
  | "network" // no answer at all
  | "lost"; // a picked file that can no longer be read

/** Says what was asked, why it failed, and what would work: three sentences for a person. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly kind: SourceErrorKind;
  /** The address or file, as the person gave it. */
  readonly asked: string;
  readonly why: string;
  readonly remedy: string;

  constructor(kind: SourceErrorKind, asked: string, why: string, remedy: string) {
    super(`${asked}: ${why} ${remedy}`);
    this.kind = kind;
    this.asked = asked;
    this.why = why;
    this.remedy = remedy;
  }
}

export function isSourceError(error: unknown, ...kinds: SourceErrorKind[]): error is SourceError {
  return error instanceof SourceError && (kinds.length === 0 || kinds.includes(error.kind));
}

const TO_GIST = "Put it in a public gist and open the gist's address.";

/**
 * The words for each failure, gathered so that they can be read side by side. `asked` is always
 * what the person gave, which may differ from the address that was fetched.
 */
export const failures = {
  notAnAddress: (asked: string) =>
    new SourceError(
      "address",
      asked,
      "This is not an address that a browser can open.",
      "Give a gist, a link that begins with https://, or the path of a script beside this site.",
    ),
  notHanded: (asked: string) =>
    new SourceError(
      "missing",
      asked,
      "The page that has this app in it hands no script over.",
      "Open that page; it needs the site's tabstream-embed.js.",
    ),
  noDraft: (asked: string) =>
    new SourceError(
      "missing",
      asked,
      "There is no such draft in this browser.",
      "Drafts stay in the browser that they were written in; open the app by its own address.",
    ),
  pathOnDisk: (asked: string) =>
    new SourceError(
      "address",
      asked,
      "This is a path on a disk, which a web page cannot open by itself.",
      "Pick the file or its folder instead, or drop it on the page.",
    ),
  personsGists: (asked: string) =>
    new SourceError(
      "directory",
      asked,
      "This is a person's list of gists.",
      "Open one of them and give its address.",
    ),
  personsRepositories: (asked: string) =>
    new SourceError(
      "directory",
      asked,
      "This is a person's page on GitHub.",
      "Open a repository, or a folder in it, and give that address.",
    ),
  directory: (asked: string) =>
    new SourceError(
      "directory",
      asked,
      "This is a folder, and a folder's files cannot be listed through the web.",
      "Open the script in it and give that address, or put the folder on GitHub or into a .zip.",
    ),
  emptyFolder: (asked: string) =>
    new SourceError(
      "missing",
      asked,
      "The repository has no such folder, branch or tag.",
      "Check the spelling; a private or deleted one looks the same from outside.",
    ),
  insecure: (asked: string) =>
    new SourceError(
      "address",
      asked,
      "This site is opened over https, and browsers then refuse everything over http.",
      "Give an https address, or open this site over http.",
    ),
  notebook: (asked: string) =>
    new SourceError(
      "notebook",
      asked,
      "This is a Jupyter notebook, which holds cells and not a script.",
      "Export it as Python (File, Save and Export As, Executable Script) and open that file.",
    ),
  page: (asked: string) =>
    new SourceError(
      "page",
      asked,
      "This is a web page and not a script.",
      "Give the address of the raw file; on most sites a button named Raw leads to it.",
    ),
  binary: (asked: string) =>
    new SourceError(
      "binary",
      asked,
      "This is not text, so it is not a Python script.",
      "Give a .py file saved as UTF-8.",
    ),
  empty: (asked: string) =>
    new SourceError(
      "empty",
      asked,
      "There is nothing in it.",
      "Write a script first; two lines are enough: import streamlit as st, and st.write('Hello').",
    ),
  noPython: (asked: string, names: readonly string[]) =>
    new SourceError(
      "no-python",
      asked,
      names.length > 0
        ? `No Python file is in it, only ${listNames(names)}.`
        : "No Python file is in it.",
      "A script's name ends in .py.",
    ),
  notPython: (asked: string, extension: string) =>
    new SourceError(
      "no-python",
      asked,
      `A file that ends in .${extension} is not a Python script.`,
      "Give the .py file that reads it.",
    ),
  tooLarge: (asked: string, what: string, limit: string) =>
    new SourceError(
      "too-large",
      asked,
      `${what}; ${limit} is the most that is opened here.`,
      "Keep large data at an address of its own and read it from the script.",
    ),
  tooManyFiles: (asked: string, count: number, most: number) =>
    new SourceError(
      "too-large",
      asked,
      `${count.toLocaleString("en")} files are in it; ${most} is the most that is fetched here.`,
      "Give the address of the app's folder in it, or of its script.",
    ),
  missing: (asked: string) =>
    new SourceError(
      "missing",
      asked,
      "There is nothing at this address (404).",
      "Check the spelling; a private or deleted file looks the same from outside.",
    ),
  missingFile: (asked: string, file: string, names: readonly string[]) =>
    new SourceError(
      "missing",
      asked,
      `${file} is not in it.`,
      names.length > 0 ? `There is ${listNames(names)}.` : "Check the spelling.",
    ),
  refused: (asked: string, status: number) =>
    new SourceError(
      "refused",
      asked,
      `The host refuses it to the public (${status}).`,
      "Make it public, or download it and open the file.",
    ),
  limit: (asked: string, host: string, status: number, minutes: number | undefined) =>
    new SourceError(
      "limit",
      asked,
      host === "api.github.com"
        ? `GitHub answers 60 such requests an hour from one network, and they are used up (${status}).`
        : `${host} answers no more requests for a while (${status}).`,
      `Try again ${minutes === undefined ? "later" : inMinutes(minutes)}, or give the address of the raw file.`,
    ),
  server: (asked: string, status: number) =>
    new SourceError(
      "server",
      asked,
      `The host answered with an error (${status}).`,
      "Try again in a while.",
    ),
  cors: (asked: string, host: string) =>
    new SourceError(
      "cors",
      asked,
      `${host} does not let other sites read its files (it sends no CORS header).`,
      `${TO_GIST} Or download the file and open it here.`,
    ),
  network: (asked: string, host: string) =>
    new SourceError(
      "network",
      asked,
      `${host} cannot be reached.`,
      "Check the spelling and the connection, then try again.",
    ),
  serverGone: (asked: string) =>
    new SourceError(
      "network",
      asked,
      "It does not answer any more.",
      "Start it again in its terminal; this page goes on by itself.",
    ),
  badCode: (asked: string, why: string) =>
    new SourceError(
      "code",
      asked,
      why,
      "Ask for the link again: a part of it may be missing, as when a long link is cut in a message.",
    ),
  keptBack: (asked: string) =>
    new SourceError(
      "code",
      asked,
      "It is hidden, or .gitignore names it, so it stays here.",
      "Rename it or take it out of .gitignore, then share it.",
    ),
  badZip: (asked: string) =>
    new SourceError(
      "binary",
      asked,
      "It is no zip that can be unpacked here; it may be cut, or have a password.",
      "Pack the app's folder anew, without a password.",
    ),
  lost: (asked: string) =>
    new SourceError(
      "lost",
      asked,
      "The browser can no longer read this file; it was changed, moved or deleted.",
      "Pick it again.",
    ),
  gone: (asked: string) =>
    new SourceError(
      "lost",
      asked,
      "It is no longer where it was.",
      "Put it back, or pick it again.",
    ),
  forbidden: (asked: string) =>
    new SourceError(
      "lost",
      asked,
      "The permission to read it was not given, or has ended.",
      "Pick it again and allow reading.",
    ),
} as const;

/** What a failure to read a picked file means: the browser tells them apart by name alone. */
export function asLoss(error: unknown, asked: string): SourceError {
  if (error instanceof SourceError) return error;
  const isForbidden = error instanceof Error && /^(?:NotAllowed|Security)Error$/.test(error.name);
  return isForbidden ? failures.forbidden(asked) : failures.lost(asked);
}

/** A few names in words. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(", ");
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

function inMinutes(minutes: number): string {
  return minutes <= 1 ? "in a minute" : `in ${minutes} minutes`;
}
