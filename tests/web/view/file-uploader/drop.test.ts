import type {
  DirectoryDropItem,
  DropItem,
  FileDropItem,
} from "react-aria-components/useDragAndDrop";
import { describe, expect, it } from "vitest";
import { droppedFiles } from "../../../../web/src/view/file-uploader/drop.ts";

const file = (name: string): FileDropItem => ({
  kind: "file",
  name,
  type: "text/plain",
  getFile: async () => new File(["x"], name, { type: "text/plain" }),
  getText: async () => "x",
});

const folder = (name: string, ...entries: (FileDropItem | DirectoryDropItem)[]) =>
  ({
    kind: "directory",
    name,
    async *getEntries() {
      yield* entries;
    },
  }) as DirectoryDropItem;

const DROPPED: DropItem[] = [
  file("a.txt"),
  folder("box", file("b.txt"), folder("inner", file("c.txt"))),
  { kind: "text", types: new Set(["text/plain"]), getText: async () => "words" },
];

const names = async (withFolders: boolean) =>
  (await droppedFiles(DROPPED, withFolders)).map(({ name }) => name);

describe("what is dropped", () => {
  it("is its files, and nothing else", async () => {
    expect(await names(false)).toEqual(["a.txt"]);
  });

  it("has the files of folders, too, where a folder is asked for, named by the way to them", async () => {
    expect(await names(true)).toEqual(["a.txt", "box/b.txt", "box/inner/c.txt"]);
  });
});
