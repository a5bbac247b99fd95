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

/** What of a node of the file system in memory is used here. */
interface Node {
  /** Of a folder, what is in it; of a file, its bytes. */
  contents: Record<string, Node> | Uint8Array;
  usedBytes: number;
}

/**
 * Put packed files into the file system; their contents stay where they are.
 *
 * There are 1,400 of them before an app with pandas can start. By its path each would be looked up from
 * the root, several times; so nodes are made where their folder is known.
 */
export function mountFiles(
  fs: FileSystem,
  files: readonly PackedFile[],
  content: Uint8Array<ArrayBuffer>,
): void {
  const create = (parent: Node, name: string, mode: number): Node =>
    fs.filesystems.MEMFS.createNode(parent, name, mode, 0);
  const folders = new Map<string, Node>([["", fs.root]]);
  const folderAt = (path: string): Node => {
    const known = folders.get(path);
    if (known) return known;
    const [parentPath, name] = splitPath(path);
    const parent = folderAt(parentPath);
    const there = (parent.contents as Record<string, Node>)[name];
    const folder = there ?? create(parent, name, FOLDER);
    folders.set(path, folder);
    return folder;
  };
  for (const [path, offset, length] of files) {
    const [folder, name] = splitPath(path);
    const node = create(folderAt(folder), name, REGULAR_FILE);
    node.contents = content.subarray(offset, offset + length);
    node.usedBytes = length;
  }
}

function splitPath(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf("/");
  return [path.slice(0, end), path.slice(end + 1)];
}

/** A regular file that everybody may read and its owner write, as `stat` has it. */
const REGULAR_FILE = 0o100644;

/** A folder for everybody, as Emscripten makes them. */
const FOLDER = 0o40777;
