import { parse } from "smol-toml";
import type { DeclaredLine } from "./declared.ts";
import type { Problem } from "./requirement.ts";
import { errorLine, lineOf, listOfStrings, tomlReason } from "./toml-lines.ts";

/** What `pyscript.toml` says: packages, and files to fetch into the app's folder. */
export interface Manifest {
  lines: readonly DeclaredLine[];
  /** Where to fetch from (an address, or a path beside the manifest) and the path to put it at. */
  files: readonly ManifestFile[];
  /** Archives to fetch and unpack into a folder. */
  archives: readonly ManifestFile[];
  /** Where packages are looked for. */
  indexUrls: readonly string[];
  problems: readonly Problem[];
}

const ARCHIVE = /\.(zip|whl|tar|tar\.gz|tgz)(?:[?#]|$)/i;

export interface ManifestFile {
  from: string;
  to: string;
}

const NOTHING: Manifest = { lines: [], files: [], archives: [], indexUrls: [], problems: [] };

/** Read what PyScript takes as `config`: TOML, or JSON of the same shape. */
export function readPyscriptToml(text: string, file: string): Manifest {
  let table: Record<string, unknown>;
  try {
    table = text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text);
  } catch (error) {
    const problem = { file, line: errorLine(error), asked: file, reason: tomlReason(error) };
    return { ...NOTHING, problems: [problem] };
  }
  const lines = listOfStrings(table.packages).map((name) => ({
    text: name,
    file,
    line: lineOf(text, name),
  }));
  const indexUrls = listOfStrings(table.index_urls);
  return { ...NOTHING, lines, indexUrls, ...readFiles(table.files, text, file) };
}

function readFiles(
  value: unknown,
  text: string,
  file: string,
): Pick<Manifest, "files" | "archives" | "problems"> {
  const files: ManifestFile[] = [];
  const archives: ManifestFile[] = [];
  const problems: Problem[] = [];
  const entries = Object.entries(typeof value === "object" && value !== null ? value : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  // `{FROM}` and its like are abbreviations, declared among the files themselves.
  const short = new Map(entries.filter(([key]) => /^\{\w+\}$/.test(key)));
  const expand = (part: string) => part.replace(/\{\w+\}/g, (name) => short.get(name) ?? name);

  for (const [key, target] of entries) {
    if (short.has(key)) continue;
    const from = expand(key);
    const to = expand(target).replace(/^(?:\.?\/)+/, "");
    if (to.endsWith("*") && ARCHIVE.test(from)) {
      archives.push({ from, to: to.slice(0, -1) });
    } else if (to.endsWith("*")) {
      const reason = "what is unpacked is a .zip, .whl, .tar, .tar.gz or .tgz";
      problems.push({ file, line: lineOf(text, key), asked: key, reason });
    } else {
      const name = from.split(/[?#]/)[0]?.split("/").pop() ?? "";
      files.push({ from, to: to === "" || to.endsWith("/") ? to + name : to });
    }
  }
  return { files, archives, problems };
}
