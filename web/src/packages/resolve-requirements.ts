import { canonicalName, decidingPrefixes, distributionOf } from "./distribution-names.ts";
import { type Impossibility, whyImpossible, whyModuleImpossible } from "./impossible.ts";
import { normalizeName, type Requirement, type RequirementSource } from "./requirement.ts";
import { isMissingFromStdlib } from "./stdlib.ts";
import { meetsSpec } from "./version.ts";

/** What the site can load by its lock: the content of `pyodide/packages.json`. */
export interface PackageIndex {
  /** Import name -> package. */
  imports: Readonly<Record<string, string>>;
  packages: Readonly<Record<string, IndexedPackage>>;
  /** Whether the site was built with all that its app needs: no index is asked for what is imported. */
  isClosed?: boolean;
}

export interface IndexedPackage {
  /** The wheel's file name or full address; its version is read from it. */
  file: string;
  size: number;
  depends: readonly string[];
}

export interface MicropipRequirement {
  /** What to hand to micropip: a name with extras and versions, an address, or a project path. */
  requirement: string;
  /** Where `requirement` leads: to an index, to an address, or to a file of the project. */
  place: "index" | "address" | "project";
  /**
   * Set when the name was only guessed from an import. It is then to be installed after the
   * others, and only if the module cannot be imported by then.
   */
  module?: string;
  /** The script has an answer for its absence, so failing to install it is no error. */
  isOptional: boolean;
  file: string;
  line: number;
}

/** Something about a requirement that a person should hear, with the place where it was asked. */
export interface Notice {
  name: string;
  file: string;
  line: number;
  message: string;
}

export interface ImpossiblePackage extends Impossibility {
  name: string;
  /** Only an `import` surely stops the app: what is merely listed may not be used in a browser. */
  source: RequirementSource;
  file: string;
  line: number;
}

export interface Resolution {
  /** Packages of the lock in loading order: what a package depends on comes before it. */
  fromLock: readonly string[];
  viaMicropip: readonly MicropipRequirement[];
  warnings: readonly Notice[];
  impossible: readonly ImpossiblePackage[];
}

/** Says where each requirement comes from, or why it cannot come at all. */
export function resolveRequirements(
  requirements: readonly Requirement[],
  index: PackageIndex,
): Resolution {
  const lock = new Map(
    Object.entries(index.packages).map(([name, found]) => [normalizeName(name), { name, found }]),
  );
  const wanted = new Set<string>();
  const viaMicropip: MicropipRequirement[] = [];
  const warnings: Notice[] = [];
  const impossible: ImpossiblePackage[] = [];
  const declared = new Set<string>();
  const visiting = new Set<string>(); // Two packages of the lock may depend on each other.

  function addFromLock(key: string): void {
    const entry = lock.get(normalizeName(key));
    if (!entry || wanted.has(entry.name) || visiting.has(entry.name)) return;
    const { name, found } = entry;
    visiting.add(name);
    for (const needed of found.depends) addFromLock(needed);
    visiting.delete(name);
    wanted.add(name);
  }

  function resolveDeclared(requirement: Requirement): void {
    const { name, spec, source, file, line } = requirement;
    const key = canonicalName(name);
    declared.add(key);
    const locked = requirement.url ? undefined : lock.get(key);
    if (locked) {
      addFromLock(key);
      const version = versionOf(locked.found.file);
      if (version && spec && !meetsSpec(version, spec)) {
        const message = `${name}${spec} was asked for; ${version} is what runs in the browser, and is used`;
        warnings.push({ name, file, line, message });
      }
      return;
    }
    const why = requirement.url ? whyUnusable(requirement.url) : whyImpossible(key);
    if (why) impossible.push({ name, source, file, line, ...why });
    else viaMicropip.push({ ...asMicropip(requirement), isOptional: false, file, line });
  }

  function resolveImport({ name, guard, source, file, line }: Requirement): void {
    const known = decidingPrefixes(name)
      .map((part) => index.imports[part])
      .find((found) => found !== undefined);
    const distribution = canonicalName(known ?? distributionOf(name));
    if (declared.has(distribution)) {
      const listed = impossible.find((found) => canonicalName(found.name) === distribution);
      // It does not only stand in a list: without it the app stops here.
      if (listed && !guard) Object.assign(listed, { source, file, line });
      return;
    }
    if (lock.has(distribution)) {
      addFromLock(distribution);
      return;
    }
    if (guard === "fallback") return;
    const why = isMissingFromStdlib(name) ? NOT_IN_BROWSER : whyModuleImpossible(name);
    if (why && known === undefined) {
      if (!guard) impossible.push({ name, source, file, line, ...why });
      return;
    }
    if (index.isClosed) return;
    // Not on this site; micropip knows it from the lock, by its address, or looks for it.
    const requirement = distribution;
    const isOptional = guard !== undefined;
    viaMicropip.push({ requirement, place: "index", module: name, isOptional, file, line });
  }

  for (const requirement of requirements) {
    if (requirement.source === "import") resolveImport(requirement);
    else resolveDeclared(requirement);
  }
  if (viaMicropip.length > 0) addFromLock("micropip");
  return { fromLock: [...wanted], viaMicropip, warnings, impossible };
}

const NOT_IN_BROWSER: Impossibility = {
  reason: "this part of Python's standard library needs an operating system around it",
};

function asMicropip(requirement: Requirement): Pick<MicropipRequirement, "requirement" | "place"> {
  const { name, extras, spec, url } = requirement;
  if (url) return { requirement: url, place: /^https?:/i.test(url) ? "address" : "project" };
  const list = extras.length > 0 ? `[${extras.join(",")}]` : "";
  return { requirement: `${name}${list}${spec}`, place: "index" };
}

/** Why the thing at `url` is no wheel that runs here; undefined when it may be one. */
function whyUnusable(url: string): Impossibility | undefined {
  if (/^(?:git|hg|svn|bzr)\+/.test(url)) {
    return { reason: "a browser cannot check out and build it", instead: "give a wheel's address" };
  }
  const file = url.split(/[?#]/, 1)[0] as string;
  if (!file.endsWith(".whl")) {
    return { reason: "only wheels (.whl) can be installed in a browser", instead: "give a wheel" };
  }
  const platform = file.slice(0, -".whl".length).split("-").pop() as string;
  if (/(?:^|\.)any$|wasm32$/.test(platform)) return undefined;
  return {
    reason: `that wheel is built for ${platform}`,
    instead: "give a wheel for any platform",
  };
}

/** The version in a wheel's file name. */
function versionOf(file: string): string | undefined {
  const name = decodeURIComponent(file.split("/").pop() as string);
  return name.endsWith(".whl") ? name.split("-")[1] : undefined;
}
