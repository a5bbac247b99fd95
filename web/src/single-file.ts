/**
 * The only code of a page that `tabstream build --single-file` has written, besides what is in its
 * blocks: it mounts the app unit from these, as a frame for somebody else's app does from what its
 * page hands it. Nothing is fetched, so the page runs from a disk.
 *
 * A block is a `<script>` of a type that no browser runs:
 *
 *     <script type="application/octet-stream" data-file="assets/app.js" data-gzip>base64</script>
 *     <script type="application/octet-stream" data-app="helper.py">base64</script>
 *     <script type="application/json" id="tabstream-index">{...}</script>
 */
import type { SiteIndex } from "./app/boot-options.ts";
import { ModuleGraph } from "./app/module-graph.ts";
import type * as Unit from "./app/mount.tsx";
import type { UnitParts } from "./app/unit-parts.ts";
import { saveFile } from "./page/save-file.ts";
import type { FromUnit, Project, ToUnit } from "./protocol/port.ts";
import type { AppFiles } from "./protocol/worker.ts";

const graph = new ModuleGraph(json<UnitParts>("tabstream-unit"), readBlock);
const element = document.getElementById("app");
if (element) void begin(element);

async function begin(element: HTMLElement): Promise<void> {
  try {
    const { mount, bytesLoader } = await graph.import<typeof Unit>(graph.parts.unit);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromUnit>) => hear(data);
    mount(element, port2, {
      loader: bytesLoader(graph),
      index: json<SiteIndex>("tabstream-index"),
    });
    const project = await readProject();
    port1.postMessage({ type: "open", project } satisfies ToUnit);
  } catch (error) {
    element.role = "alert";
    element.textContent = `The app cannot start here: ${String(error)} Open this file in a new browser.`;
  }
}

/** What a page does for an app where there is nothing around it but a tab. */
function hear(message: FromUnit): void {
  if (message.type === "download") saveFile(message.name, message.mime, message.bytes);
  if (message.type === "page_settings" && message.settings.title) {
    document.title = message.settings.title;
  }
}

async function readProject(): Promise<Project> {
  const files: AppFiles = new Map();
  for (const block of document.querySelectorAll<HTMLElement>("script[data-app]")) {
    files.set(block.dataset.app ?? "", new Uint8Array(await contentOf(block)));
  }
  return {
    entry: json<{ entry: string }>("tabstream-app").entry,
    files,
    argv: [],
    query: [...new URL(document.URL).searchParams],
    page: "",
    config: {},
    indexUrls: null,
    resolved: null,
    // A file has no storage of its own.
    keepsResults: false,
  };
}

/** The bytes of a file of the site; what stands for its content plays no part, for there is one of each. */
async function readBlock(path: string): Promise<ArrayBuffer> {
  const name = path.replace(/\?.*$/, "");
  const block = document.querySelector<HTMLElement>(`script[data-file="${CSS.escape(name)}"]`);
  if (!block) throw new Error(`${name} is not in this file.`);
  return contentOf(block);
}

async function contentOf(block: HTMLElement): Promise<ArrayBuffer> {
  const text = atob(block.textContent ?? "");
  const bytes = new Uint8Array(text.length);
  // `Uint8Array.from` would take a second for ten megabytes, of which there are some.
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  if (!("gzip" in block.dataset)) return bytes.buffer;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

function json<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
