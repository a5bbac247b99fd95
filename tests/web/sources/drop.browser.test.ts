import { expect, it } from "vitest";
import { readDrop } from "../../../web/src/sources/sources.ts";

/** What a drop brings, where the browser gives handles for it. */
function dropOfHandles(...handles: FileSystemHandle[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const { name } of handles) transfer.items.add(new File(["x"], name));
  const items = [...transfer.items].map((item, index) => {
    return Object.assign(Object.create(null), {
      kind: item.kind,
      webkitGetAsEntry: () => null,
      getAsFileSystemHandle: async () => handles[index],
    });
  });
  return { items, files: transfer.files } as unknown as DataTransfer;
}

it("a dropped file or folder is opened by its handle", async () => {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle("dropped.py", { create: true });
  expect(await readDrop(dropOfHandles(handle))).toEqual({ kind: "file", handle });
  expect(await readDrop(dropOfHandles(folder))).toEqual({ kind: "folder", handle: folder });
});

it("several files, and browsers without handles, give the files themselves", async () => {
  const transfer = new DataTransfer();
  transfer.items.add(new File(["x"], "app.py"));
  transfer.items.add(new File(["y"], "helper.py"));
  const spec = await readDrop(transfer);
  if (spec?.kind !== "picked") throw new Error("The files were not taken.");
  expect(spec.files.map(({ name }) => name)).toEqual(["app.py", "helper.py"]);
});

it("dropped text is nothing to open", async () => {
  const transfer = new DataTransfer();
  transfer.setData("text/plain", "import streamlit");
  expect(await readDrop(transfer)).toBeUndefined();
});
