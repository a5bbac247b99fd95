// Checks which way the imports of web/src point: `node tools/checks/web-layers.mjs [web/src]`.
//
// Two rules. A file imports only from the folders below its own. From another folder it imports
// the face, never a file within; only the pages, which put everything together, may. (Circles are
// found by Biome.)
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseSync, Visitor } from "vite";
import { runTool } from "../setup/command.mjs";
import { listFiles } from "../setup/files.mjs";
import { root } from "../setup/paths.mjs";

/**
 * What a folder may import, besides itself. Files directly in web/src are the pages: they may
 * import everything, and nothing imports them.
 * @type {Record<string, string[]>}
 */
const LAYERS = {
  protocol: [],
  kit: [],
  packages: [],
  storage: [],
  tree: ["protocol"],
  image: ["protocol"],
  sources: ["storage", "packages", "protocol"],
  worker: ["image", "packages", "protocol"],
  view: ["kit", "tree", "protocol"],
  // The worker by its address only: `new URL("../worker/entry.ts", import.meta.url)`.
  app: ["view", "worker", "tree", "packages", "kit", "protocol"],
  offline: ["protocol"],
  page: ["kit", "storage", "sources", "image", "packages", "protocol"],
  embed: ["app", "page", "kit", "protocol"],
  playground: ["app", "page", "kit", "protocol"],
};

/**
 * The face of a folder, where it is not the file that is named after the folder or `index`.
 * Messages are imported one subject at a time.
 * @type {Record<string, RegExp>}
 */
const FACES = {
  protocol: /./,
  app: /^mount\.tsx$/,
  worker: /^entry\.ts$/,
};

/** The statements and expressions of JavaScript and TypeScript that name another file. */
const IMPORTING = [
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
];
/** `new URL("../worker/entry.ts", import.meta.url)` names one too. */
const ADDRESSING = "NewExpression";

/** @typedef {{ line: number, target: string }} Import */

await runTool(async () => {
  const folder = path.resolve(process.argv[2] ?? path.join(root, "web/src"));
  const files = (await listFiles(folder)).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  let count = 0;
  for (const file of files) {
    for (const { line, target } of await readImports(folder, file)) {
      const problem = judge(file, target);
      if (!problem) continue;
      count += 1;
      console.log(`${path.relative(root, path.join(folder, file))}:${line}: ${problem}`);
    }
  }
  return count > 0 ? 1 : 0;
});

/**
 * Reads what a file imports from other files of ours, types and lazy chunks included.
 * @param {string} folder
 * @param {string} file
 * @returns {Promise<Import[]>}
 */
async function readImports(folder, file) {
  const source = await readFile(path.join(folder, file), "utf8");
  /** @type {Import[]} */
  const found = [];
  const note = (/** @type {any} */ node) => {
    const specifier = node?.value;
    if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
    const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ""));
    found.push({ line: source.slice(0, node.start).split("\n").length, target });
  };
  const noteAddress = (/** @type {any} */ node) => {
    const [first] = node.arguments;
    if (node.callee.name === "URL" && /\.\w+$/.test(String(first?.value))) note(first);
  };
  const visitor = Object.fromEntries(
    IMPORTING.map((kind) => [kind, (/** @type {any} */ node) => note(node.source)]),
  );
  new Visitor({ ...visitor, [ADDRESSING]: noteAddress }).visit(parseSync(file, source).program);
  return found;
}

/**
 * Says what is wrong with one import, if anything is.
 * @param {string} file
 * @param {string} target
 * @returns {string | undefined}
 */
function judge(file, target) {
  const layer = layerOf(file);
  const other = layerOf(target);
  if (target.startsWith("../") || layer === other) return undefined;
  if (other === "") return `${path.posix.basename(target)} is a page, and nothing imports a page`;
  if (layer !== "") {
    const below = LAYERS[layer];
    if (!below)
      return `${layer} is no known folder: add it to LAYERS in tools/checks/web-layers.mjs`;
    if (!below.includes(other)) return `${layer} must not import ${other}`;
  }
  if (layer === "" || isFace(target, other)) return undefined;
  return `${target} is inside ${other}: import that folder's face`;
}

/** @param {string} file the folder below web/src that it is in, or "" for a page */
function layerOf(file) {
  return file.includes("/") ? (file.split("/")[0] ?? "") : "";
}

/**
 * @param {string} target
 * @param {string} folder
 */
function isFace(target, folder) {
  const inside = target.slice(folder.length + 1);
  const face = FACES[folder] ?? new RegExp(`^(index|${folder})\\.tsx?$`);
  return inside.endsWith(".css") || face.test(inside);
}
