import { TomlError } from "smol-toml";

/** The line (from 1) in which a quoted `text` first stands; the parser keeps no positions. */
export function lineOf(toml: string, text: string): number {
  const lines = toml.split("\n");
  const index = lines.findIndex((line) => line.includes(`"${text}"`) || line.includes(`'${text}'`));
  return Math.max(index, 0) + 1;
}

export function errorLine(error: unknown): number {
  return error instanceof TomlError ? error.line : 1;
}

/** The parser's first sentence, without the drawing of the place below it. */
export function tomlReason(error: unknown): string {
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.replace(/^Invalid TOML document: /, "it is not valid TOML: ");
}

export function listOfStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
