/**
 * What a person writes in the playground, kept while they write: an app of their own, or their changes to
 * one from elsewhere. A draft stays whose its script was: changed or not, somebody else's keeps its frame.
 */
import type { StoragePort } from "../storage/storage.ts";
import { failures } from "./errors.ts";
import type { Project, SourceEnv } from "./project.ts";

/** All that it takes to open it again, without the place that it came from. */
export type Draft = Pick<Project, "entry" | "files" | "identity" | "origin" | "isTrusted">;

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
  if (!draft || project.origin.kind === "draft") return project;
  const { entry, files } = draft;
  const notice = "Shown with your changes. Discard them in the editor's menu to have it as it is.";
  return { ...project, entry, files, notices: [...project.notices, notice], isDraft: true };
}

/** Keep a draft; answers once it is kept. It is named by the app's identity. */
export async function keepDraft(storage: StoragePort, draft: Draft, now: number): Promise<void> {
  const { entry, files, identity, origin, isTrusted } = draft;
  await storage.put(DRAFTS, identity, { entry, files, identity, origin, isTrusted });
  await storage.put(NOTES, identity, { id: identity, entry, origin, at: now } satisfies DraftNote);
}

export async function dropDraft(storage: StoragePort, id: string): Promise<void> {
  await storage.delete(NOTES, id);
  await storage.delete(DRAFTS, id);
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
