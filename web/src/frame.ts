/**
 * The first code in the frame of somebody else's app: gets the app unit's files from the page, and
 * mounts it. Nothing else of the site is there, so it imports no code but the module graph's.
 */
import type { SiteIndex } from "./app/boot-options.ts";
import { ModuleGraph, type ReadFile } from "./app/module-graph.ts";
import type * as Unit from "./app/mount.tsx";
import type { UnitParts } from "./app/unit-parts.ts";
import type { FileAnswer, FileQuestion, FrameStart } from "./protocol/sandbox.ts";

export async function begin(
  element: HTMLElement,
  { parts, index }: FrameStart<UnitParts, SiteIndex>,
  [files, port]: readonly [MessagePort, MessagePort],
): Promise<void> {
  const graph = new ModuleGraph(parts, askingBy(files));
  try {
    const { mount, bytesLoader } = await graph.import<typeof Unit>(parts.unit);
    mount(element, port, { loader: bytesLoader(graph), index, isFramed: true });
  } catch (error) {
    element.role = "alert";
    element.textContent = `The app's code did not come: ${String(error)} Reload the page to try again.`;
  }
}

/** Ask the page for each file; it answers in any order. */
function askingBy(port: MessagePort): ReadFile {
  const asked = new Map<number, (answer: FileAnswer) => void>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
    asked.get(data.id)?.(data);
    asked.delete(data.id);
  };
  return async (path) => {
    last += 1;
    const question: FileQuestion = { id: last, path };
    const { bytes, error } = await new Promise<FileAnswer>((resolve) => {
      asked.set(question.id, resolve);
      port.postMessage(question);
    });
    if (!bytes) throw new Error(error ?? `${path} did not come.`);
    return bytes;
  };
}
