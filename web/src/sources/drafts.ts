/**
 * What a person writes in the playground, kept while they write: an app of their own, or their changes to
 * one from elsewhere. A draft stays whose its script was: changed or not, somebody else's keeps its frame.
 */
import type { StoragePort } from "../storage/storage.ts";
import { failures } from "./errors.ts";
import type { Project, SourceEnv } from "./project.ts";

/** All that it takes to open it again, without the place that it came from. */
export interface Draft
  extends Pick<Project, "entry" | "files" | "identity" | "origin" | "isTrusted"> {
  /** Paths of what was changed here; the others are as their place had them. */
  changed: readonly string[];
}

/** What is listed of a draft. */
export interface DraftNote {
  id: string;
  /** The script's name. */
  entry: string;
  origin: Project["origin"];
  /** When it was changed last, in milliseconds since 1970. */
  at: number;
}

const DRAFTS = "drafts";
const NOTES = "draft-notes";

/** What a new app begins with. */
const TEMPLATE = `import streamlit as st

st.title("My app")

x = st.slider("x", 0, 100, 50)
st.write(x, "squared is", x * x)
`;

/** A draft of a new app, and the empty sheet where nobody has written yet. */
export async function openDraft(id: string, env: SourceEnv): Promise<Project> {
  const draft = await tryReadDraft(env.storage, id);
  if (draft) return { ...draft, args: [], notices: [] };
  if (!isOfNewApp(id)) throw failures.noDraft(id);
  return {
    entry: "app.py",
    files: new Map([["app.py", new TextEncoder().encode(TEMPLATE)]]),
    identity: id,
    origin: { kind: "draft" },
    isTrusted: true,
    args: [],
    notices: [],
  };
}

/** The name of an app that nobody has written yet. */
export function newDraftId(random: string): string {
  return `new:${random}`;
}

function isOfNewApp(id: string): boolean {
  return /^new:[\w-]+$/.test(id);
}

/** A project with the changes that were made to it here, if there are any. */
export async function withDraft(project: Project, storage: StoragePort): Promise<Project> {
  const draft = await tryReadDraft(storage, project.identity);
  if (!draft || draft.changed.length === 0 || project.origin.kind === "draft") return project;
  // What was not touched here is as its place has it now.
  const files = new Map(project.files);
  for (const path of draft.changed) {
    const bytes = draft.files.get(path);
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  const notice = "Shown with your changes. Discard them in the editor's menu to have it as it is.";
  const { changed } = draft;
  return { ...project, files, changed, notices: [...project.notices, notice] };
}

/** Keep a draft; answers once it is kept. It is named by the app's identity. */
export async function keepDraft(storage: StoragePort, draft: Draft, now: number): Promise<void> {
  const { entry, files, identity, origin, isTrusted, changed } = draft;
  // All that was changed is saved at its place: there is nothing to keep.
  if (changed.length === 0 && origin.kind !== "draft") return dropDraft(storage, identity);
  const kept = { entry, files, identity, origin, isTrusted, changed };
  await storage.put(DRAFTS, identity, kept);
  await storage.put(NOTES, identity, { id: identity, entry, origin, at: now } satisfies DraftNote);
}

export async function dropDraft(storage: StoragePort, id: string): Promise<void> {
  await storage.delete(NOTES, id);
  await storage.delete(DRAFTS, id);
}

/** Whether there are changes of a person's to an app from elsewhere. */
export async function hasDraft(
  storage: StoragePort,
  { identity, origin }: Project,
): Promise<boolean> {
  return origin.kind !== "draft" && (await tryReadDraft(storage, identity)) !== null;
}

/** All drafts, the newest first. */
export async function listDrafts(storage: StoragePort): Promise<DraftNote[]> {
  try {
    const ids = await storage.keys(NOTES);
    const notes = await Promise.all(ids.map((id) => storage.get(NOTES, id)));
    return (notes as (DraftNote | undefined)[])
      .filter((note) => note !== undefined)
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

async function tryReadDraft(storage: StoragePort, id: string): Promise<Draft | null> {
  try {
    return ((await storage.get(DRAFTS, id)) as Draft | undefined) ?? null;
  } catch {
    return null;
  }
}
