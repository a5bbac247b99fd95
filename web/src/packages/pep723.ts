import { parse } from "smol-toml";
import type { Declared } from "./declared.ts";
import { PYTHON_VERSION } from "./marker.ts";
import type { Problem } from "./requirement.ts";
import { errorLine, lineOf, listOfStrings, tomlReason } from "./toml-lines.ts";
import { meetsSpec } from "./version.ts";

/** The block that a script may carry at its top, as PEP 723 writes it. */
const BLOCK = /^# \/\/\/ ([a-zA-Z0-9-]+)[ \t]*\r?\n((?:^#(?:| .*)\r?\n)+)^# \/\/\/[ \t]*$/gm;

/** What the script's own `# /// script` block asks for. */
export function readScriptBlock(source: string, file: string): Declared {
  const blocks = [...source.matchAll(BLOCK)].filter(([, type]) => type === "script");
  const [block, second] = blocks;
  if (!block) return { lines: [], problems: [] };

  const toml = (block[2] as string).replace(/^# ?/gm, "");
  const firstLine = lineAt(source, block.index) + 1;
  const lineIn = (line: number) => firstLine + line - 1;
  const problems: Problem[] = [];
  if (second) {
    const reason = "a script has one such block; the first is read";
    problems.push({ file, line: lineAt(source, second.index), asked: "# /// script", reason });
  }
  let table: Record<string, unknown>;
  try {
    table = parse(toml);
  } catch (error) {
    const reason = tomlReason(error);
    problems.push({ file, line: lineIn(errorLine(error)), asked: "# /// script", reason });
    return { lines: [], problems };
  }
  const wanted = table["requires-python"];
  if (typeof wanted === "string" && !meetsSpec(PYTHON_VERSION, wanted)) {
    const asked = `requires-python = "${wanted}"`;
    const reason = `the browser's Python is ${PYTHON_VERSION}`;
    problems.push({ file, line: lineIn(lineOf(toml, wanted)), asked, reason });
  }
  const lines = listOfStrings(table.dependencies).map((text) => {
    return { text, file, line: lineIn(lineOf(toml, text)) };
  });
  return { lines, problems };
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split("\n").length;
}
