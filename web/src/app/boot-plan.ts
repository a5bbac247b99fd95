/** Decides, before anything is fetched, what an app needs in order to start. */
import {
  findRequirements,
  type ImpossiblePackage,
  type Notice,
  type PackageIndex,
  resolveRequirements,
} from "../packages/packages.ts";
import type { Project } from "../protocol/port.ts";

/** What the site has: the content of pyodide/packages.json. */
export interface SiteIndex extends PackageIndex {
  core: { files: Record<string, number> };
  lock: { file: string; size: number };
  runtime: { file: string; size: number };
}

export interface BootPlan {
  /** Packages of our lock. */
  packages: string[];
  /** What micropip installs. */
  micropip: string[];
  indexUrls: string[] | null;
  /** Sizes in bytes of all that will be fetched, by path on the site. */
  sizes: Record<string, number>;
  warnings: readonly Notice[];
  impossible: readonly ImpossiblePackage[];
}

/** The core files that a start fetches; pyodide.mjs is part of the worker's own code. */
const CORE_FILES = ["pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

export function bootPlan(project: Project, index: SiteIndex): BootPlan {
  const found = findRequirements(project.files, project.entry);
  const resolved = resolveRequirements(found.requirements, index);
  const indexUrls = [...found.indexUrls, ...(project.indexUrls ?? [])];
  const packages = [...resolved.fromLock];
  const micropip = resolved.viaMicropip.map((wanted) => wanted.requirement);
  const files = CORE_FILES.map((name): [string, number] => [name, index.core.files[name] ?? 0]);
  files.push([index.runtime.file, index.runtime.size]);
  if (packages.length > 0 || micropip.length > 0) files.push([index.lock.file, index.lock.size]);
  for (const name of packages) {
    const wheel = index.packages[name];
    if (wheel) files.push([wheel.file, wheel.size]);
  }
  return {
    packages,
    micropip,
    indexUrls: indexUrls.length > 0 ? indexUrls : null,
    sizes: Object.fromEntries(files.map(([name, size]) => [`pyodide/${name}`, size])),
    warnings: resolved.warnings,
    impossible: resolved.impossible,
  };
}
