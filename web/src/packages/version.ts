/** Versions and version specifiers of Python packages (PEP 440), as far as comparing needs them. */

interface Version {
  epoch: number;
  release: readonly number[];
  /** What orders versions of one release: dev < a < b < rc < the release < post. */
  phase: readonly [pre: number, preNumber: number, post: number, dev: number];
  local: string;
}

const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const PRE_ORDER: Record<string, number> = { a: -3, alpha: -3, b: -2, beta: -2 };
const RELEASED = 0;
const DEV_ONLY = -4;

export function tryParseVersion(text: string): Version | undefined {
  const lowered = text.trim().toLowerCase();
  const match = VERSION.exec(lowered);
  if (!match) return undefined;
  const [, epoch, release, pre, preNumber, implicitPost, post, postNumber, devNumber, local] =
    match;
  const isDev = devNumber !== undefined;
  const isPost = implicitPost !== undefined || post !== undefined;
  const preOrder = pre ? (PRE_ORDER[pre] ?? -1) : isDev && !isPost ? DEV_ONLY : RELEASED;
  return {
    epoch: Number(epoch ?? 0),
    release: (release as string).split(".").map(Number),
    phase: [
      preOrder,
      Number(preNumber || 0),
      isPost ? Number(implicitPost ?? (postNumber || 0)) : -1,
      isDev ? Number(devNumber || 0) : Number.POSITIVE_INFINITY,
    ],
    local: local ?? "",
  };
}

/** Negative, zero or positive, as `left` is older than, the same as, or newer than `right`. */
export function compareVersions(left: Version, right: Version): number {
  if (left.epoch !== right.epoch) return left.epoch - right.epoch;
  const length = Math.max(left.release.length, right.release.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left.release[index] ?? 0) - (right.release[index] ?? 0);
    if (difference !== 0) return difference;
  }
  for (const [index, part] of left.phase.entries()) {
    const other = right.phase[index] as number;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

const SPECIFIER = /^(~=|===|==|!=|<=|>=|<|>)\s*(.+)$/;

/** Whether `version` meets every one of `spec`'s comma-separated specifiers. */
export function meetsSpec(version: string, spec: string): boolean {
  return spec
    .split(",")
    .filter((part) => part.trim() !== "")
    .every((part) => meetsOne(version, part.trim()));
}

function meetsOne(text: string, specifier: string): boolean {
  const [, operator = "", wanted = ""] = SPECIFIER.exec(specifier) ?? [];
  if (operator === "===") return text === wanted;
  const version = tryParseVersion(text);
  const isPrefix = wanted.endsWith(".*");
  const bound = tryParseVersion(isPrefix ? wanted.slice(0, -2) : wanted);
  if (!version || !bound) return false;
  const order = compareVersions(bound.local ? version : withoutLocal(version), bound);
  switch (operator) {
    case "==":
      if (isPrefix) return startsWith(version, bound.release);
      return order === 0 && (!bound.local || bound.local === version.local);
    case "!=":
      return isPrefix ? !startsWith(version, bound.release) : order !== 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "~=":
      return order >= 0 && startsWith(version, bound.release.slice(0, -1));
    default:
      return false;
  }
}

function withoutLocal(version: Version): Version {
  return { ...version, local: "" };
}

function startsWith(version: Version, release: readonly number[]): boolean {
  return release.every((part, index) => (version.release[index] ?? 0) === part);
}
