/** The files of an app that a page has in itself: what stands between its tags, and what these name. */
import type { HandedFiles } from "../protocol/embedding.ts";

/** Reads a file for the page; its answer may be a failure. */
export type Fetch = (address: string) => Promise<Response>;

/** Why the page cannot hand over its app. */
export class NoFiles extends Error {
  readonly asked: string;
  readonly why: string;

  constructor(asked: string, why: string) {
    super(`${asked}: ${why}`);
    this.asked = asked;
    this.why = why;
  }
}

const SCRIPTS = 'script[type="text/x-python"]';
const FILES = "tabstream-file";
const ENTRY = "app.py";

/** Whether there is more to an app than one script at an address. */
export function hasFiles(element: Element): boolean {
  const own = [...element.children].some((child) => child.matches(`${SCRIPTS}, ${FILES}`));
  return own || element.hasAttribute("requirements") || element.hasAttribute("config");
}

export async function gather(element: Element, fetch: Fetch): Promise<HandedFiles> {
  const files = new Map<string, Uint8Array>();
  const children = [...element.children];
  const src = element.getAttribute("src");
  const address = src === null ? null : new URL(src, element.baseURI).href;
  let entry = address === null ? null : lastPart(address);
  let from = element.baseURI;
  if (address !== null && entry !== null) {
    const found = await read(address, fetch);
    files.set(entry, found.bytes);
    from = found.address;
  }
  for (const script of children.filter((child) => child.matches(SCRIPTS))) {
    const name = script.getAttribute("name") ?? ENTRY;
    entry ??= name;
    files.set(name, encode(dedent(script.textContent ?? "")));
  }
  for (const file of children.filter((child) => child.matches(FILES))) {
    const [name, bytes] = await readFile(file, fetch);
    files.set(name, bytes);
  }
  const requirements = element.getAttribute("requirements");
  if (requirements !== null) files.set("requirements.txt", encode(asLines(requirements)));
  const config = await readConfig(element, fetch);
  if (config) files.set("pyscript.toml", config.bytes);
  return {
    entry: entry ?? ENTRY,
    files,
    base: new URL(".", from).href,
    configBase: config?.base ?? null,
  };
}

async function readFile(file: Element, fetch: Fetch): Promise<[string, Uint8Array]> {
  const src = file.getAttribute("src");
  const address = src === null ? null : new URL(src, file.baseURI).href;
  const name = file.getAttribute("name") ?? (address && lastPart(address));
  if (!name) throw new NoFiles("<tabstream-file>", "It has no name.");
  if (!address) return [name, encode(dedent(file.textContent ?? ""))];
  return [name, (await read(address, fetch)).bytes];
}

/** As on a page of PyScript: `config` is a file's address, or what would be in it. */
async function readConfig(
  element: Element,
  fetch: Fetch,
): Promise<{ bytes: Uint8Array; base: string } | null> {
  const config = element.getAttribute("config")?.trim();
  if (!config) return null;
  const isText = /[\n{=]/.test(config);
  const address = new URL(isText ? "." : config, element.baseURI).href;
  const bytes = isText ? encode(config) : (await read(address, fetch)).bytes;
  return { bytes, base: new URL(".", address).href };
}

/** A file, and where it came from in the end: its host may send on to another. */
async function read(
  address: string,
  fetch: Fetch,
): Promise<{ bytes: Uint8Array; address: string }> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new NoFiles(address, "It cannot be reached, or its host does not let this page read it.");
  }
  if (!response.ok) throw new NoFiles(address, `Its host answered ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, address: response.url || address };
}

/** A requirement has no spaces, unless each has a line of its own. */
function asLines(requirements: string): string {
  const text = requirements.trim();
  return text.includes("\n") ? dedent(text) : text.replaceAll(/\s+/g, "\n");
}

/** Text as it is meant: in a page it is often set in with the tags around it. */
export function dedent(text: string): string {
  const lines = text
    .replaceAll("\r\n", "\n")
    .replace(/^[ \t]*\n/, "")
    .trimEnd()
    .split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const depth = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return `${lines.map((line) => line.slice(depth)).join("\n")}\n`;
}

function lastPart(address: string): string {
  const part = new URL(address).pathname.split("/").pop() ?? "";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
