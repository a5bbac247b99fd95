/** The files of an app as something to save: its script, or all of it in a zip, without what is nobody else's. */
import { zipSync } from "fflate";
import { fileName, selectShareable } from "../sources/sources.ts";

export interface Download {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Paths of files that are not in it. */
  leftOut: readonly string[];
}

type Files = ReadonlyMap<string, Uint8Array>;

export function downloadScript(files: Files, entry: string): Download {
  const bytes = new Uint8Array(files.get(entry) ?? new Uint8Array());
  return { name: fileName(entry), mime: "text/x-python", bytes, leftOut: [] };
}

export async function downloadZip(all: Files, entry: string): Promise<Download> {
  const { files, leftOut } = await selectShareable(all);
  const bytes = new Uint8Array(zipSync(Object.fromEntries(files)));
  const name = `${fileName(entry).replace(/\.pyw?$/, "")}.zip`;
  return { name, mime: "application/zip", bytes, leftOut };
}
