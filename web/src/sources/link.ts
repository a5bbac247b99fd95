import { fetchCompanions } from "./companions.ts";
import { whyNotScript, whyNotScriptByName } from "./content.ts";
import { failures } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import { findScript } from "./find-script.ts";
import { openNewest } from "./kept-copies.ts";
import type { LinkPlace } from "./locate.ts";
import type { Origin, Project, SourceEnv } from "./project.ts";
import { decodePart, MAX_PROJECT_BYTES, MAX_SCRIPT_BYTES } from "./project-paths.ts";
import { isZip, unzip } from "./zip.ts";
import { isZipName } from "./zip-name.ts";

/** Opens a script or a zip at an address, on this site or on any host that lets itself be read. */
export function openLink(place: LinkPlace, asked: string, env: SourceEnv): Promise<Project> {
  const fetch = async () => ({ project: await fetchLink(place, asked, env) });
  return openNewest({ key: identityOf(place.url, env), isFixed: false }, fetch, env);
}

async function fetchLink(
  { url, file }: LinkPlace,
  asked: string,
  env: SourceEnv,
): Promise<Project> {
  const name = lastPart(url);
  const unfit = whyNotScriptByName(name, asked);
  if (unfit) throw unfit;
  const limit_bytes = isZipName(name) ? MAX_PROJECT_BYTES : MAX_SCRIPT_BYTES;
  const found = await fetchFile({ url, asked, limit_bytes }, env);
  // A host sends the address of a folder on to the same with a slash.
  if (new URL(found.url).pathname.endsWith("/")) throw failures.directory(asked);
  // Where the bytes came from in the end decides: this site may redirect to another one.
  const origin = originOf(found.url, env);
  const isTrusted = origin.kind === "site";
  const about = { identity: identityOf(url, env), origin, isTrusted, args: [] };
  if (isZip(found.bytes)) {
    const { files, notices } = unzip(found.bytes, asked);
    return { entry: findScript(files, asked, file), files, notices, ...about };
  }
  const wrong = whyNotScript(found.bytes, asked);
  if (wrong) throw wrong;
  const entry = /\.pyw?$/i.test(name) ? name : `${name}.py`;
  const files = new Map([[entry, found.bytes]]);
  await fetchCompanions(files, entry, new URL(".", found.url).href, env);
  return { entry, files, notices: [], ...about };
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
