/** Asks the person for a file or a folder: with handles where the browser has them. */
import type { SourceSpec } from "../sources/sources.ts";

/** What newer browsers offer beside the file input. */
type Pickers = Partial<Pick<typeof globalThis, "showOpenFilePicker" | "showDirectoryPicker">>;

/** Answers null when the person changed their mind. */
export async function pick(what: "file" | "folder"): Promise<SourceSpec | null> {
  const pickers: Pickers = globalThis;
  try {
    if (what === "file" && pickers.showOpenFilePicker) {
      const accept = { "text/x-python": ".py", "application/zip": ".zip" } as const;
      const types = [{ description: "Python scripts", accept }];
      const [handle] = await pickers.showOpenFilePicker({ types });
      return handle ? { kind: "file", handle } : null;
    }
    if (what === "folder" && pickers.showDirectoryPicker) {
      return { kind: "folder", handle: await pickers.showDirectoryPicker() };
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
  const files = await pickFiles(what);
  return files.length > 0 ? { kind: "picked", files } : null;
}

/** Asks for files of any kind; none when the person changed their mind. */
export function pickFiles(what: "file" | "folder" = "file"): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  if (what === "folder") input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
