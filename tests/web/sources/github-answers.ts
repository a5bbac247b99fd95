import type { Answer } from "./world.ts";

/**
 * Answers of GitHub's API for the files of a repository, and of its raw host. Written here in the
 * documented format (https://docs.github.com/en/rest/git/trees#get-a-tree), not recorded; fields that
 * nobody reads are left out.
 */
export function repositoryAnswers(
  repository: string,
  ref: string,
  files: Record<string, string | Uint8Array>,
): Record<string, Answer> {
  const raw = Object.entries(files).map(([path, content]) => {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    return [`https://raw.githubusercontent.com/${repository}/${ref}/${encoded}`, content] as const;
  });
  return { [treeAddress(repository, ref)]: () => treeAnswer(files), ...Object.fromEntries(raw) };
}

export function treeAddress(repository: string, ref: string): string {
  return `https://api.github.com/repos/${repository}/git/trees/${encodeURIComponent(ref)}?recursive=1`;
}

function treeAnswer(files: Record<string, string | Uint8Array>): Response {
  const blobs = Object.entries(files).map(([path, content]) => {
    return { path, mode: "100644", type: "blob", size: content.length, sha: SHA };
  });
  const folders = new Set(
    Object.keys(files)
      .filter((path) => path.includes("/"))
      .map((path) => path.slice(0, path.lastIndexOf("/"))),
  );
  const trees = [...folders].map((path) => ({ path, mode: "040000", type: "tree", sha: SHA }));
  const body = { sha: SHA, tree: [...trees, ...blobs], truncated: false };
  return Response.json(body, { headers: { etag: 'W/"tree"', "x-ratelimit-remaining": "59" } });
}

const SHA = "9fb037999f264ba9a7fc6274d15fa3ae2ab98312";
