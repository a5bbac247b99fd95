/** Files of packages, as one run of bytes: mounted without a copy of each. */
import type { PyodideAPI } from "pyodide";

/** A file's path, and where its bytes are in the run. */
export type PackedFile = [path: string, offset: number, length: number];

type FileSystem = PyodideAPI["FS"];

/** The files below a folder, with their contents. */
export function readFiles(fs: FileSystem, folder: string): [string, Uint8Array<ArrayBuffer>][] {
  const names: string[] = fs.readdir(folder);
  return names
    .filter((name) => name !== "." && name !== "..")
    .sort()
    .flatMap((name): [string, Uint8Array<ArrayBuffer>][] => {
      const path = `${folder}/${name}`;
      if (fs.isDir(fs.lstat(path).mode)) return readFiles(fs, path);
      return [[path, fs.readFile(path)]];
    });
}

/** Put packed files into the file system; their contents stay where they are. */
export function mountFiles(
  fs: FileSystem,
  files: readonly PackedFile[],
  content: Uint8Array<ArrayBuffer>,
): void {
  let folder = "";
  for (const [path, offset, length] of files) {
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (parent !== folder) fs.mkdirTree(parent);
    folder = parent;
    const node = fs.mknod(path, REGULAR_FILE, 0);
    node.contents = content.subarray(offset, offset + length);
    node.usedBytes = length;
  }
}

/** A regular file that everybody may read and its owner write, as `stat` has it. */
const REGULAR_FILE = 0o100644;
