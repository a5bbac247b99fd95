import type { ImportGuard } from "./guard-blocks.ts";

/** Where an app said that it needs a package, in the order in which they are believed. */
export type RequirementSource = "pep723" | "requirements.txt" | "pyscript.toml" | "import";

export interface Requirement {
  /** The distribution's name as written; for an import, the dotted name of the module. */
  name: string;
  extras: readonly string[];
  /** Version specifiers without spaces, such as `>=2,<3`; empty when any version will do. */
  spec: string;
  /** Address or project path of a wheel, when the requirement names one. */
  url?: string;
  source: RequirementSource;
  file: string;
  line: number;
  /** Set for an import that the script expects to fail sometimes. */
  guard?: ImportGuard;
}

/** A line that could not be read as a requirement; the others still count. */
export interface Problem {
  file: string;
  line: number;
  /** What was written there. */
  asked: string;
  reason: string;
}

/** The parts of a requirement as written, before its marker is evaluated. */
export interface RequirementParts {
  name: string;
  extras: readonly string[];
  spec: string;
  url?: string;
  marker?: string;
}

const NAME = String.raw`([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)`;
const EXTRAS = String.raw`\s*(?:\[([^\]]*)\])?\s*`;
const WITH_URL = new RegExp(String.raw`^${NAME}${EXTRAS}@\s*(\S+?)\s*(?:(?:\s|^);\s*(.+))?$`);
const WITH_VERSIONS = new RegExp(String.raw`^${NAME}${EXTRAS}\(?([^;()]*)\)?\s*(?:;\s*(.+))?$`);
const SPECIFIER = /^(?:~=|===?|!=|<=?|>=?)\s*[\w.!+*-]+$/;
const WHEEL =
  /(?:^|\/)([A-Za-z0-9][\w.]*)-[^/-]+(?:-\d[^/-]*)?-[^/-]+-[^/-]+-[^/-]+\.whl(?:[?#].*)?$/;

/** Reads one requirement as of PEP 508, or a wheel's bare address; undefined when it is neither. */
export function tryParseRequirement(text: string): RequirementParts | undefined {
  const trimmed = text.trim();
  const bare = /^[^\s;@]+$/.test(trimmed) ? WHEEL.exec(trimmed)?.[1] : undefined;
  if (bare) return { name: bare, extras: [], spec: "", url: trimmed };

  const withUrl = WITH_URL.exec(trimmed);
  if (withUrl) {
    const [, name, extras, url, marker] = withUrl;
    return {
      name: name as string,
      extras: readList(extras),
      spec: "",
      url: url as string,
      ...(marker && { marker }),
    };
  }
  const plain = WITH_VERSIONS.exec(trimmed);
  if (!plain) return undefined;
  const [, name, extras, versions, marker] = plain;
  const specifiers = readList(versions);
  if (!specifiers.every((specifier) => SPECIFIER.test(specifier))) return undefined;
  const spec = specifiers.map((specifier) => specifier.replace(/\s+/g, "")).join(",");
  return { name: name as string, extras: readList(extras), spec, ...(marker && { marker }) };
}

function readList(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The form in which names of distributions are compared (PEP 503). */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
