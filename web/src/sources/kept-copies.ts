import { type FewEntries, getOneOfFew, putOneOfFew } from "../storage/storage.ts";
import { differentPaths } from "./bytes.ts";
import { isSourceError, listNames, type SourceError } from "./errors.ts";
import type { Project, SourceEnv } from "./project.ts";

/**
 * The last good copy of every script that came over the network, so that a link opens again when
 * the network or GitHub's limit says no. Keeping is a kindness: its failures are no failures.
 */
export interface KeptCopy {
  project: KeptProject;
  /** When it was fetched, in milliseconds since 1970. */
  at: number;
  /** The version tag with which the host can be asked whether this is still the newest. */
  etag?: string;
}

type KeptProject = Pick<Project, "entry" | "files" | "identity" | "origin" | "isTrusted">;

const COPIES: FewEntries = { store: "copies", uses: "copy-uses", most: 30 };
const SHAPE = 1;
const MAX_COPY_BYTES = 10_000_000;

/** What came over the network, and the version tag of that. */
export interface Fetched {
  project: Project;
  etag?: string | undefined;
}

/** Where the copy of a project is kept. */
export interface CopyPlace {
  key: string;
  /** Whether it is of a revision: what never changes need not be fetched again. */
  isFixed: boolean;
}

/**
 * The project as its host has it now, kept for the next time; the last good copy where that fails
 * for a while. Both say what a person who was here before would want to know.
 */
export async function openNewest(
  { key, isFixed }: CopyPlace,
  fetch: (kept: Promise<KeptCopy | undefined>) => Promise<Fetched>,
  env: SourceEnv,
): Promise<Project> {
  const kept = tryReadCopy(key, env);
  const fixed = isFixed && (await kept);
  if (fixed) return projectOf(fixed);
  try {
    const { project, etag } = await fetch(kept);
    // Nothing waits for what is kept: the next visit has it.
    void kept.then(() => keepCopy(key, project, etag, env));
    // What the site's owner changes in the site's own scripts is no news.
    return project.isTrusted ? project : withNews(project, await kept, env);
  } catch (error) {
    const copy = isPassing(error) && (await kept);
    if (!copy) throw error;
    return asOlderCopy(copy, error, env);
  }
}

/** Whether what went wrong may go right later, so that an older copy is of use. */
export function isPassing(error: unknown): error is SourceError {
  return isSourceError(error, "network", "cors", "limit", "server");
}

function withNews(project: Project, kept: KeptCopy | undefined, env: SourceEnv): Project {
  const changed = kept ? differentPaths(kept.project.files, project.files) : [];
  if (!kept || changed.length === 0) return project;
  const since = `since your last visit, ${timeAgo(env.now() - kept.at)}`;
  const news = `${listNames(changed)} changed ${since}.`;
  return { ...project, notices: [...project.notices, news] };
}

async function tryReadCopy(key: string, env: SourceEnv): Promise<KeptCopy | undefined> {
  try {
    const kept = await getOneOfFew(env.storage, COPIES, key, env.now());
    const { shape, project, at, etag } = (kept ?? {}) as KeptCopy & { shape?: number };
    if (shape !== SHAPE) return undefined;
    return { project, at, ...(etag && { etag }) };
  } catch {
    return undefined;
  }
}

async function keepCopy(
  key: string,
  project: Project,
  etag: string | undefined,
  env: SourceEnv,
): Promise<void> {
  const { entry, files, identity, origin, isTrusted } = project;
  let size_bytes = 0;
  for (const bytes of files.values()) size_bytes += bytes.length;
  if (size_bytes > MAX_COPY_BYTES) return;
  const kept = { entry, files, identity, origin, isTrusted };
  try {
    const copy = { shape: SHAPE, project: kept, at: env.now(), etag };
    await putOneOfFew(env.storage, COPIES, key, copy, env.now());
  } catch {
    // Out of room, or storage is refused: the app runs all the same.
  }
}

/** The copy as a project. */
export function projectOf(copy: KeptCopy, notices: readonly string[] = []): Project {
  return { ...copy.project, args: [], notices };
}

/** The copy as a project, with the reason why it is not a newer one. */
function asOlderCopy(copy: KeptCopy, error: SourceError, env: SourceEnv): Project {
  const kept = `Shown is the copy that was kept ${timeAgo(env.now() - copy.at)}.`;
  return projectOf(copy, [`${error.why} ${kept}`]);
}

/** How long ago something was, in words for a person. */
export function timeAgo(duration_ms: number): string {
  const minutes = Math.floor(duration_ms / 60_000);
  if (minutes < 2) return "a moment ago";
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}
