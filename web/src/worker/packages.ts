/** Packages that an app needs: those of our lock by Pyodide, the rest by micropip. */
import type { PyodideAPI } from "pyodide";
import type { PyAwaitable, PyCallable } from "pyodide/ffi";
import type { BootFailure, MicropipRequirement, PackagePlan } from "../protocol/worker.ts";

/** A requirement that could not be installed. */
export class PackageError extends Error {
  readonly failure: BootFailure;

  constructor({ what, detail }: { what: string; detail: string }) {
    super(`${what}: ${detail}`);
    this.failure = { reason: "package", what, detail };
  }
}

/** What py/tabstream/_host/packages.py answers. */
interface Outcome {
  failed: { what: string; detail: string } | null;
  /** Lines for the log. */
  notes: string[];
}

/** Load packages of our lock into a Python that runs already. */
export async function loadPackages(
  pyodide: PyodideAPI,
  names: string[],
  tell: (text: string) => void,
): Promise<void> {
  await pyodide.loadPackage(names, { messageCallback: () => {}, errorCallback: tell });
}

/** Install requirements from an index; micropip itself comes from our lock. */
export async function installWithMicropip(
  pyodide: PyodideAPI,
  { micropip, indexUrls }: PackagePlan,
  tell: (text: string) => void,
): Promise<void> {
  if (micropip.length === 0) return;
  const { install } = pyodide.pyimport("tabstream._host.packages") as {
    install: PyCallable & ((requirements: string, indexUrls: string) => PyAwaitable);
  };
  const asked: readonly MicropipRequirement[] = micropip;
  const answer: string = await install(JSON.stringify(asked), JSON.stringify(indexUrls));
  const { failed, notes }: Outcome = JSON.parse(answer);
  for (const note of notes) tell(note);
  if (failed) throw new PackageError(failed);
}
