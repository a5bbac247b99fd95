import { parse } from "smol-toml";
import type { DeclaredLine } from "./declared.ts";
import type { Problem } from "./requirement.ts";
import { errorLine, lineOf, listOfStrings, tomlReason } from "./toml-lines.ts";

/** What `pyscript.toml` says: packages, and files to fetch into the app's folder. */
export interface Manifest {
  lines: readonly DeclaredLine[];
  /** Where to fetch from (an address, or a path beside the manifest) and the path to put it at. */
  files: readonly ManifestFile[];
  problems: readonly Problem[];
}

export interface ManifestFile {
  from: string;
  to: string;
}

export function readPyscriptToml(text: string, file: string): Manifest {
  let table: Record<string, unknown>;
  try {
    table = parse(text);
  } catch (error) {
    const problem = { file, line: errorLine(error), asked: file, reason: tomlReason(error) };
    return { lines: [], files: [], problems: [problem] };
  }
  const lines = listOfStrings(table.packages).map((name) => ({
    text: name,
    file,
    line: lineOf(text, name),
  }));
  const { files, problems } = readFiles(table.files, text, file);
  return { lines, files, problems };
}

function readFiles(
  value: unknown,
  text: string,
  file: string,
): Pick<Manifest, "files" | "problems"> {
  const files: ManifestFile[] = [];
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
    if (to.endsWith("*")) {
      const reason = "archives are not unpacked here; name the files one by one";
      problems.push({ file, line: lineOf(text, key), asked: key, reason });
    } else {
      const name = from.split(/[?#]/)[0]?.split("/").pop() ?? "";
      files.push({ from, to: to === "" || to.endsWith("/") ? to + name : to });
    }
  }
  return { files, problems };
}
