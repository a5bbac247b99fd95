/** Packages that our lock does not have: micropip finds and installs them. */
import type { PyodideAPI } from "pyodide";
import type { BootFailure } from "../protocol/worker.ts";

/** A requirement that could not be installed. */
export class PackageError extends Error {
  readonly failure: BootFailure;

  constructor(what: string, detail: string) {
    super(`${what}: ${detail}`);
    this.failure = { reason: "package", what, detail };
  }
}

/** Install requirements from an index; micropip itself comes from our lock. */
export async function installWithMicropip(
  pyodide: PyodideAPI,
  requirements: readonly string[],
  indexUrls: readonly string[] | null,
): Promise<void> {
  await pyodide.loadPackage("micropip");
  const micropip = pyodide.pyimport("micropip");
  for (const requirement of requirements) {
    try {
      await micropip.install.callKwargs(requirement, indexUrls ? { index_urls: indexUrls } : {});
    } catch (error) {
      throw new PackageError(requirement, lastLine(error));
    }
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? text;
}
