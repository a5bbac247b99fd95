import type { Declared, DeclaredLine } from "./declared.ts";
import { decidingPart } from "./distribution-names.ts";
import { findOutsideImports, folderOf } from "./local-modules.ts";
import { holdsHere } from "./marker.ts";
import { readScriptBlock } from "./pep723.ts";
import { readPyscriptToml } from "./pyscript-toml.ts";
import {
  normalizeName,
  type Problem,
  type Requirement,
  type RequirementSource,
  tryParseRequirement,
} from "./requirement.ts";
import { joinPath, readRequirementsTxt } from "./requirements-txt.ts";
import { isBuiltIn, readsPackage } from "./stdlib.ts";

export interface Findings {
  /** Each package once, as the most trusted source has it; then the imports of the code. */
  requirements: readonly Requirement[];
  problems: readonly Problem[];
  /** Package indexes that requirements.txt names. */
  indexUrls: readonly string[];
}

/**
 * What an app needs, from its PEP 723 block, `requirements.txt`, `pyscript.toml` and the imports
 * of its code, in this order: when two name the same package, the earlier one is believed.
 */
export function findRequirements(files: ReadonlyMap<string, Uint8Array>, entry: string): Findings {
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  const readText = (path: string): string | undefined => {
    const bytes = files.get(path);
    if (!bytes) return undefined;
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = decoder.decode(bytes);
    texts.set(path, text);
    return text;
  };
  const beside = (name: string): string | undefined =>
    [folderOf(entry) + name, name].find((path) => files.has(path));

  const requirementsFile = beside("requirements.txt");
  const manifestFile = beside("pyscript.toml");
  const none: Declared = { lines: [], problems: [] };
  const block = readScriptBlock(readText(entry) ?? "", entry);
  const listed = requirementsFile ? readRequirementsTxt(requirementsFile, readText) : undefined;
  const manifest = manifestFile
    ? readPyscriptToml(readText(manifestFile) ?? "", manifestFile)
    : none;

  const requirements: Requirement[] = [];
  const problems: Problem[] = [
    ...block.problems,
    ...(listed?.problems ?? []),
    ...manifest.problems,
  ];
  const seen = new Set<string>();
  const readAll = (lines: readonly DeclaredLine[], source: RequirementSource) => {
    for (const line of lines) {
      const read = readRequirement(line, source);
      if (read && "reason" in read) problems.push(read);
      else if (read && !isOurs(read.name) && !seen.has(normalizeName(read.name))) {
        seen.add(normalizeName(read.name));
        requirements.push(read);
      }
    }
  };
  readAll(block.lines, "pep723");
  readAll(listed?.lines ?? [], "requirements.txt");
  readAll(manifest.lines, "pyscript.toml");
  const imports = findImports(new Set(files.keys()), readText, entry);
  return {
    requirements: [...requirements, ...imports],
    problems,
    indexUrls: listed?.indexUrls ?? [],
  };
}

/** Undefined when the line's marker says that it is not meant for the browser. */
function readRequirement(
  line: DeclaredLine,
  source: RequirementSource,
): Requirement | Problem | undefined {
  const { text, file } = line;
  const place = { file, line: line.line };
  if (/^(?:git|hg|svn|bzr)\+/.test(text)) {
    const name = /#egg=([\w.-]+)/.exec(text)?.[1] ?? text;
    return { name, extras: [], spec: "", url: text, source, ...place };
  }
  const parts = tryParseRequirement(text);
  if (!parts) return { ...place, asked: text, reason: "it is not a requirement as pip writes it" };
  const { marker, url, ...rest } = parts;
  try {
    if (marker && !holdsHere(marker)) return undefined;
  } catch (error) {
    return { ...place, asked: text, reason: (error as Error).message };
  }
  // A path is meant from the folder of the file that names it.
  const isPath = url !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(url);
  return { ...rest, ...(url && { url: isPath ? joinPath(file, url) : url }), source, ...place };
}

function isOurs(name: string): boolean {
  return /^(?:streamlit|tabstream)$/.test(normalizeName(name));
}

function findImports(
  paths: ReadonlySet<string>,
  readText: (path: string) => string | undefined,
  entry: string,
): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const { module, names, file, line, guard } of findOutsideImports(paths, readText, entry)
    .outside) {
    // `from google import genai` is about google.genai, `from numpy import array` about numpy.
    const modules = names.length > 0 ? names.map((name) => `${module}.${name}`) : [module];
    for (const name of new Set(modules.map(decidingPart))) {
      const top = name.split(".", 1)[0] as string;
      if (isBuiltIn(top) && !readsPackage(top)) continue;
      const known = found.get(name);
      // What is needed once without a guard is needed.
      if (known && (guard || !known.guard)) continue;
      const place = { source: "import" as const, file, line };
      found.set(name, { name, extras: [], spec: "", ...place, ...(guard && { guard }) });
    }
  }
  return [...found.values()];
}
