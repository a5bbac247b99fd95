import { failures } from "./errors.ts";
import { fetchAnswer, readAnswer } from "./fetch-file.ts";
import type { SourceEnv } from "./project.ts";

/** The files of a repository at one of its branches, tags or commits. */
export interface Tree {
  files: readonly TreeFile[];
  etag: string | undefined;
}

export interface TreeFile {
  path: string;
  size_bytes: number;
}

export interface TreeName {
  owner: string;
  name: string;
  /** A branch, tag or commit; `HEAD` is the default branch. */
  ref: string;
}

const MAX_ANSWER_BYTES = 20_000_000;

/**
 * Asks GitHub's API for all files of a repository; null when they are the ones that `etag` stands for.
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export async function fetchTree(
  { owner, name, ref }: TreeName,
  asked: string,
  etag: string | undefined,
  env: SourceEnv,
): Promise<Tree | null> {
  const path = [owner, name, "git/trees", encodeURIComponent(ref)].join("/");
  const request = {
    url: `https://api.github.com/repos/${path}?recursive=1`,
    asked,
    limit_bytes: MAX_ANSWER_BYTES,
    headers: { Accept: "application/vnd.github+json", ...(etag && { "If-None-Match": etag }) },
  };
  const response = await fetchAnswer(request, env);
  if (etag && response.status === 304) return null;
  const answer = await readAnswer(response, request, env);
  const read = tryRead(answer.bytes);
  if (!read) throw failures.server(asked, response.status);
  if (read.isCut) {
    throw failures.tooLarge(asked, "The repository has more files than GitHub lists", "100,000");
  }
  return { files: read.files, etag: answer.etag };
}

function tryRead(bytes: Uint8Array): { files: TreeFile[]; isCut: boolean } | undefined {
  try {
    const { tree, truncated } = JSON.parse(new TextDecoder().decode(bytes));
    // The rest are folders, and commits of other repositories.
    const blobs = (tree as Record<string, unknown>[]).filter(({ type }) => type === "blob");
    const files = blobs.map(({ path, size }) => {
      return { path: String(path), size_bytes: Number(size ?? 0) };
    });
    return { files, isCut: truncated === true };
  } catch {
    return undefined;
  }
}
