// Checks which way the imports of web/src point: `node tools/checks/web-layers.mjs [web/src]`.
//
// Three rules. A file imports only from the folders below its own. From another folder it imports
// the face, never a file within; only the pages, which put everything together, may. What is
// outside (the address, the title, the network, the browser's storage) is used where it is meant to
// be and handed to all others. (Biome finds circles, and the outside by its bare names.)
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseSync, Visitor } from "vite";
import { runTool } from "../setup/command.mjs";
import { listFiles } from "../setup/files.mjs";
import { root } from "../setup/paths.mjs";

/**
 * What a folder may import, besides itself. Files directly in web/src are the pages: they may
 * import everything, and nothing in a folder imports them.
 * @type {Record<string, string[]>}
 */
const LAYERS = {
  protocol: [],
  kit: [],
  packages: [],
  storage: ["protocol"],
  tree: ["protocol"],
  image: ["protocol"],
  sources: ["storage", "packages", "protocol"],
  worker: ["image", "packages", "protocol"],
  view: ["kit", "tree", "protocol"],
  // The worker by its address only: `new URL("../worker/entry.ts", import.meta.url)`.
  app: ["view", "worker", "tree", "packages", "kit", "protocol"],
  offline: ["protocol"],
  "service-worker": ["protocol"],
  sandbox: ["protocol"],
  page: ["kit", "storage", "sources", "image", "packages", "protocol"],
  around: ["protocol"],
  embed: ["app", "page", "kit", "protocol"],
  playground: ["app", "page", "sources", "packages", "kit", "protocol"],
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

/**
 * Where each thing outside may be used; elsewhere it is handed in.
 * @type {Record<string, RegExp>}
 */
const OUTSIDE = {
  location: /^(main|entry)\.ts$|^(service-)?worker\//,
  title: /^(main|single-file)\.ts$/,
  fetch:
    /^(service-)?worker\/|^tabstream-embed\.ts$|^app\/site-parts\.ts$|^view\/site-assets\.ts$|^sources\/page-env\.ts$|^storage\/images\/keeping-worker\.ts$/,
  localStorage: /^storage\//,
  sessionStorage: /^storage\//,
  indexedDB: /^storage\//,
};
const GLOBALS = new Set(["window", "document", "self", "globalThis"]);

/** @typedef {{ line: number, target: string }} Import */
/** @typedef {{ line: number, name: string }} Use of something outside */

await runTool(async () => {
  const folder = path.resolve(process.argv[2] ?? path.join(root, "web/src"));
  const files = (await listFiles(folder)).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  let count = 0;
  for (const file of files) {
    const { imports, uses } = await read(folder, file);
    const problems = [
      ...imports.map(({ line, target }) => ({ line, problem: judge(file, target) })),
      ...uses.map(({ line, name }) => ({ line, problem: judgeUse(file, name) })),
    ];
    for (const { line, problem } of problems) {
      if (!problem) continue;
      count += 1;
      console.log(`${path.relative(root, path.join(folder, file))}:${line}: ${problem}`);
    }
  }
  return count > 0 ? 1 : 0;
});

/**
 * Reads what a file imports from other files of ours, types and lazy chunks included, and what it
 * uses of the outside.
 * @param {string} folder
 * @param {string} file
 * @returns {Promise<{ imports: Import[], uses: Use[] }>}
 */
async function read(folder, file) {
  const source = await readFile(path.join(folder, file), "utf8");
  const lineOf = (/** @type {any} */ node) => source.slice(0, node.start).split("\n").length;
  /** @type {Import[]} */
  const imports = [];
  /** @type {Use[]} */
  const uses = [];
  const note = (/** @type {any} */ node) => {
    const specifier = node?.value;
    if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
    const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ""));
    imports.push({ line: lineOf(node), target });
  };
  const noteAddress = (/** @type {any} */ node) => {
    const [first] = node.arguments;
    if (node.callee.name === "URL" && /\.\w+$/.test(String(first?.value))) note(first);
  };
  const noteUse = (/** @type {any} */ node, /** @type {string | undefined} */ name) => {
    if (name !== undefined && Object.hasOwn(OUTSIDE, name)) uses.push({ line: lineOf(node), name });
  };
  const visitor = Object.fromEntries(
    IMPORTING.map((kind) => [kind, (/** @type {any} */ node) => note(node.source)]),
  );
  new Visitor({
    ...visitor,
    [ADDRESSING]: noteAddress,
    MemberExpression(/** @type {any} */ node) {
      if (GLOBALS.has(node.object.name)) noteUse(node, node.property.name);
    },
  }).visit(parseSync(file, source).program);
  return { imports, uses };
}

/**
 * Says what is wrong with one use of the outside, if anything is.
 * @param {string} file
 * @param {string} name
 * @returns {string | undefined}
 */
function judgeUse(file, name) {
  return OUTSIDE[name]?.test(file) ? undefined : `${file} must not use ${name}: hand it in`;
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
