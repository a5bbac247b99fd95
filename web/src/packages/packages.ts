export { type Findings, findRequirements } from "./find-requirements.ts";
export type { Impossibility } from "./impossible.ts";
export { findOutsideImports, type ImportsOfProject, type OutsideImport } from "./local-modules.ts";
export { findNamedFiles } from "./named-files.ts";
export { type Manifest, type ManifestFile, readPyscriptToml } from "./pyscript-toml.ts";
export { findImports, type PythonImport } from "./python-imports.ts";
export {
  normalizeName,
  type Problem,
  type Requirement,
  type RequirementSource,
} from "./requirement.ts";
export {
  type ImpossiblePackage,
  type IndexedPackage,
  type MicropipRequirement,
  type Notice,
  type PackageIndex,
  type Resolution,
  resolveRequirements,
} from "./resolve-requirements.ts";
export { isBuiltIn } from "./stdlib.ts";
