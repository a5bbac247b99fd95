import type { DeclaredLine } from "./declared.ts";
import type { Problem } from "./requirement.ts";

export interface RequirementsFile {
  lines: readonly DeclaredLine[];
  problems: readonly Problem[];
  /** Package indexes that the file names, in the order of trying; none for micropip's own. */
  indexUrls: readonly string[];
}

/** As micropip calls the index in which it looks by itself. */
const OWN_INDEX = "PYPI";

/** Options of pip that change nothing here, since a browser has one way to install a package. */
const WITHOUT_EFFECT =
  /^--?(?:c|constraint|f|find-links|no-index|pre|prefer-binary|only-binary|no-binary|require-hashes|trusted-host|use-feature|no-deps)\b/;

/** Reads a requirements.txt with the files it includes. `readText` answers undefined for a missing file. */
export function readRequirementsTxt(
  file: string,
  readText: (path: string) => string | undefined,
): RequirementsFile {
  const lines: DeclaredLine[] = [];
  const problems: Problem[] = [];
  let mainIndex: string | undefined;
  const extraIndexes: string[] = [];
  const seen = new Set<string>();

  function readFile(path: string, askedBy?: DeclaredLine): void {
    if (seen.has(path)) return; // Files that include each other are read once each.
    seen.add(path);
    const text = readText(path);
    if (text === undefined) {
      const reason = `there is no file ${path}`;
      if (askedBy) problems.push({ ...place(askedBy), asked: askedBy.text, reason });
      return;
    }
    for (const logical of logicalLines(text, path)) readLine(logical, path);
  }

  function readLine(line: DeclaredLine, path: string): void {
    const [, option, value] = /^(--?[\w-]+)(?:[=\s]+(.*))?$/.exec(line.text) ?? [];
    if (!option) {
      lines.push({ ...line, text: line.text.replace(/\s+--(?:hash|config-settings)\b.*$/, "") });
    } else if (option === "-r" || option === "--requirement") {
      readFile(joinPath(path, value ?? ""), line);
    } else if (option === "-i" || option === "--index-url") {
      mainIndex = value?.trim();
    } else if (option === "--extra-index-url") {
      if (value) extraIndexes.push(value.trim());
    } else if (option === "-e" || option === "--editable") {
      const reason = "an editable install needs a build; put the module beside the script instead";
      problems.push({ ...place(line), asked: line.text, reason });
    } else if (!WITHOUT_EFFECT.test(option)) {
      problems.push({ ...place(line), asked: line.text, reason: `pip knows no option ${option}` });
    }
  }

  readFile(file);
  const isSilent = mainIndex === undefined && extraIndexes.length === 0;
  const indexUrls = isSilent ? [] : [mainIndex ?? OWN_INDEX, ...extraIndexes];
  return { lines, problems, indexUrls };
}

function place(line: DeclaredLine): { file: string; line: number } {
  return { file: line.file, line: line.line };
}

/** Joins lines that end in a backslash and drops comments, as pip does it. */
function logicalLines(text: string, file: string): DeclaredLine[] {
  const found: DeclaredLine[] = [];
  let pending = "";
  let start = 1;
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    if (pending === "") start = index + 1;
    const bare = raw.replace(/(?:^|\s)#.*$/, "");
    if (bare === raw && raw.endsWith("\\")) {
      pending += raw.slice(0, -1);
      continue;
    }
    const logical = (pending + bare).trim();
    if (logical) found.push({ text: logical, file, line: start });
    pending = "";
  }
  if (pending.trim()) found.push({ text: pending.trim(), file, line: start });
  return found;
}

/** The path of `relative` as seen from the folder of `file`. */
export function joinPath(file: string, relative: string): string {
  const parts = file.split("/").slice(0, -1);
  for (const part of relative.trim().split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
