/**
 * The first code in the frame of somebody else's app: gets the app unit's files from the page, and
 * mounts it. Nothing else of the site is there, so it imports no code but the module graph's.
 */
import type { SiteIndex } from "./app/boot-options.ts";
import type * as HeadStarts from "./app/head-start.ts";
import { ModuleGraph, type ReadFile } from "./app/module-graph.ts";
import type * as Unit from "./app/mount.tsx";
import type { UnitParts } from "./app/unit-parts.ts";
import type { ReadOptions } from "./protocol/assets.ts";
import type { FileAnswer, FileProgress, FileQuestion, FrameStart } from "./protocol/sandbox.ts";

export async function begin(
  element: HTMLElement,
  { parts, index, known }: FrameStart<UnitParts, SiteIndex, HeadStarts.KnownStart>,
  [files, port]: readonly [MessagePort, MessagePort],
): Promise<void> {
  const graph = new ModuleGraph(parts, askingBy(files));
  try {
    // Python starts while the unit, which is a hundred times as much code, is still on its way.
    const begun = graph
      .import<typeof HeadStarts>(parts.headStart)
      .then(({ framedHeadStart }) => framedHeadStart(graph, known))
      .catch(() => undefined); // the unit asks for the same, and says what is wrong
    const { mount, bytesLoader } = await graph.import<typeof Unit>(parts.unit);
    mount(element, port, { loader: bytesLoader(graph, await begun), index, isFramed: true });
  } catch (error) {
    element.role = "alert";
    element.textContent = `The app's code did not come: ${String(error)} Reload the page to try again.`;
  }
}

/** Who waits for a file. */
interface Asked {
  resolve: (answer: FileAnswer) => void;
  onBytes: ReadOptions["onBytes"];
}

/** Ask the page for each file; it answers in any order. */
function askingBy(port: MessagePort): ReadFile {
  const asked = new Map<number, Asked>();
  let last = 0;
  port.onmessage = ({ data }: MessageEvent<FileAnswer | FileProgress>) => {
    const one = asked.get(data.id);
    if ("count" in data) return one?.onBytes?.(data.count);
    asked.delete(data.id);
    one?.resolve(data);
  };
  return async (path, { cache, onBytes } = {}) => {
    last += 1;
    const question: FileQuestion = { id: last, path, isFresh: cache === "reload" };
    const { bytes, error } = await new Promise<FileAnswer>((resolve) => {
      asked.set(question.id, { resolve, onBytes });
      port.postMessage(question);
    });
    if (!bytes) throw new Error(error ?? `${path} did not come.`);
    return bytes;
  };
}
