import { type CodeProject, openCode } from "./code-link.ts";
import { openDraft } from "./drafts.ts";
import type { EncodedCode } from "./encode-code.ts";
import { openGist } from "./gist.ts";
import { openHanded } from "./handed.ts";
import { openFileHandle, openFolderHandle } from "./handles.ts";
import { openLink } from "./link.ts";
import { locate } from "./locate.ts";
import { openPickedFiles } from "./picked-files.ts";
import type { Project, SourceEnv, SourceSpec } from "./project.ts";
import { openRepository } from "./repository.ts";
import { openServed } from "./served.ts";
import type { Shareable } from "./shareable.ts";

export {
  type EmbedOption,
  type PageAddress,
  parseAddress,
  RESERVED_PARAMETERS,
  type Theme,
  writeAddress,
} from "./address.ts";
export { decodeCode } from "./code-link.ts";
export { tryDecodeUtf8 } from "./content.ts";
export {
  type Draft,
  type DraftNote,
  dropDraft,
  hasDraft,
  keepDraft,
  listDrafts,
  newDraftId,
  withDraft,
} from "./drafts.ts";
export { readDrop } from "./drop.ts";
export { isSourceError, SourceError, type SourceErrorKind } from "./errors.ts";
export { timeAgo } from "./kept-copies.ts";
export { forgetHandle, type KeptHandle, listKeptHandles, reopenHandle } from "./kept-handles.ts";
export { sourceEnvOf } from "./page-env.ts";
export type {
  Origin,
  OriginKind,
  PickedFile,
  Project,
  ProjectChange,
  SourceEnv,
  SourceSpec,
  Stop,
} from "./project.ts";
export { fileName, isSafePath } from "./project-paths.ts";
export { isBuilt, type ServedManifest } from "./served.ts";
export { canWriteBack, writeBack } from "./write-back.ts";

/** What goes into `#code=`; its code is loaded when somebody shares an app. */
export async function encodeCode(project: CodeProject): Promise<EncodedCode> {
  return (await import("./encode-code.ts")).encodeCode(project);
}

/** What of an app's files may leave its author's hands; its code is loaded when somebody wants to know. */
export async function selectShareable(files: Project["files"]): Promise<Shareable> {
  return (await import("./shareable.ts")).selectShareable(files);
}

/** Reads a script and what belongs to it, wherever it is; throws a `SourceError` when it cannot. */
export function openSource(spec: SourceSpec, env: SourceEnv): Promise<Project> {
  switch (spec.kind) {
    case "served":
      return openServed(spec.manifest, env);
    case "address":
      return openAddress(spec.address, env);
    case "code":
      return openCode(spec.code);
    case "draft":
      return openDraft(spec.id, env);
    case "page":
      return openHanded(spec.name, env);
    case "file":
      return openFileHandle(spec.handle, env);
    case "folder":
      return openFolderHandle(spec.handle, spec.entry, env);
    case "picked":
      return openPickedFiles(spec.files, spec.entry, env);
    default:
      return spec satisfies never;
  }
}

async function openAddress(address: string, env: SourceEnv): Promise<Project> {
  const place = locate(address, env.site);
  switch (place.kind) {
    case "gist":
      return openGist(place, address, env);
    case "repository":
      return openRepository(place, address, env);
    case "link":
      return openLink(place, address, env);
    default:
      return place satisfies never;
  }
}
