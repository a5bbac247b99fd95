/** Where an app wants its packages looked for: `packages.indexUrls` of its config.toml, or pyscript.toml. */
import { parse } from "smol-toml";
import { readPyscriptToml } from "../packages/packages.ts";
import type { Project } from "../protocol/port.ts";

const CONFIG = ".streamlit/config.toml";
const MANIFEST = "pyscript.toml";

/** The indexes of an app's own config, then those that the page around it names. */
export function configuredIndexUrls({ files, config, indexUrls }: Project): string[] {
  const textOf = (path: string) => new TextDecoder().decode(files.get(path));
  const own = readIndexUrls(textOf(CONFIG));
  const { indexUrls: named } = readPyscriptToml(textOf(MANIFEST), MANIFEST);
  return [...own, ...named, ...strings(config["packages.indexUrls"]), ...(indexUrls ?? [])];
}

function readIndexUrls(text: string): string[] {
  try {
    const { packages } = parse(text);
    return typeof packages === "object" && "indexUrls" in packages
      ? strings(packages.indexUrls)
      : [];
  } catch {
    return []; // Python reads the same file, and says what is wrong with it.
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
