import { fetchCompanions } from "./companions.ts";
import { whyNotScript, whyNotScriptByName } from "./content.ts";
import { failures, isSourceError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import { asOlderCopy, keepCopy, tryReadCopy } from "./kept-copies.ts";
import type { LinkPlace } from "./locate.ts";
import type { Origin, Project, SourceEnv } from "./project.ts";
import { decodePart, MAX_SCRIPT_BYTES } from "./project-paths.ts";

/** Opens a script at an address, on this site or on any host that lets itself be read. */
export async function openLink(place: LinkPlace, asked: string, env: SourceEnv): Promise<Project> {
  const key = identityOf(place.url, env);
  try {
    const project = await fetchLink(place.url, asked, env);
    await keepCopy(key, project, undefined, env);
    return project;
  } catch (error) {
    if (!isSourceError(error, "network", "cors", "limit", "server")) throw error;
    const kept = await tryReadCopy(key, env);
    if (!kept) throw error;
    return asOlderCopy(kept, error, env);
  }
}

async function fetchLink(url: string, asked: string, env: SourceEnv): Promise<Project> {
  const name = lastPart(url);
  const unfit = whyNotScriptByName(name, asked);
  if (unfit) throw unfit;
  const found = await fetchFile({ url, asked, limit_bytes: MAX_SCRIPT_BYTES }, env);
  // A host sends the address of a folder on to the same with a slash.
  if (new URL(found.url).pathname.endsWith("/")) throw failures.directory(asked);
  const wrong = whyNotScript(found.bytes, asked);
  if (wrong) throw wrong;

  const entry = /\.pyw?$/i.test(name) ? name : `${name}.py`;
  const files = new Map([[entry, found.bytes]]);
  await fetchCompanions(files, entry, new URL(".", found.url).href, env);
  // Where the bytes came from in the end decides: this site may redirect to another one.
  const origin = originOf(found.url, env);
  const isTrusted = origin.kind === "site";
  return { entry, files, identity: identityOf(url, env), origin, isTrusted, args: [], notices: [] };
}

function originOf(url: string, env: SourceEnv): Origin {
  const { origin, host } = new URL(url);
  if (origin === new URL(env.site).origin) return { kind: "site", address: url };
  return { kind: "link", host, address: url };
}

function identityOf(url: string, env: SourceEnv): string {
  const beside = url.startsWith(env.site) ? url.slice(env.site.length) : undefined;
  return beside === undefined ? `link:${url}` : `site:${beside}`;
}

function lastPart(url: string): string {
  return decodePart(new URL(url).pathname.split("/").pop() as string).replaceAll("/", "_");
}
