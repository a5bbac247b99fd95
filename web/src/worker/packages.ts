/** Packages that an app needs: those of our lock by Pyodide, the rest by micropip. */
import type { PyodideAPI } from "pyodide";
import type { PyAwaitable, PyCallable } from "pyodide/ffi";
import type {
  BootFailure,
  FoundPackages,
  MicropipRequirement,
  PackagePlan,
} from "../protocol/worker.ts";

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
  /** Addresses of the wheels that are installed. */
  wheels: string[];
}

/** Load packages of our lock into a Python that runs already. */
export async function loadPackages(
  pyodide: PyodideAPI,
  names: string[],
  tell: (text: string) => void,
): Promise<void> {
  await pyodide.loadPackage(names, { messageCallback: () => {}, errorCallback: tell });
}

/**
 * Install requirements: from where they were found at an earlier visit, or else from an index.
 * micropip itself comes from our lock. Answers what an index was asked for and gave.
 */
export async function installWithMicropip(
  pyodide: PyodideAPI,
  { micropip, indexUrls, wheels: known }: PackagePlan,
  tell: (text: string) => void,
): Promise<FoundPackages | null> {
  if (micropip.length === 0) return null;
  const { install, install_found } = pyodide.pyimport("tabstream._host.packages") as {
    install: PyCallable & ((requirements: string, indexUrls: string) => PyAwaitable);
    install_found: PyCallable & ((wheels: string) => PyAwaitable);
  };
  if (known && (await install_found(JSON.stringify(known)))) return null;
  const before = new Set(loadedFromLock(pyodide));
  const asked: readonly MicropipRequirement[] = micropip;
  const answer: string = await install(JSON.stringify(asked), JSON.stringify(indexUrls));
  const { failed, notes, wheels }: Outcome = JSON.parse(answer);
  for (const note of notes) tell(note);
  if (failed) throw new PackageError(failed);
  return { lock: loadedFromLock(pyodide).filter((name) => !before.has(name)), wheels };
}

/** The packages of our lock that are loaded. */
function loadedFromLock(pyodide: PyodideAPI): string[] {
  return Object.entries(pyodide.loadedPackages)
    .filter(([, channel]) => channel === "default channel")
    .map(([name]) => name);
}
